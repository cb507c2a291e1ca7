import { describe, expect, it } from 'vitest';

import { type Cell, cellKey, cellReader, parseCell } from '../../../shared/domain/exchange/cells.ts';
import { rekey } from '../../../shared/domain/exchange/rekey.ts';
import { fc } from '../../support/fast-check.ts';
import { anAnswer, edit, numRuns } from './some-versions.ts';

/** Parts that begin alike, that have to be encoded, and that look encoded. */
const part = fc.constantFrom('a', 'ab', 'a b', 'æ/ø', '1', '2', '%61', '.', 'a%2Fb', 'answer');
const reading = fc.constantFrom(1 as const, 2 as const);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer'), caseKey: part, reading, itemId: part }) },
  fc.record({ kind: fc.constant('review'), caseKey: part, reading }),
  fc.record({ kind: fc.constant('conversation'), caseKey: part }),
  fc.record({ kind: fc.constant('comment'), caseKey: part, itemId: part }),
  fc.record({ kind: fc.constant('action'), actionId: part }),
);
/** What a forged package may hold in place of a name. */
const noName = fc
  .tuple(
    cell.map(cellKey),
    fc.constantFrom('/', '//', 'x', '%', '%41', '%2f', ' ', '\n', '/x', ''),
    fc.nat(40),
    fc.boolean(),
  )
  .map(([name, more, at, isCut]) => name.slice(0, at) + more + name.slice(isCut ? at + 1 : at));
const names = fc.array(fc.oneof({ weight: 3, arbitrary: cell.map(cellKey) }, noName), { maxLength: 30 });

describe('names of cells that are read one after another', () => {
  it('are read as each alone is, in whatever order and whatever stands between', () => {
    fc.assert(
      fc.property(names, (listed) => {
        const cellOf = cellReader();
        expect(listed.map(cellOf)).toEqual(listed.map(parseCell));
      }),
      { numRuns: numRuns * 5 },
    );
  });

  it('are renamed as each alone is, and the cells of cases that are not known are left out', () => {
    const other: Readonly<Record<string, string>> = { a: 'b', ab: 'a', 'a b': 'c d', 'æ/ø': 'å', '%61': '%62' };
    const renamed = (known: Cell): string | null => {
      if (known.kind === 'action') return cellKey(known);
      const caseKey = other[known.caseKey];
      return caseKey === undefined ? null : cellKey({ ...known, caseKey });
    };
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
        const versions = new Map(cells.map((each, index) => [cellKey(each), [edit(anAnswer('yes'), [], 'M', index)]]));
        const result = rekey(versions, (key) => other[key] ?? null);
        expect([...result.versions.keys()]).toEqual([
          ...new Set([...versions.keys()].flatMap((name) => renamed(parseCell(name)!) ?? [])),
        ]);
        const cases = cells.flatMap((each) => ('caseKey' in each ? each.caseKey : []));
        expect(result.unknown).toEqual([...new Set(cases.filter((key) => !Object.hasOwn(other, key)))].sort());
      }),
      { numRuns: numRuns * 5 },
    );
  });
});
