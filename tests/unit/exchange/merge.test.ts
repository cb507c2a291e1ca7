import { describe, expect, it } from 'vitest';

import { merge, project, type RoundVersions } from '../../../shared/domain/exchange/round-versions.ts';
import { isConflict, mergeHeads } from '../../../shared/domain/exchange/version.ts';
import {
  anAnswer,
  answerCell,
  edit,
  numRuns,
  packagesOfOneHistory,
  reduced,
  reviewCell,
  timeout,
} from './some-versions.ts';
import { fc } from '../../support/fast-check.ts';

const none: RoundVersions = new Map();
const together = (all: readonly RoundVersions[]): RoundVersions => all.reduce(merge, none);
const plain = (versions: ReadonlyMap<string, unknown>): unknown => [...versions].sort(([a], [b]) => (a < b ? -1 : 1));

describe('merging', { timeout }, () => {
  it('gives the same whatever the order and the grouping', () => {
    const shuffled = packagesOfOneHistory.chain((all) =>
      fc.record({
        all: fc.constant(all),
        order: fc.shuffledSubarray(all.slice(), { minLength: all.length }),
        cut: fc.nat(all.length),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ all, order, cut }) => {
        const once = together(all);
        const grouped = merge(together(order.slice(cut)), together(order.slice(0, cut)));
        expect(plain(grouped)).toEqual(plain(once));
        expect(plain(project(grouped))).toEqual(plain(project(once)));
      }),
      { numRuns },
    );
  });

  it('is idempotent, associative and commutative', () => {
    const three = packagesOfOneHistory.map((all) => [all[0] ?? none, all[1] ?? none, all[2] ?? none] as const);
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(plain(merge(a, a))).toEqual(plain(a));
        expect(plain(merge(merge(a, b), b))).toEqual(plain(merge(a, b)));
        expect(plain(merge(a, b))).toEqual(plain(merge(b, a)));
        expect(plain(merge(merge(a, b), c))).toEqual(plain(merge(a, merge(b, c))));
      }),
      { numRuns },
    );
  });

  it('never loses what it was given: each version stands, or something that stands replaces it', () => {
    fc.assert(
      fc.property(packagesOfOneHistory, (all) => {
        const merged = together(all);
        const kept = new Set([...merged.values()].flat().flatMap(({ id, ancestors }) => [id, ...ancestors]));
        for (const version of all.flatMap((each) => [...each.values()].flat())) expect(kept).toContain(version.id);
      }),
      { numRuns },
    );
  });

  it('changes nothing when an older package comes after a newer', () => {
    fc.assert(
      fc.property(packagesOfOneHistory, (all) => {
        const newest = together(all);
        for (const older of all) expect(plain(merge(newest, older))).toEqual(plain(newest));
      }),
      { numRuns },
    );
  });

  it('takes the copy with names, and keeps it when one without comes later', () => {
    const whole = edit(anAnswer('no', 'Sofie blev ikke hørt'));
    const without = reduced(whole);
    expect(without.reduced).toBe(true);
    expect(mergeHeads([without], [whole])).toEqual([whole]);
    expect(mergeHeads([whole], [without])).toEqual([whole]);
    const next = edit(anAnswer('yes'), [without], 'Anders', 1);
    expect(mergeHeads([next], [whole])).toEqual([next]);
  });

  it('keeps the longest time of a review that was only looked at', () => {
    const review = { reader: 'Mette', state: 'draft' as const, closedAt: null, seconds: 90 };
    const version = edit(review);
    const later = { ...version, content: { ...review, seconds: 120 } };
    expect(mergeHeads([later], [version])).toEqual([later]);
    expect(mergeHeads([version], [later])).toEqual([later]);
    const copy = edit({ ...review, seconds: 700 }, [], 'Anders', 1);
    expect(isConflict([version, copy])).toBe(false);
    const projected = project(new Map([[reviewCell(), [version, copy]]])).get(reviewCell());
    expect(projected?.content).toMatchObject({ seconds: 700 });
  });

  it('takes an edit that was made again from a copy for the same edit, however long was looked at it', () => {
    const review = { reader: 'Mette', state: 'draft' as const, closedAt: null, seconds: 90 };
    expect(edit({ ...review, seconds: 200 }).id).toBe(edit(review).id);
    expect(edit({ ...review, reader: 'Anders' }).id).not.toBe(edit(review).id);
  });

  it('sees a conflict in different contents only, however they were built', () => {
    const yes = edit({ value: 'yes', note: 'x', evidence: '' });
    const same = edit({ evidence: '', note: 'x', value: 'yes' }, [], 'Anders', 1);
    expect(yes.id).not.toBe(same.id);
    expect(isConflict(mergeHeads([yes], [same]))).toBe(false);
    expect(isConflict(mergeHeads([yes], [edit(anAnswer('no'))]))).toBe(true);
    expect(isConflict([])).toBe(false);
    const cell = answerCell();
    expect(project(new Map([[cell, mergeHeads([yes], [same])]])).get(cell)?.content).toEqual(yes.content);
  });
});
