import { describe, expect, it } from 'vitest';

import { type CellContent, type CellNow, cellKey } from '../../../shared/domain/exchange/cells.ts';
import {
  conflictsOf,
  decide,
  merge,
  project,
  type RoundContent,
  type RoundVersions,
  stamp,
  stampGiven,
} from '../../../shared/domain/exchange/round-versions.ts';
import { anAnswer, answerCell, edit, numRuns, packagesOfOneHistory, reviewCell, timeout } from './some-versions.ts';
import { testHash } from './test-hash.ts';
import { fc } from '../../support/fast-check.ts';

const none: RoundVersions = new Map();
const removed = { by: 'Mette', at: '2026-03-09T08:00:00.000Z' };
const answer = answerCell();

function written(content: CellContent, by = 'Mette', at = '2026-03-03T08:00:00.000Z', cell = answer): RoundContent {
  return new Map([[cell, { content, by, at }]]);
}

const stamped = (content: RoundContent, versions: RoundVersions): RoundVersions =>
  stamp(content, versions, testHash, removed);

/** Two heads who got the same answer. */
const base = stamped(written(anAnswer('partly')), none);
const headsOf = (versions: RoundVersions, cell = answer) => versions.get(cell) ?? [];

describe('two edits of one answer', () => {
  const mine = stamped(written(anAnswer('yes'), 'Mette'), base);
  const yours = stamped(written(anAnswer('no'), 'Anders'), base);
  const both = merge(mine, yours);

  it('are a conflict, in which the answer is unanswered', () => {
    expect(conflictsOf(both)).toEqual([{ cell: answer, versions: headsOf(both) }]);
    expect(
      headsOf(both)
        .map(({ by }) => by)
        .sort(),
    ).toEqual(['Anders', 'Mette']);
    expect(project(both).get(answer)?.content).toEqual(anAnswer(null));
  });

  it('are one also where one side edited several times, and sent only some of them', () => {
    const again = stamped(written(anAnswer('cannot-tell'), 'Mette', '2026-03-04T08:00:00.000Z'), mine);
    const third = stamped(written(anAnswer('na'), 'Mette', '2026-03-05T08:00:00.000Z'), again);
    expect(
      headsOf(merge(yours, third))
        .map(({ by }) => by)
        .sort(),
    ).toEqual(['Anders', 'Mette']);
    expect(merge(merge(third, yours), mine)).toEqual(merge(third, yours));
    expect(headsOf(merge(mine, third))).toEqual(headsOf(third));
  });

  it('are one where a workspace was restored from an older copy and edited again', () => {
    const sent = stamped(written(anAnswer('yes'), 'Mette'), base);
    const restored = stamped(written(anAnswer('no'), 'Mette', '2026-03-06T08:00:00.000Z'), base);
    expect(conflictsOf(merge(sent, restored))).toHaveLength(1);
  });

  it('are none where both wrote the same', () => {
    const same = merge(mine, stamped(written(anAnswer('yes'), 'Anders'), base));
    expect(headsOf(same)).toHaveLength(2);
    expect(conflictsOf(same)).toEqual([]);
    const next = stamped(written(anAnswer('na'), 'Karen', '2026-03-07T08:00:00.000Z'), same);
    expect(headsOf(merge(next, same))).toEqual(headsOf(next));
  });

  it('stay a conflict when a third person types an answer into the table', () => {
    const third = stamped(written(anAnswer('na'), 'Karen', '2026-03-07T08:00:00.000Z'), both);
    expect(headsOf(third)).toHaveLength(3);
    expect(headsOf(merge(third, both))).toHaveLength(3);
    expect(stamped(written(anAnswer('yes'), 'Karen'), both)).toEqual(both);
  });

  it('come back where an answer that was undone is typed into a conflict again', () => {
    const partly = { content: anAnswer('partly'), by: 'Mette', at: '2026-03-03T08:00:00.000Z' };
    const again = stamped(new Map([[answer, partly]]), both);
    expect(headsOf(again)).toHaveLength(3);
    expect(headsOf(again).map(({ content }) => content)).toContainEqual(anAnswer('partly'));
  });

  it('end everywhere with a decision, and begin anew with a later edit', () => {
    const chosen = headsOf(both).find(({ by }) => by === 'Anders')!;
    const at = { by: 'Karen', at: '2026-03-08T08:00:00.000Z' };
    const decided = decide(both, { cell: answer, versionId: chosen.id }, at, testHash)!;
    expect(conflictsOf(decided)).toEqual([]);
    expect(project(decided).get(answer)).toEqual({ content: anAnswer('no'), ...at });
    for (const elsewhere of [mine, yours, base, both]) {
      expect(merge(elsewhere, decided).get(answer)).toEqual(decided.get(answer));
    }
    const later = stamped(written(anAnswer('na'), 'Mette', '2026-03-10T08:00:00.000Z'), mine);
    expect(conflictsOf(merge(decided, later))).toHaveLength(1);
    const after = stamped(written(anAnswer('na'), 'Mette', '2026-03-10T08:00:00.000Z'), merge(mine, decided));
    expect(conflictsOf(merge(decided, after))).toEqual([]);
  });

  it('cannot be decided twice, nor for a version that does not stand', () => {
    const [one] = headsOf(both);
    const choice = { cell: answer, versionId: one!.id };
    const decided = decide(both, choice, removed, testHash)!;
    expect(decide(decided, choice, removed, testHash)).toBeNull();
    expect(decide(both, { cell: answer, versionId: headsOf(base)[0]!.id }, removed, testHash)).toBeNull();
    expect(decide(both, { cell: reviewCell(), versionId: one!.id }, removed, testHash)).toBeNull();
    expect(decide(base, { cell: answer, versionId: headsOf(base)[0]!.id }, removed, testHash)).toBeNull();
  });
});

describe('what was edited in the tables', { timeout }, () => {
  it('is nothing where nothing was: what was projected gives the same versions, and they project the same', () => {
    fc.assert(
      fc.property(packagesOfOneHistory, (all) => {
        const versions = all.reduce(merge, none);
        const rows = project(versions);
        const again = stamped(rows, versions);
        expect(again).toEqual(versions);
        expect(project(again)).toEqual(rows);
        const withoutEmpty = new Map([...rows].filter(([, { content }]) => (content as { value?: unknown }).value));
        expect(stamped(withoutEmpty, versions)).toEqual(versions);
      }),
      { numRuns },
    );
  });

  it('is an answer or comment that was taken away, and nothing else that is missing', () => {
    const comment = cellKey({ kind: 'comment', caseKey: '2026-1', itemId: 'plan' });
    const talk = cellKey({ kind: 'conversation', caseKey: '2026-1' });
    const start: RoundContent = new Map<string, CellNow>([
      [answer, { content: anAnswer('yes'), ...removed }],
      [comment, { content: { stance: 'agree', text: 'ja' }, ...removed }],
      [talk, { content: { held: null, praise: 'godt', agreement: '', due: null }, ...removed }],
    ]);
    const before = stamped(start, none);
    const after = stamped(new Map(), before);
    expect(headsOf(after).map(({ content }) => content)).toEqual([anAnswer(null)]);
    expect(headsOf(after, comment).map(({ content }) => content)).toEqual([null]);
    expect(after.get(talk)).toEqual(before.get(talk));
    expect(merge(after, before)).toEqual(after);
    expect(stamped(new Map(), after)).toEqual(after);
  });

  it('is not the time that a review took: the same version goes on with it', () => {
    const review = { reader: 'Mette', state: 'draft' as const, closedAt: null, seconds: 90 };
    const before = stamped(written(review, 'Mette', removed.at, reviewCell()), none);
    const looked = { ...review, seconds: 120 };
    const after = stamped(written(looked, 'Anders', '2026-03-10T08:00:00.000Z', reviewCell()), before);
    const [version] = headsOf(before, reviewCell());
    expect(headsOf(after, reviewCell())).toEqual([{ ...version, content: looked }]);
    expect(merge(before, after)).toEqual(after);
  });

  it('is no version where nobody has said anything yet', () => {
    expect(stamped(written(anAnswer(null)), none)).toEqual(none);
  });

  it('is the same where it is remembered elsewhere what the tables were given', () => {
    const given = project(base);
    const isGiven = (cell: string, now: CellContent) =>
      JSON.stringify(given.get(cell)?.content) === JSON.stringify(now);
    const edited = written(anAnswer('no'), 'Anders');
    expect(stampGiven(edited, base, isGiven, testHash, removed)).toEqual(stamped(edited, base));
    expect(stampGiven(given, base, isGiven, testHash, removed)).toEqual(base);
  });
});

describe('a closed review', () => {
  const review = { reader: 'Mette', state: 'done' as const, closedAt: '2026-03-03T09:00:00.000Z', seconds: 600 };
  const open = { ...review, state: 'reopened', closedAt: null };
  const closed = stamped(
    new Map<string, CellNow>([
      [answer, { content: anAnswer('yes'), ...removed }],
      [reviewCell(), { content: review, ...removed }],
    ]),
    none,
  );
  const other = merge(closed, new Map([[answer, [edit(anAnswer('no'), [], 'Anders')]]]));

  it('is open while an answer in it is in conflict, and closes when that is decided', () => {
    expect(project(closed).get(reviewCell())?.content).toEqual(review);
    expect(project(other).get(reviewCell())?.content).toEqual(open);
    expect(stamped(project(other), other)).toEqual(other);
    const [first] = headsOf(other);
    const decided = decide(other, { cell: answer, versionId: first!.id }, removed, testHash)!;
    expect(project(decided).get(reviewCell())?.content).toEqual(review);
  });

  it('is open while an answer in it was emptied elsewhere, and not for an answer of another case or reading', () => {
    const emptied = stamped(new Map([[reviewCell(), { content: review, ...removed }]]), closed);
    expect(project(emptied).get(reviewCell())?.content).toEqual(open);
    const second = cellKey({ kind: 'answer', caseKey: '2026-1', reading: 2, itemId: 'plan' });
    for (const cell of [answerCell('2026-2'), second]) {
      const elsewhere = merge(closed, new Map([[cell, [edit(anAnswer(null))]]]));
      expect(project(elsewhere).get(reviewCell())?.content).toEqual(review);
    }
  });

  it('closes by itself when the missing answer is given, however it is remembered what the tables were given', () => {
    const emptied = stamped(new Map([[reviewCell(), { content: review, ...removed }]]), closed);
    const given = project(emptied);
    const isGiven = (cell: string, now: CellContent) =>
      JSON.stringify(given.get(cell)?.content) === JSON.stringify(now);
    const rows = new Map(given).set(answer, { content: anAnswer('na'), by: 'Anders', at: removed.at });
    // The content that was edited away need not be remembered.
    const [head] = headsOf(emptied);
    const forgotten = new Map(emptied).set(answer, [{ ...head!, content: anAnswer('yes', 'glemt') }]);
    const after = stampGiven(rows, forgotten, isGiven, testHash, removed);
    expect(after).toEqual(stamped(rows, emptied));
    expect(after.get(reviewCell())).toEqual(emptied.get(reviewCell()));
    expect(project(after).get(reviewCell())?.content).toEqual(review);
  });

  it('that is locked is opened too, and one that is open is left as it is', () => {
    const locked = new Map(closed).set(reviewCell(), [edit({ ...review, state: 'locked' })]);
    const conflicted = merge(locked, new Map([[answer, [edit(anAnswer('no'), [], 'Anders')]]]));
    expect(project(conflicted).get(reviewCell())?.content).toEqual(open);
    const draft = merge(
      other,
      new Map([[reviewCell(), [edit({ ...open, state: 'draft' } as CellContent, headsOf(other, reviewCell()))]]]),
    );
    expect(project(draft).get(reviewCell())?.content).toMatchObject({ state: 'draft' });
  });
});

describe('a conflict beside the answers', () => {
  const talk = { held: '2026-03-02', praise: 'godt', agreement: '', due: null };
  const action = {
    caseKey: null,
    itemId: 'plan',
    kind: 'practice' as const,
    text: 'Planer gennemgås',
    owner: 'Mette',
    due: null,
    critical: false,
    created: '2026-03-01T09:00:00.000Z',
    done: '2026-03-04',
    category: 'workflows' as const,
    measured: null,
  };
  const review = { reader: 'Mette', state: 'done' as const, closedAt: '2026-03-03T09:00:00.000Z', seconds: 600 };

  it.each([
    ['action/a1', action, { ...action, done: null }],
    ['review/2026-1/1', review, { ...review, state: 'draft' as const, closedAt: null }],
    ['conversation/2026-1', talk, { ...talk, held: null }],
    ['comment/2026-1/plan', null, { stance: 'disagree' as const, text: 'nej' }],
  ])('shows the least finished: %s', (cell, finished, unfinished) => {
    const one = edit(finished, [], 'Mette');
    // Whichever has the smaller id.
    for (const minute of [1, 2, 3, 4, 5, 6]) {
      const heads = merge(new Map([[cell, [one]]]), new Map([[cell, [edit(unfinished, [], 'Anders', minute)]]]));
      expect(project(heads).get(cell)?.content).toEqual(unfinished);
    }
  });

  it('shows the smaller id of two that are equally unfinished', () => {
    const versions = [edit(talk), edit({ ...talk, praise: 'fint' }, [], 'Anders')];
    const [first] = versions.map(({ id }) => id).sort();
    const shown = project(
      merge(new Map([['conversation/x', [versions[0]!]]]), new Map([['conversation/x', [versions[1]!]]])),
    );
    expect(shown.get('conversation/x')?.content).toEqual(versions.find(({ id }) => id === first)?.content);
  });
});
