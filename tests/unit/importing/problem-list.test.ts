import { describe, expect, it } from 'vitest';

import { createProblemList } from '#shared/domain/importing/problem-list.ts';
import type { ImportProblem } from '#shared/domain/importing/problem.ts';
import { createBlankRows } from '#shared/domain/importing/row-ranges.ts';
import { fc } from '../../support/fast-check.ts';

describe('createProblemList', () => {
  it('keeps the rare ones complete, the first of the frequent ones, and counts all', () => {
    const list = createProblemList(10);
    for (let row = 1; row <= 1_000; row += 1) list.add({ row, column: 'Dato', code: 'invalid-date' });
    list.add({ row: 1_001, code: 'duplicate-row' });
    list.add({ row: 1_002, code: 'duplicate-row' });
    const { problems, kinds } = list.finish();
    expect(kinds).toEqual([
      { code: 'invalid-date', column: 'Dato', count: 1_000, listed: 8 },
      { code: 'duplicate-row', count: 2, listed: 2 },
    ]);
    expect(problems.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1_001, 1_002]);
  });

  it('never lists more than it may, counts every problem once, and cuts only the largest kinds', () => {
    const problem = fc.record({
      row: fc.nat(99),
      column: fc.constantFrom('A', 'B', 'C', 'D'),
      code: fc.constantFrom<ImportProblem['code']>('invalid-date', 'cpr-invalid'),
    });
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (all, most) => {
        const list = createProblemList(most);
        all.forEach((each) => list.add(each));
        const { problems, kinds } = list.finish();
        expect(problems).toHaveLength(Math.min(most, all.length));
        expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(kinds.reduce((sum, { listed }) => sum + listed, 0)).toBe(problems.length);
        const largest = Math.max(0, ...kinds.map(({ listed }) => listed));
        for (const { count, listed } of kinds) if (listed < count) expect(listed).toBeGreaterThanOrEqual(largest - 1);
      }),
    );
  });
});

describe('createBlankRows', () => {
  it('counts the rows of a sheet that were never given, up to the last one', () => {
    const rows = createBlankRows(3);
    [1, 3, 4, 7].forEach((row) => rows.pass(row));
    rows.pass(8);
    rows.add(8);
    rows.pass(9);
    rows.pass(12);
    rows.add(12);
    expect(rows.finish(9)).toEqual({
      header: { ranges: [[1, 3]], more: 0 },
      blank: {
        ranges: [
          [5, 6],
          [8, 8],
        ],
        more: 0,
      },
    });
  });

  it('counts only blank lines of a text file, where a record may take several lines', () => {
    const rows = createBlankRows(1);
    [1, 2, 5].forEach((row) => rows.pass(row));
    rows.pass(6);
    rows.add(6);
    expect(rows.finish().blank).toEqual({ ranges: [[6, 6]], more: 0 });
  });

  it('keeps 500 ranges and counts the rest', () => {
    const rows = createBlankRows(1);
    for (let row = 2; row <= 1_201; row += 2) {
      rows.pass(row);
      rows.add(row);
    }
    const { ranges, more } = rows.finish().blank;
    expect([ranges.length, more]).toEqual([500, 100]);
  });
});
