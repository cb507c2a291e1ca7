import { describe, expect, it } from 'vitest';

import { createCaseCollector } from '#shared/domain/importing/collect-cases.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { fieldIds } from '#shared/domain/importing/fields.ts';
import type { ColumnTarget } from '#shared/domain/importing/mapping.ts';
import type { RawCell } from '#shared/domain/importing/raw-row.ts';

import { collect, type Columns } from './collect-lines.ts';
import { fc } from '../../support/fast-check.ts';

const basic: Columns = [
  ['Sagsnr', 'case_id'],
  ['Team', 'team'],
  ['Oprettet', 'opened'],
  ['CPR', 'cpr'],
  ['Sted', 'fact'],
];
const codes = ({ problems }: Pick<ReturnType<typeof collect>, 'problems'>) =>
  problems.map(({ row, code }) => [row, code]);

describe('rows that are no cases', () => {
  it('are rejected with the reason, and every line is counted once', () => {
    const result = collect(
      basic,
      ['A-1', 'Nord', '1-2-2025', null, null],
      [],
      ['', ' ', null],
      ['SAGSNR', 'Team ', 'Oprettet', 'CPR', 'Sted'],
      ['', 'Nord', '1-2-2025', null, null],
      ['A-1', 'Nord ', '1-2-2025'],
      ['I alt: 2 sager', null, null, null, null],
      [null, 'I alt', 2, null, null],
      ['Team Nord', null, null, null, null],
      ['Side 2 af 9'],
      ['A-2', 'Syd', null, null, null],
    );
    expect(codes(result)).toEqual([
      [5, 'repeated-header'],
      [6, 'missing-case-id'],
      [7, 'duplicate-row'],
      [8, 'summary-row'],
      [9, 'summary-row'],
      [10, 'summary-row'],
      [11, 'summary-row'],
    ]);
    expect(result.rows).toEqual({ total: 12, header: 1, blank: 2, accepted: 2, rejected: 7 });
    expect(result.cases.map(({ id }) => id)).toEqual(['A-1', 'A-2']);
  });

  it('are not rows that merely look a little like them', () => {
    const result = collect(
      basic,
      ['Total-7', 'Nord', '1-2-2025', null, null],
      ['Summer-1', 'Team', '2-2-2025', null, 'Sted'],
      ['A-1', 'Antalvej', '1-2-2025', null, null],
      ['A-1', 'Antalvej', '1-2-2025', null, 'x'],
    );
    expect(result.problems).toEqual([]);
    expect(result.rows.accepted).toBe(4);
  });

  it('are not rows with the same texts in other columns', () => {
    const result = collect(basic, ['A-1', 'Nord', null, null, null], ['A-1', null, null, null, 'Nord']);
    expect(result.rows.accepted).toBe(2);
  });

  it('are titles that a printed list repeats on every page', () => {
    const mapping = { sheet: null, headerRow: 2, columns: [{ header: 'Sagsnr', field: 'case_id' as const }] };
    const collector = createCaseCollector(mapping, ['Sagsnr', 'Team']);
    const lines = [
      ['Liste 7', 'Børn'],
      ['Sagsnr', 'Team'],
      ['A-1', 'Nord'],
      ['Liste 7', 'Børn'],
    ];
    lines.forEach((cells, index) => collector.add({ row: index + 1, cells }));
    expect(codes(collector.finish())).toEqual([[4, 'repeated-header']]);
  });

  it('counts the rows that a sheet does not hold as blank', () => {
    const mapping = { sheet: null, headerRow: 3, columns: [{ header: 'Sagsnr', field: 'case_id' as const }] };
    const collector = createCaseCollector(mapping, ['Sagsnr']);
    for (const [row, text] of [
      [3, 'Sagsnr'],
      [4, 'A-1'],
      [7, 'A-2'],
    ] as const)
      collector.add({ row, cells: [text] });
    expect(collector.finish(7).rows).toEqual({ total: 7, header: 3, blank: 2, accepted: 2, rejected: 0 });
  });
});

describe('cells', () => {
  it('are flagged and left out, and their row stays', () => {
    const result = collect(basic, ['A-1', { error: '#REF!' }, '31-02-2025', '320115-4321', 'x'.repeat(40_000)]);
    expect(result.problems).toEqual([
      { row: 2, column: 'Team', code: 'cell-error', value: '#REF!' },
      { row: 2, column: 'Oprettet', code: 'invalid-date', value: '31-02-2025' },
      { row: 2, column: 'CPR', code: 'cpr-invalid', value: '320115-••••' },
      { row: 2, column: 'Sted', code: 'text-too-long', value: 'x'.repeat(80) },
    ]);
    expect(result.cases[0]?.values).toEqual({ case_id: 'A-1' });
    expect(result.cases[0]?.facts['Sted']).toHaveLength(32_767);
  });

  it('give the birth date from the CPR number only where the export has none', () => {
    const columns: Columns = [
      ['Sagsnr', 'case_id'],
      ['CPR', 'cpr'],
      ['Født', 'birth_date'],
    ];
    const { cases } = collect(columns, ['A-1', '741119-8912', null], ['A-2', '741119-8912', '15-11-2019']);
    expect(cases.map(({ values }) => values.birth_date)).toEqual(['2019-11-14', '2019-11-15']);
  });

  it('never become a date by exchanging day and month', () => {
    const dates: Columns = [
      ['Sagsnr', 'case_id'],
      ['Oprettet', 'opened'],
      ['Samtaler', 'child_talk_dates'],
    ];
    const american = collect(
      dates,
      ['A-1', '03/04/2025', '01/02/2025, 05/05/2025'],
      ['A-2', '12/31/2025', '01/31/2025'],
      ['A-3', '05/05/2025', null],
    );
    expect(american.problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [2, 'Oprettet', 'ambiguous-date', '03/04/2025'],
      [2, 'Samtaler', 'ambiguous-date', '01/02/2025'],
      [3, 'Oprettet', 'invalid-date', '12/31/2025'],
      [3, 'Samtaler', 'invalid-date', '01/31/2025'],
    ]);
    expect(american.cases.map(({ values }) => values.opened)).toEqual([undefined, undefined, '2025-05-05']);
    expect(american.cases[0]?.values.child_talk_dates).toEqual(['2025-05-05']);
  });

  it('stay out when a doubted date has a time of midnight as well', () => {
    const columns: Columns = [
      ['Sagsnr', 'case_id'],
      ['Modtaget', 'report_received_at'],
    ];
    const { cases } = collect(columns, ['A-1', '03/04/2025 00:00'], ['A-2', '12/31/2025 00:00']);
    expect(cases[0]?.values).toEqual({ case_id: 'A-1' });
  });

  it('are believed in a column that puts the day first, in spite of one slip of the pen', () => {
    const lines = Array.from({ length: 20 }, (_none, index) => [`A-${index}`, null, '25/12/2024']);
    const danish = collect(basic, ...lines, ['B-1', null, '03/04/2025'], ['B-2', null, '12/31/2025']);
    expect(codes(danish)).toEqual([[23, 'invalid-date']]);
    expect(danish.cases.find(({ id }) => id === 'B-1')?.values.opened).toBe('2025-04-03');
  });

  it('have no time of day where the whole column says midnight', () => {
    const columns: Columns = [
      ['Sagsnr', 'case_id'],
      ['Modtaget', 'report_received_at'],
    ];
    const read = (...texts: readonly string[]) =>
      collect(columns, ...texts.map((text, index) => [`A-${index}`, text])).cases.map(
        ({ values }) => values.report_received_at,
      );
    expect(read('1-2-2025 00:00', '2-2-2025 00:00')).toEqual(['2025-02-01', '2025-02-02']);
    expect(read('1-2-2025 00:00', '2-2-2025 00:01')).toEqual(['2025-02-01T00:00', '2025-02-02T00:01']);
  });
});

it('treats the names of JavaScript as names like any other', () => {
  const columns: Columns = [
    ['Sagsnr', 'case_id'],
    ['__proto__', 'fact'],
    ['constructor', 'fact'],
    ['constructor', 'fact'],
  ];
  const { cases } = collect(columns, ['__proto__', 'a', 'b', 'c'], ['constructor', 'd', 'e', 'f']);
  expect(cases.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
  expect(Object.entries(cases[0]!.facts)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['constructor (2)', 'c'],
  ]);
  expect(({} as Record<string, unknown>)['a']).toBeUndefined();
});

const cell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    'A-1',
    'A-2',
    'I alt',
    'Ja',
    '1-2-2025',
    '3/4/2025',
    '13/14/2025',
    '="x"',
    '__proto__',
    '741119-8912',
  ),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ error: '#N/A' }),
  fc.constant({ moment: '2025-01-31' as LocalDate }),
);

it('never throws, and counts every row once, whatever the cells hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<ColumnTarget>(...fieldIds, 'fact', 'ignore'), { minLength: 1, maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
      (targets, lines) => {
        const columns: Columns = [
          ['Sagsnr', 'case_id'],
          ...targets.map((target, index) => [`K${index}`, target] as const),
        ];
        const { rows, cases, problems } = collect(columns, ...lines);
        expect(rows.header + rows.blank + rows.accepted + rows.rejected).toBe(rows.total);
        expect(rows.total).toBe(lines.length + 1);
        expect(problems.filter(({ column }) => column === undefined)).toHaveLength(rows.rejected);
        const grouped = cases.reduce((sum, { activities }) => sum + Math.max(1, activities.length), 0);
        expect(grouped).toBe(rows.accepted);
        expect(JSON.stringify(problems)).not.toMatch(/741119-?8912/);
      },
    ),
  );
});
