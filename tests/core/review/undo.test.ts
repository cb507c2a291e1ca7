import { describe, expect, it } from 'vitest';

import type { Request } from '#shared/contract/operations.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { answerAll, type OpenRound, openRound } from './review-fixture.ts';
import { fc } from '../../support/fast-check.ts';

type Patch = Omit<Request<'review.answer'>, 'roundId' | 'caseId' | 'reading'>;

const patch: fc.Arbitrary<Patch> = fc
  .record({
    itemId: fc.constantFrom('journal', 'barnets-stemme', 'bisidder'),
    change: fc.oneof(
      fc.record({ value: fc.constantFrom('yes' as const, 'partly' as const, 'no' as const, null) }),
      fc.record({ note: fc.constantFrom('', 'Set i notatet', 'Æ, ø og å') }),
      fc.record({ goodPractice: fc.constantFrom(null, '', 'Barnets egne ord') }),
    ),
  })
  .map(({ itemId, change }) => ({ itemId, ...change }));

/** What stands of a case, in the order of the item ids; an item that nothing is said of is as if it were not there. */
async function standing({ app, roundId }: OpenRound, caseId: string): Promise<readonly ItemAnswer[]> {
  const { answers } = await app['review.open']({ roundId, caseId });
  return answers
    .filter(({ value, note, goodPractice }) => value !== null || note !== '' || goodPractice !== undefined)
    .toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
}

async function restart({ app }: OpenRound): Promise<void> {
  await app['workspace.lock']({});
  await app['workspace.unlock']({ passphrase });
}

describe('undo and redo', () => {
  it('restore every state exactly, one answer at a time, over a restart in between', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const sequences = fc.sample(fc.array(patch, { minLength: 3, maxLength: 9 }), { numRuns: ids.length, seed: 4711 });
    for (const [index, acts] of sequences.entries()) {
      const of = { roundId, caseId: ids[index]! };
      const states = [await standing(round, of.caseId)];
      for (const act of acts) {
        await app['review.answer']({ ...of, ...act });
        states.push(await standing(round, of.caseId));
      }
      for (let step = acts.length - 1; step >= 0; step -= 1) {
        if (step === 1) await restart(round);
        expect((await app['review.undo'](of)).canUndo).toBe(step > 0);
        expect(await standing(round, of.caseId)).toEqual(states[step]);
      }
      await restart(round);
      for (let step = 1; step <= acts.length; step += 1) {
        expect((await app['review.redo'](of)).canRedo).toBe(step < acts.length);
        expect(await standing(round, of.caseId)).toEqual(states[step]);
      }
    }
  }, 120_000);

  it('end where nothing is left, in words; a new answer takes the redo away, and another case is not touched', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const of = { roundId, caseId: ids[0]! };
    await expect(app['review.undo'](of)).rejects.toEqual(refused('nothing-to-undo'));
    await expect(app['review.redo'](of)).rejects.toEqual(refused('nothing-to-redo'));
    await app['review.answer']({ roundId, caseId: ids[1]!, itemId: 'journal', value: 'no' });
    await expect(app['review.undo'](of)).rejects.toEqual(refused('nothing-to-undo'));
    await app['review.answer']({ ...of, itemId: 'journal', value: 'yes' });
    await app['review.undo'](of);
    expect(await app['review.open'](of)).toMatchObject({ canUndo: false, canRedo: true });
    await app['review.answer']({ ...of, itemId: 'bisidder', value: 'yes' });
    await expect(app['review.redo'](of)).rejects.toEqual(refused('nothing-to-redo'));
    expect(await standing(round, ids[1]!)).toMatchObject([{ itemId: 'journal', value: 'no' }]);
  });

  it('are refused in a closed review, and nothing changes', async () => {
    const round = await openRound();
    const { app, roundId, ids, onDisk } = round;
    const of = { roundId, caseId: ids[0]! };
    await answerAll(round, of.caseId, ['journal']);
    await app['review.answer']({ ...of, itemId: 'journal', value: 'yes' });
    await app['review.close']({ ...of, despiteWarnings: true });
    const before = onDisk();
    await expect(app['review.undo'](of)).rejects.toEqual(refused('review-closed'));
    await expect(app['review.redo'](of)).rejects.toEqual(refused('review-closed'));
    expect(onDisk()).toEqual(before);
  });
});

describe('the order of answers', () => {
  it('does not matter: what stands is the same', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const acts: readonly Patch[] = [
      { itemId: 'journal', value: 'no' },
      { itemId: 'barnets-stemme', value: 'partly' },
      { itemId: 'bisidder', value: 'na' },
      { itemId: 'journal', note: 'Se bilag' },
      { itemId: 'barnets-stemme', goodPractice: 'Tegninger brugt' },
    ];
    const order = fc.sample(fc.shuffledSubarray([...acts], { minLength: acts.length }), { numRuns: 3, seed: 7 });
    const found = [];
    for (const [index, shuffled] of order.entries()) {
      for (const act of shuffled) await app['review.answer']({ roundId, caseId: ids[index]!, ...act });
      found.push(await standing(round, ids[index]!));
    }
    expect(found[0]).toHaveLength(3);
    expect(found).toEqual([found[0], found[0], found[0]]);
  });
});
