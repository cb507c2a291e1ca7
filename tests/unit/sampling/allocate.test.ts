import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { allocate, type Quota } from '../../../shared/domain/sampling/allocate.ts';
import { fc } from '../../support/fast-check.ts';

const vectors = JSON.parse(readFileSync(new URL('../../fixtures/vectors.json', import.meta.url), 'utf8')) as {
  readonly allocation_largest_remainder: readonly {
    readonly N: readonly number[];
    readonly n: number;
    readonly out: readonly number[];
  }[];
};

const named = (sizes: readonly number[]) => sizes.map((size, index) => ({ name: `group ${index}`, size }));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const sizes = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 })
  .filter((list) => sum(list) > 0);
const problem = sizes.chain((list) => fc.tuple(fc.constant(named(list)), fc.integer({ min: 1, max: sum(list) })));

describe('allocate', () => {
  it.each(vectors.allocation_largest_remainder)('shares $n over $N by largest remainder', ({ N, n, out }) => {
    expect(allocate(named(N), { kind: 'proportional', size: n })).toEqual(out);
  });

  it('gives equal remainders in code-point order of the name, whatever the order of the strata', () => {
    const strata = ['ø', 'B', 'a', '\u{1F600}', '\uFF21'].map((name) => ({ name, size: 10 }));
    const drawn = allocate(strata, { kind: 'proportional', size: 3 });
    expect(strata.filter((_, index) => drawn[index] === 1).map(({ name }) => name)).toEqual(['ø', 'B', 'a']);
    expect(allocate(strata.toReversed(), { kind: 'proportional', size: 4 }).toReversed()).toEqual([1, 1, 1, 0, 1]);
  });

  it.each<[string, Quota, readonly number[], readonly number[]]>([
    ['no minimum: a small group may get none', { kind: 'proportional', size: 10 }, [1000, 10], [10, 0]],
    ['equal, divisible', { kind: 'equal', size: 9 }, [50, 40, 30], [3, 3, 3]],
    ['equal, the rest to the first', { kind: 'equal', size: 11 }, [50, 40, 30], [4, 4, 3]],
    ['equal, a small group gives all and the others share', { kind: 'equal', size: 20 }, [2, 40, 30], [2, 9, 9]],
    ['equal, a group smaller than the second share', { kind: 'equal', size: 20 }, [1, 7, 30, 30], [1, 7, 6, 6]],
    ['equal, everything', { kind: 'equal', size: 6 }, [1, 2, 3], [1, 2, 3]],
    ['equal, fewer cases than groups', { kind: 'equal', size: 2 }, [5, 5, 5], [1, 1, 0]],
    ['everything', { kind: 'everything' }, [5, 2, 0], [5, 2, 0]],
    ['a minimum of one', { kind: 'proportional', size: 20, minimum: 1 }, [1000, 10, 0], [19, 1, 0]],
    ['a minimum of two', { kind: 'proportional', size: 20, minimum: 2 }, [140, 61, 39, 10], [10, 5, 3, 2]],
    ['a minimum larger than a group', { kind: 'proportional', size: 10, minimum: 3 }, [100, 2, 50], [5, 2, 3]],
    ['a minimum that takes the whole size', { kind: 'proportional', size: 6, minimum: 2 }, [90, 5, 5], [2, 2, 2]],
    ['a minimum with equal shares', { kind: 'equal', size: 4, minimum: 1 }, [9, 9, 9], [2, 1, 1]],
    ['per stratum, all of a smaller one', { kind: 'perStratum', perStratum: 3 }, [5, 2, 0, 3], [3, 2, 0, 3]],
  ])('%s', (_name, quota, given, expected) => {
    expect(allocate(named(given), quota)).toEqual(expected);
  });

  it('sums to exactly the size and never takes more than a stratum holds', () => {
    fc.assert(
      fc.property(problem, fc.constantFrom('proportional' as const, 'equal' as const), ([strata, size], kind) => {
        const drawn = allocate(strata, { kind, size });
        expect(sum(drawn)).toBe(size);
        expect(drawn.every((count, index) => count >= 0 && count <= strata[index]!.size)).toBe(true);
      }),
    );
  });

  it('stays within one case of the exact proportion', () => {
    fc.assert(
      fc.property(problem, ([strata, size]) => {
        const total = sum(strata.map((stratum) => stratum.size));
        for (const [index, count] of allocate(strata, { kind: 'proportional', size }).entries()) {
          expect(Math.abs(count * total - size * strata[index]!.size)).toBeLessThan(total);
        }
      }),
    );
  });

  it('never gives a case back when the sample grows, and still sums to the size', () => {
    const grown = problem.chain(([strata, size]) =>
      fc.tuple(fc.constant(strata), fc.constant(size), fc.integer({ min: size, max: sum(strata.map((s) => s.size)) })),
    );
    fc.assert(
      fc.property(grown, fc.constantFrom('proportional' as const, 'equal' as const), ([strata, size, larger], kind) => {
        const before = allocate(strata, { kind, size });
        const after = allocate(strata, { kind, size: larger }, before);
        expect(after.every((count, index) => count >= before[index]! && count <= strata[index]!.size)).toBe(true);
        expect(sum(after)).toBe(larger);
      }),
    );
  });

  it('keeps the case that largest remainder alone would take back', () => {
    const strata = named([6, 6, 2]);
    expect(allocate(strata, { kind: 'proportional', size: 10 })).toEqual([4, 4, 2]);
    expect(allocate(strata, { kind: 'proportional', size: 11 })).toEqual([5, 5, 1]);
    expect(allocate(strata, { kind: 'proportional', size: 11 }, [4, 4, 2])).toEqual([5, 4, 2]);
  });

  it('gives every stratum the minimum or all it has, still sums to the size, and takes it from the largest shares', () => {
    fc.assert(
      fc.property(
        problem,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('proportional' as const, 'equal' as const),
        ([strata, size], minimum, kind) => {
          fc.pre(sum(strata.map((stratum) => Math.min(stratum.size, minimum))) <= size);
          const drawn = allocate(strata, { kind, size, minimum });
          const plain = allocate(strata, { kind, size });
          expect(sum(drawn)).toBe(size);
          for (const [index, count] of drawn.entries()) {
            const floor = Math.min(strata[index]!.size, minimum);
            expect(count).toBeGreaterThanOrEqual(floor);
            expect(count).toBeLessThanOrEqual(strata[index]!.size);
            if (count > plain[index]!) expect(count - plain[index]! <= 1 || count === floor).toBe(true);
          }
        },
      ),
    );
  });

  it('refuses a minimum that takes more than the size', () => {
    expect(() => allocate(named([9, 9, 9]), { kind: 'proportional', size: 5, minimum: 2 })).toThrow(RangeError);
  });

  it('refuses more cases than there are', () => {
    expect(() => allocate(named([3, 4]), { kind: 'proportional', size: 8 })).toThrow(RangeError);
    expect(() => allocate(named([3, 4]), { kind: 'equal', size: 8 })).toThrow(RangeError);
  });
});
