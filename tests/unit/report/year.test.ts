import { describe, expect, it } from 'vitest';

import { buildReport } from '#shared/domain/report/build-report.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { SheetRow } from '#shared/domain/report/workbook.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';

import { type EarlierOptions, withEarlier } from './earlier-fixture.ts';
import { barnetsLov, reportSource, templateItems } from './report-fixture.ts';

const strata = [{ name: '', size: 312, drawn: 40 }];
/** The first `met` cases are kept in everything, the others in nothing. */
const kept =
  (met: number) =>
  (caseIndex: number): AnswerValue =>
    caseIndex < met ? 'yes' : 'no';
const round = (name: string, asOf: string, met: number): EarlierOptions => ({ name, asOf, strata, answers: kept(met) });
const item = templateItems[0]!;

function yearOf(earlier: readonly EarlierOptions[], met: number): ReportSource {
  const source = withEarlier(reportSource({ strata, answers: kept(met) }), earlier);
  const now = { record: { ...source.record, asOf: '2025-12-31' }, actions: [] };
  return { ...source, ...now, earlier: source.earlier.map((each) => ({ ...each, actions: [] })) };
}

const rowsOf = (source: ReportSource): readonly SheetRow[] => buildReport('year', source).workbook.sheets[0]!.rows;
const linesOf = (source: ReportSource) =>
  rowsOf(source).map(({ cells }) => cells.map(({ value }) => (typeof value === 'string' ? value : '')).join(' | '));
const lineOf = (source: ReportSource, start: string) => linesOf(source).filter((line) => line.startsWith(start));

const practice = (fields: Partial<Action>): Action => ({
  id: 'p1',
  roundId: 'earlier-1',
  caseId: null,
  itemId: item.id,
  kind: 'practice',
  text: 'Fast skabelon for vurderingen',
  owner: 'Afdelingsleder',
  due: '2025-06-01',
  critical: false,
  created: '2025-02-01',
  done: '2025-05-01',
  category: null,
  measured: null,
  ...fields,
});

describe('the yearly report', () => {
  const three = [
    round('4. kvartal 2024', '2024-12-31', 35),
    round('1. kvartal', '2025-03-31', 10),
    round('2. kvartal', '2025-06-30', 18),
  ];

  it('has a column to each round of its own calendar year, met of n, and says how many were read', () => {
    const source = yearOf(three, 30);
    const header = rowsOf(source).find(({ isHeader }) => isHeader)!;
    expect(header.cells.map(({ value }) => value)).toEqual([
      'Område',
      'Seneste runde',
      '1. kvartal',
      '2. kvartal',
      '4. kvartal 2025',
      'Over året',
    ]);
    expect(lineOf(source, 'Barnets plan')).toEqual([
      `Barnets plan | ${'●'.repeat(30)}${'○'.repeat(10)} | 10 af 40 | 18 af 40 | 30 af 40 | tydelig stigning`,
    ]);
    expect(lineOf(source, 'Læste sager')).toEqual(['Læste sager |  | 40 | 40 | 40 | ']);
    expect(linesOf(source)).toContain('Der har været 3 runder i året, og 120 sager er læst.');
    expect(linesOf(source).join('\n')).not.toContain('2024-12-31');
  });

  it('leaves out a round without random cases, and says so', () => {
    const chosen = { ...round('Kun målrettet', '2025-05-31', 0), strata: [], targeted: 5 };
    const source = yearOf([round('1. kvartal', '2025-03-31', 10), chosen], 30);
    const lines = linesOf(source);
    expect(lines.join('\n')).not.toContain('Kun målrettet');
    expect(lines).toContain('Der har været 2 runder i året, og 80 sager er læst.');
    expect(lines.join('\n')).toContain('Én runde mere havde kun sådanne sager og er ikke vist.');
    expect(lineOf(source, 'Barnets plan')[0]).toMatch(/10 af 40 \| 30 af 40 \| tydelig stigning$/);
    expect(linesOf(yearOf([], 30)).join('\n')).not.toContain('ikke vist.');
  });

  it('claims no change that the samples do not show', () => {
    expect(lineOf(yearOf([round('Forår', '2025-03-31', 18)], 20), 'Barnets plan')[0]).toMatch(
      /endnu ingen tydelig ændring$/,
    );
    expect(lineOf(yearOf([round('Forår', '2025-03-31', 34)], 12), 'Barnets plan')[0]).toMatch(/tydeligt fald$/);
  });

  it('never adds rounds up', () => {
    const text = linesOf(yearOf(three, 30)).join('\n');
    expect(text).toContain('Hver runde er sin egen stikprøve; derfor lægges runderne ikke sammen.');
    expect(text).not.toMatch(/58 af 120|58 af/);
  });

  it('shows one round as its own page does, without a change', () => {
    const source = yearOf([], 30);
    const header = rowsOf(source).find(({ isHeader }) => isHeader)!;
    expect(header.cells.map(({ value }) => value)).toEqual([
      'Område',
      'Læste sager',
      'Opfyldt',
      'Svarer i alle sager til',
    ]);
    expect(lineOf(source, 'Barnets plan')[0]).toContain('30 af 40 | mellem 187 og 270 af de 312');
  });

  it('puts twelve rounds in two halves, each area in both, the change after the last', () => {
    const source = yearOf(
      Array.from({ length: 11 }, (_, index) =>
        round(`Md. ${index + 1}`, `2025-${String(index + 1).padStart(2, '0')}-28`, 10 + index),
      ),
      30,
    );
    const lines = lineOf(source, 'Barnets plan');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('Barnets plan | 10 af 40 | 11 af 40 | 12 af 40 | 13 af 40 | 14 af 40 | 15 af 40 | ');
    expect(lines[1]).toBe(
      'Barnets plan | 16 af 40 | 17 af 40 | 18 af 40 | 19 af 40 | 20 af 40 | 30 af 40 | tydelig stigning',
    );
    expect(rowsOf(source).filter(({ isHeader }) => isHeader)).toHaveLength(2);
  });

  it('marks where the checklist got a new edition, and compares nothing across a changed rule', () => {
    const changed = {
      ...barnetsLov,
      edition: 2,
      sections: barnetsLov.sections.map((section) => ({
        ...section,
        items: section.items.map((each) =>
          each.area === 'P' ? { ...each, question: `Noget helt andet om ${each.id}?` } : each,
        ),
      })),
    };
    const source = { ...yearOf([round('Forår', '2025-03-31', 10)], 30), template: changed };
    expect(lineOf(source, 'Tjekliste')).toEqual(['Tjekliste |  | udgave 1 | udgave 2 | ']);
    expect(lineOf(source, 'Barnets plan')[0]).toMatch(/kan ikke sammenlignes$/);
    expect(lineOf(source, 'Tidsfrister')[0]).toMatch(/tydelig stigning$/);
    expect(linesOf(source).join('\n')).toContain('Tjeklisten har skiftet udgave');
    expect(lineOf(yearOf(three, 30), 'Tjekliste')).toEqual([]);
  });

  it('tells what was done with the same item before and after, and what is not measured yet', () => {
    const source = yearOf([round('Forår', '2025-03-31', 10)], 30);
    const earlier = source.earlier.map((each) => ({ ...each, actions: [practice({})] }));
    const done = linesOf({
      ...source,
      earlier,
      actions: [practice({ id: 'p2', text: 'Ny liste', done: '2025-11-01' })],
    });
    const text = done.join('\n');
    expect(text).toContain('Før: ja i 10 af 40 sager. Efter (4. kvartal 2025): ja i 30 af 40. Tydelig stigning.');
    expect(text).toMatch(
      /1\. {2}Fast skabelon for vurderingen\.\n.*Ansvarlig: afdelingsleder\. Gennemført 01-05-2025\./,
    );
    expect(text).toMatch(/2\. {2}Ny liste\.[^]*Virkningen er ikke målt endnu\./);
  });

  it('counts no effect where either sample is too small, and none of another year', () => {
    const source = yearOf([{ ...round('Forår', '2025-03-31', 2), strata: [{ name: '', size: 312, drawn: 6 }] }], 30);
    const told = (done: string) =>
      linesOf({ ...source, earlier: source.earlier.map((each) => ({ ...each, actions: [practice({ done })] })) }).join(
        '\n',
      );
    expect(told('2025-05-01')).toContain('Der er læst for få sager til at se en virkning.');
    expect(told('2025-05-01')).not.toContain('2 af 6 sager. Efter');
    expect(told('2024-05-01')).toContain('Ingen ændringer af praksis er meldt gennemført i året.');
  });

  it('tells what remains, the earliest date first, and how many more there are', () => {
    const source = yearOf([round('Forår', '2025-03-31', 10)], 30);
    const actions = [5, 3, 1, 2, 4].map((month) =>
      practice({ id: `o${month}`, text: `Skridt ${month}`, done: null, due: `2026-0${month}-01` }),
    );
    const lines = linesOf({ ...source, actions });
    const start = lines.indexOf('Det mangler');
    expect(lines.slice(start + 1, start + 6).map((line) => line.split('\n')[0])).toEqual([
      '1.  Skridt 1.',
      '2.  Skridt 2.',
      '3.  Skridt 3.',
      '4.  Skridt 4.',
      'Og én ændring til.',
    ]);
    expect(lines.at(-2)).toBe('Indstilling');
  });

  it('says of what remains that its date has passed, on the day of the report and not before', () => {
    const source = yearOf([round('Forår', '2025-03-31', 10)], 30);
    const today = source.created.slice(0, 10);
    const told = (due: string | null) =>
      lineOf({ ...source, actions: [practice({ done: null, due })] }, '1.').join('\n');
    expect(told('2025-06-01')).toMatch(/Frist 01-06-2025\. Fristen er overskredet\.$/);
    expect(told(today)).not.toContain('overskredet');
    expect(told(null)).not.toContain('overskredet');
  });

  it('says which rounds are not read to the end', () => {
    const source = yearOf([{ ...round('Forår', '2025-03-31', 10), closed: 12 }], 30);
    expect(linesOf(source).join('\n')).toContain('Ikke læst færdig: Forår. De tal kan ændre sig.');
  });

  it('holds the same figures as the rounds have in their own reports', () => {
    const source = yearOf(three, 30);
    const own = figuresOf(source).areas.find(({ id, part }) => id === 'P' && part === 'random')!;
    expect(lineOf(source, 'Barnets plan')[0]).toContain(`${own.met} af ${own.n}`);
  });
});
