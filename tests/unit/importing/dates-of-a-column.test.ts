import { describe, expect, it } from 'vitest';

import { dateOfDayNumber, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import { createCaseCollector } from '#shared/domain/importing/collect-cases.ts';
import { guessColumns } from '#shared/domain/importing/guess-columns.ts';
import { createLineList } from '#shared/domain/importing/line-store.ts';
import type { MappedColumn } from '#shared/domain/importing/mapping.ts';
import { parseMoment } from '#shared/domain/importing/parse-moment.ts';
import type { RawCell } from '#shared/domain/importing/raw-row.ts';
import { monthSpellings } from '#shared/words/calendar.ts';

import { collectedCases } from '../../fixtures/cases-of.ts';
import { fc } from '../../support/fast-check.ts';

const columns: readonly MappedColumn[] = [
  { header: 'Sagsnr', field: 'case_id' },
  { header: 'Oprettet', field: 'opened' },
  { header: 'Samtaler', field: 'child_talk_dates' },
];

function read(mapped: readonly MappedColumn[], ...lines: readonly (readonly RawCell[])[]) {
  const headers = mapped.map(({ header }) => header);
  const store = createLineList();
  const collector = createCaseCollector({ sheet: null, headerRow: 1, columns: [...mapped] }, headers, store);
  [headers, ...lines].forEach((cells, index) => collector.add({ row: index + 1, cells }));
  const collected = collector.finish();
  const { problems } = collected;
  const cases = collectedCases(collected, store);
  return {
    opened: cases.map(({ values }) => values.opened),
    talks: cases.map(({ values }) => values.child_talk_dates),
    problems: problems.map(({ row, column, code }) => [row, column, code]),
  };
}

describe('dates in words', () => {
  it.each([
    ['3. februar 2025', '2025-02-03'],
    ['3. feb. 25', '2025-02-03'],
    ['03 feb 2025', '2025-02-03'],
    ['den 3. februar 2025', '2025-02-03'],
    ['mandag den 3. februar 2025', '2025-02-03'],
    ['man. 03-02-2025', '2025-02-03'],
    ['1. maj 2025 kl. 10.15', '2025-05-01T10:15'],
    ['03-Oct-2025', '2025-10-03'],
    ['03-02-2025 kl. 10.15', '2025-02-03T10:15'],
    ['3/2-25', '2025-02-03'],
  ])('%s is %s', (text, date) => {
    expect(parseMoment(text)).toBe(date);
  });

  it.each(['31. februar 2025', '3. noget 2025', '3. ma 2025', 'ring mandag', 'maj 2025'])('%s is no date', (text) => {
    expect(parseMoment(text)).toBe('invalid-date');
  });

  it('come back as the date they were written from, in every spelling of every month', () => {
    const day = fc.integer({ min: 4_000, max: 40_000 }).map(dateOfDayNumber);
    fc.assert(
      fc.property(day, fc.constantFrom(0, 1), fc.constantFrom(3, 20), (date, spelling, letters) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number);
        const names = monthSpellings[month! - 1]!.split('|');
        const name = (names[spelling] ?? names[0]!).slice(0, letters);
        expect(parseMoment(`${dayOfMonth}. ${name} ${year}`)).toBe(date);
        expect(parseMoment(`den ${dayOfMonth}. ${name}. ${year}, kl. 08.05`)).toBe(`${date}T08:05`);
      }),
    );
  });
});

describe('slashed dates', () => {
  it('that nothing in the file proves are left out and flagged, never guessed', () => {
    const { opened, problems } = read(columns, ['A', '03/04/2025'], ['B', '05/06/2025'], ['C', '07/07/2025']);
    expect(opened).toEqual([undefined, undefined, '2025-07-07']);
    expect(problems).toEqual([
      [2, 'Oprettet', 'ambiguous-date'],
      [3, 'Oprettet', 'ambiguous-date'],
    ]);
  });

  it('are read with the day first where another column of the file proves it', () => {
    const { opened, problems } = read(columns, ['A', '03/04/2025', '25/12/2024']);
    expect(opened).toEqual(['2025-04-03']);
    expect(problems).toEqual([]);
  });

  it('are read as a person says for the column, dots and named months as they stand', () => {
    const said = columns.map((column) =>
      column.field === 'case_id' ? column : { ...column, dateOrder: 'month-day' as const },
    );
    const { opened, talks, problems } = read(
      said,
      ['A', '03/04/2025', '01/31/2025, 02/03/2025'],
      ['B', '03.04.2025', '3. april 2025'],
      ['C', '31/01/2025', null],
    );
    expect(opened).toEqual(['2025-03-04', '2025-04-03', undefined]);
    expect(talks).toEqual([['2025-01-31', '2025-02-03'], ['2025-04-03'], undefined]);
    expect(problems).toEqual([[4, 'Oprettet', 'invalid-date']]);
    const danish = columns.map((column) =>
      column.field === 'case_id' ? column : { ...column, dateOrder: 'day-month' as const },
    );
    expect(read(danish, ['A', '03/04/2025']).opened).toEqual(['2025-04-03']);
  });

  it('with hyphens are Danish, unless their own column puts the month first', () => {
    expect(read(columns, ['A', '03-04-2025']).opened).toEqual(['2025-04-03']);
    const american = read(columns, ['A', '03-04-2025'], ['B', '12-31-2025']);
    expect(american.opened).toEqual([undefined, undefined]);
    expect(american.problems.map(([, , code]) => code)).toEqual(['ambiguous-date', 'invalid-date']);
  });
});

describe('the guess', () => {
  const orderOf = (...values: readonly string[]) =>
    guessColumns(
      { headers: ['Sagsnr', 'Oprettet'], groups: [] },
      values.map((value, index) => ({ row: index + 2, cells: [`A-${index}`, value] })),
    )[1]?.dateOrder;

  it('asks for a column that fits both orders, and for one that puts the month first', () => {
    expect(orderOf('03/04/2025', '05/06/2025')).toBe('asked');
    expect(orderOf('03/04/2025', '12/31/2025')).toBe('asked');
    expect(orderOf('03/04/2025', '31/12/2025')).toBe('day-month');
    expect(orderOf('03.04.2025')).toBeNull();
    expect(orderOf('2025-04-03' as LocalDate)).toBeNull();
  });
});
