import { describe, expect, it } from 'vitest';

import { buildReport } from '#shared/domain/report/build-report.ts';
import { registerErrors, registerErrorsByItem } from '#shared/domain/report/register-errors.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { CellValue, Workbook } from '#shared/domain/report/workbook.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import { agreedText, coefficientText, gradeText } from '#shared/domain/review/agreement-text.ts';
import { agreementOf, type ValuePair } from '#shared/domain/review/second-reading.ts';

import { reportSource, templateItems } from './report-fixture.ts';

const answer = (itemId: string, part: Partial<ItemAnswer>): ItemAnswer => ({
  itemId,
  value: 'yes',
  note: '',
  evidence: '',
  ...part,
});
const agreement = (itemId: string, agreed: number, differ: number) =>
  agreementOf(itemId, [
    ...Array.from({ length: agreed }, (): ValuePair => ['yes', 'yes']),
    ...Array.from({ length: differ }, (): ValuePair => ['yes', 'no']),
  ]);
const sheetOf = (workbook: Workbook, name: string) => workbook.sheets.find((sheet) => sheet.name === name);
const rowsOf = (workbook: Workbook, name: string): CellValue[][] =>
  sheetOf(workbook, name)!.rows.map(({ cells }) => cells.map(({ value }) => value));
const report = (source: ReportSource) => buildReport('administrative', source).workbook;

const [first, second] = templateItems.map(({ id }) => id) as [string, string];
const withAnswers = (answers: readonly ItemAnswer[]): ReportSource => {
  const source = reportSource({ closed: 1 });
  return { ...source, reviews: source.reviews.map((review) => ({ ...review, answers })) };
};

describe('agreement in words', () => {
  it('has the count first, then the share with its exact interval', () => {
    expect(agreedText(agreement('', 9, 1))).toBe('enige i 9 af 10 (90 %; 55–100 %)');
    expect(agreedText(agreement('', 0, 0))).toBe('ingen par endnu');
  });

  it('puts no word on fewer than 20 pairs, and says so where a coefficient is 0/0', () => {
    expect(gradeText(agreement('', 18, 1))).toBeNull();
    expect(gradeText(agreement('', 19, 1))).toBe('meget god');
    expect([0, 0.21, 0.5, 0.8, 0.81].map((ac1) => gradeText({ pairs: 20, ac1 }))).toEqual([
      'ringe',
      'svag',
      'nogenlunde',
      'god',
      'meget god',
    ]);
    expect(coefficientText(null)).toBe('kan ikke beregnes');
    expect(coefficientText(0.8895)).toBe('0,89');
  });
});

describe('the sheet of second readings', () => {
  const items = [agreement(second, 1, 3), agreement(first, 4, 0)];
  const total = agreement('', 5, 3);
  const source = { ...reportSource(), secondReading: { picked: 6, bothClosed: 4, total, items } };

  it('has all questions together, then each with its pairs, the worst first', () => {
    const rows = rowsOf(report(source), 'Andenlæsning');
    const header = rows.findIndex(([cell]) => cell === 'Spørgsmål');
    expect(rows[header]).toEqual(['Spørgsmål', 'Par', 'Enige', 'Enighed', 'Enighed fra', 'Enighed til', 'AC1']);
    const question = (id: string) => templateItems.find((item) => item.id === id)!.question;
    expect(rows.slice(header + 1).map((row) => row.slice(0, 3))).toEqual([
      ['Alle spørgsmål', 8, 5],
      [question(second), 4, 1],
      [question(first), 4, 4],
    ]);
    expect(rows[header + 3]!.slice(3)).toEqual([{ share: 1 }, { share: expect.closeTo(0.398, 3) }, { share: 1 }, 1]);
    expect(JSON.stringify(rows)).toContain(
      '4 af de 6 tilfældigt trukne sager er lukket af begge læsere: enige i 5 af 8',
    );
  });

  it('is there before anybody has closed, without a figure, and not where no case is picked', () => {
    const none = { ...source, secondReading: { picked: 1, bothClosed: 0, total: agreement('', 0, 0), items: [] } };
    expect(JSON.stringify(rowsOf(report(none), 'Andenlæsning'))).toContain('1 sag er trukket til andenlæsning');
    expect(JSON.stringify(sheetOf(report(none), 'Forside'))).not.toContain('læst af to');
    expect(sheetOf(report(reportSource()), 'Andenlæsning')).toBeUndefined();
    const names = report(source).sheets.map(({ name }) => name);
    expect(names.slice(names.indexOf('Handlinger'), -3)).toEqual([
      'Handlinger',
      'Andenlæsning',
      'Dækning',
      'Datakvalitet',
    ]);
  });

  it('is told on the front, and in the dictionary what its columns mean', () => {
    expect(JSON.stringify(rowsOf(report(source), 'Forside'))).toContain('4 sager læst af to; enige i 5 af 8');
    expect(JSON.stringify(rowsOf(report(source), 'Ordbog'))).toContain('Gwets AC1');
  });

  it('changes nothing in the committee report', () => {
    expect(buildReport('political', source).workbook).toEqual(buildReport('political', reportSource()).workbook);
  });
});

describe('register errors', () => {
  const answers = [
    answer(first, { value: 'yes', suggested: 'yes' }),
    answer(first, { value: 'yes', suggested: 'no', override: { reason: 'date-wrong', text: '' } }),
    answer(second, { value: 'na', suggested: 'no', override: { reason: 'rule-does-not-fit', text: 'x' } }),
    answer(second, { value: 'partly', suggested: 'yes' }),
    answer(second, { value: 'na', suggested: 'no', byFacts: true }),
    answer(second, { value: null, suggested: 'no' }),
    answer(second, { value: 'no' }),
  ];

  it('are the suggestions that a person answered otherwise, by reason', () => {
    expect(registerErrors(answers)).toEqual({
      suggested: 4,
      changed: 3,
      reasons: { 'date-wrong': 1, 'date-missing': 0, 'other-documentation': 0, 'rule-does-not-fit': 1 },
      unexplained: 1,
    });
    expect(registerErrors([])).toMatchObject({ suggested: 0, changed: 0, unexplained: 0 });
  });

  it('stand per item, the most often changed first; an item without a suggestion is left out', () => {
    const byItem = registerErrorsByItem([first, second, 'other'], answers);
    expect(byItem.map(({ itemId, suggested, changed }) => [itemId, suggested, changed])).toEqual([
      [second, 2, 2],
      [first, 2, 1],
    ]);
  });

  it('stand on a sheet and on the front: n of m, with the reasons', () => {
    const workbook = report(withAnswers(answers));
    const rows = rowsOf(workbook, 'Datoforslag');
    expect(JSON.stringify(rows)).toContain('3 af 4 datoforslag blev ændret.');
    const header = rows.findIndex(([cell]) => cell === 'Spørgsmål');
    expect(rows[header]!.slice(1)).toEqual([
      'Forslag',
      'Ændret',
      'Datoen i registret er forkert',
      'Der mangler en dato i registret',
      'Sagen viser det på anden måde',
      'Reglen passer ikke på sagen',
      'Uden grund',
    ]);
    expect(rows.slice(header + 1).map((row) => row.slice(1))).toEqual([
      [2, 2, 0, 0, 0, 1, 1],
      [2, 1, 1, 0, 0, 0, 0],
    ]);
    expect(JSON.stringify(rowsOf(workbook, 'Forside'))).toContain('3 af 4 datoforslag blev ændret');
    expect(sheetOf(report(withAnswers([answer(first, {})])), 'Datoforslag')).toBeUndefined();
  });

  it('leave out a case that was replaced', () => {
    const source = withAnswers(answers);
    const cases = source.cases.map((row, index) => (index === 0 ? { ...row, replacedBy: 'x' } : row));
    expect(sheetOf(report({ ...source, cases }), 'Datoforslag')).toBeUndefined();
  });
});
