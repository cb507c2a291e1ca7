import { describe, expect, it } from 'vitest';

import { buildReport } from '#shared/domain/report/build-report.ts';
import { sheetNames } from '#shared/domain/report/sheet-parts.ts';
import type { CellValue, Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import { reportSource, templateItems } from './report-fixture.ts';

const sheetOf = (workbook: Workbook, name: string): Sheet => workbook.sheets.find((sheet) => sheet.name === name)!;
const textOf = (value: CellValue): string => (typeof value === 'string' ? value : '');
/** What a cell shows: of a formula, what the program computed. */
const shown = (value: CellValue): CellValue =>
  value !== null && typeof value === 'object' && 'formula' in value ? value.result : value;
/** The rows of a sheet's table as records by the names of its columns. */
function tableOf(sheet: Sheet): Record<string, CellValue>[] {
  const header = sheet.rows.findIndex(({ isHeader }) => isHeader);
  const names = sheet.rows[header]!.cells.map(({ value }) => textOf(value));
  return sheet.rows
    .slice(header + 1)
    .map(({ cells }) => Object.fromEntries(cells.map(({ value }, index) => [names[index]!, shown(value)])));
}

describe('the administrative report', () => {
  const source = reportSource({ targeted: 3 });
  const { workbook, figures } = buildReport('administrative', source);

  it('has its sheets in order, and leaves those of the targeted cases out where there are none', () => {
    const names =
      'Forside|Overblik|Områder|Diagrammer|Svar pr. område|Målrettede|Pr. team|Pr. team, øvrige|Sager|Fund|Handlinger|Dækning|Datakvalitet|Metode|Ordbog|Data'.split(
        '|',
      );
    expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
    const without = buildReport('administrative', reportSource()).workbook;
    const targeted = ['Målrettede', 'Pr. team, øvrige'];
    expect(without.sheets.map(({ name }) => name)).toEqual(names.filter((name) => !targeted.includes(name)));
  });

  it('has a row for every item with the figures of the random part', () => {
    const rows = tableOf(sheetOf(workbook, 'Overblik'));
    expect(rows.map((row) => row['Spørgsmål'])).toEqual(templateItems.map(({ question }) => question));
    rows.forEach((row, index) => {
      const figure = figures.items.find(({ id, part }) => id === templateItems[index]!.id && part === 'random')!;
      expect([row['n'], row['Ja'], row['Delvist'], row['Nej'], row['Ikke relevant'], row['Kan ikke ses']]).toEqual([
        figure.n,
        figure.yes,
        figure.partly,
        figure.no,
        figure.na,
        figure.cannotTell,
      ]);
      expect(row['Overholdt']).toEqual({ share: figure.rate });
      const low = figure.interval!.unit === 'cases' ? figure.interval!.low : { share: figure.interval!.low };
      expect(row['Fra']).toEqual(low);
    });
  });

  it('gives the targeted cases counts and no share', () => {
    const sheet = sheetOf(workbook, 'Målrettede');
    const rows = tableOf(sheet);
    expect(rows).toHaveLength(templateItems.length);
    expect(Object.keys(rows[0]!)).not.toContain('Overholdt');
    expect(JSON.stringify(sheet.rows)).not.toContain('"share"');
  });

  it('lists every drawn case, the replaced one with its reason and without an outcome', () => {
    const [out, cameIn] = source.cases;
    const replaced = {
      ...source,
      cases: source.cases.map((row) => (row === out ? { ...row, replacedBy: cameIn!.drawn.caseId } : row)),
      record: {
        ...source.record,
        replaced: [
          {
            caseId: out!.drawn.caseId,
            replacedBy: cameIn!.drawn.caseId,
            reason: 'cannot-be-opened' as const,
            at: '2026-01-06T10:00:00Z',
          },
        ],
      },
    };
    const report = buildReport('administrative', replaced);
    const rows = tableOf(sheetOf(report.workbook, 'Sager'));
    expect(rows).toHaveLength(33);
    expect(rows[0]).toMatchObject({ Tilstand: 'Erstattet', Fund: null, Tidsfrister: null });
    expect(rows[0]!['Bemærkning']).toBe(`Erstattet af ${cameIn!.drawn.caseId}: sagen kan ikke åbnes.`);
    expect(rows[1]!['Bemærkning']).toBe(`I stedet for ${out!.drawn.caseId}.`);
    expect(report.figures.coverage.random).toMatchObject({ drawn: 29, replaced: 1 });
  });

  it('has every answer that is not yes among the findings, the critical first, with what was agreed', () => {
    const rows = tableOf(sheetOf(workbook, 'Fund'));
    const findings = source.reviews.flatMap(({ answers }) =>
      answers.filter(({ value }) => value === 'no' || value === 'partly' || value === 'cannot-tell'),
    );
    expect(rows).toHaveLength(findings.length);
    const isCritical = rows.map((row) => row['Alvor'] === 'Kritisk' && row['Svar'] === 'Nej');
    expect(isCritical.lastIndexOf(true)).toBeLessThan(isCritical.indexOf(false));
  });

  it('has the whole draw on the method sheet, with the line of the import that adds up', () => {
    const text = JSON.stringify(sheetOf(workbook, 'Metode').rows);
    for (const part of [
      source.record.seed,
      source.record.populationFingerprint,
      '437 linjer = 4 overskrift + 4 tomme + 420 læst + 9 afvist',
      '30 trukket af 420',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('the casework report', () => {
  const source = reportSource({ closed: 5 });
  const { workbook } = buildReport('casework', source);

  it('has a sheet for each read case, what is good first, and nothing of other cases', () => {
    const ids = source.reviews.map(({ caseId }) => caseId);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(ids.map((id) => `Sag ${id}`));
    workbook.sheets.forEach((sheet, index) => {
      const text = JSON.stringify(sheet.rows);
      expect(text.indexOf('Det er gjort godt')).toBeLessThan(text.indexOf('Det skal vi tale om'));
      expect(ids.filter((id) => text.includes(id))).toEqual([ids[index]]);
    });
  });

  it('breaks a long note over rows, losing no word', () => {
    const note = Array.from({ length: 1500 }, (_, index) => `ord${index}`).join(' ');
    const long = buildReport('casework', reportSource({ closed: 1, answers: () => 'no', note })).workbook;
    const texts = long.sheets[0]!.rows.map(({ cells }) => textOf(cells[2]?.value ?? null)).filter(Boolean);
    expect(texts.every((text) => text.length <= 500)).toBe(true);
    expect(texts.join(' ')).toContain(`Note: ${note}`);
  });
});

describe('sheetNames', () => {
  it('gives names that Excel takes: short, without its signs, and each once', () => {
    const names = sheetNames(['Sag 1/2', 'sag 1-2', "'x'", 'a'.repeat(40), 'A'.repeat(40), '']);
    expect(names).toEqual(['Sag 1-2', 'sag 1-2 (2)', 'x', 'a'.repeat(31), `${'A'.repeat(27)} (2)`, '-']);
  });
});
