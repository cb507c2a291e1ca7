import { describe, expect, it } from 'vitest';

import type { AnswerValue } from '#shared/domain/review/answer.ts';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { itemIds, type OpenRound, openRound, plan } from './review-fixture.ts';

const item = 'journal';

async function drawAgain({ app }: Pick<OpenRound, 'app'>, seed: string, name: string) {
  const [latest] = await app['importing.list']({});
  const { roundId } = await app['sampling.draw']({
    importId: latest!.importId,
    plan: { ...plan, seed },
    name,
    redrawReason: 'Ny måling',
  });
  const queue = await app['review.queue']({ roundId });
  return { roundId, queue };
}

/** Closes the round's cases in the order of the queue with these answers to the item; null leaves a case unread. */
async function read(
  { app }: Pick<OpenRound, 'app'>,
  roundId: string,
  values: readonly (AnswerValue | null)[],
  close = true,
): Promise<void> {
  const queue = await app['review.queue']({ roundId });
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const { caseId } = queue[index]!;
    const items = await itemIds(app, roundId, caseId);
    const answers = Object.fromEntries(items.map((id) => [id, { value: id === item ? value : ('yes' as const) }]));
    const reviews = [{ caseId, close, answers }];
    const { rejected } = await app['review.answerFile']({ roundId, answers: { template: 'barnets-lov', reviews } });
    expect(rejected).toEqual([]);
  }
}

const practiceOf = (roundId: string, part: object = {}) => ({
  roundId,
  caseId: null,
  itemId: item,
  kind: 'practice' as const,
  text: 'Fast skabelon for journalen',
  owner: 'Afdelingsleder',
  due: '2026-06-30',
  category: 'journal-practice' as const,
  ...part,
});

/** Counts from the answers themselves, without the core's own counting: closed reviews of the random part. */
async function counted({ app }: Pick<OpenRound, 'app'>, roundId: string) {
  let [yes, n] = [0, 0];
  for (const line of await app['review.queue']({ roundId })) {
    if (line.part !== 'random' || line.state !== 'done' || line.replacedBy !== null) continue;
    const { answers } = await app['review.open']({ roundId, caseId: line.caseId });
    const value = answers.find(({ itemId }) => itemId === item)?.value;
    if (value === 'yes') yes += 1;
    if (value === 'yes' || value === 'partly' || value === 'no' || value === 'cannot-tell') n += 1;
  }
  return { roundId, yes, n };
}

describe('a change of practice', () => {
  it('carries a category; an action on one case carries none, whatever is sent', async () => {
    const { app, roundId, ids } = await openRound();
    const save = (part: object) => app['review.saveAction']({ id: null, action: practiceOf(roundId, part) });
    await expect(save({ category: null })).rejects.toEqual(refused('category-missing'));
    await expect(save({ category: 'noget-andet' })).rejects.toEqual(refused('invalid-input'));
    expect(await save({})).toMatchObject({ category: 'journal-practice', critical: false });
    const { id, ...onCase } = await save({ kind: 'case', caseId: ids[0]! });
    expect(onCase.category).toBeNull();
    const turned = practiceOf(roundId, { caseId: ids[0]!, category: null });
    await expect(app['review.saveAction']({ id, action: turned })).rejects.toEqual(refused('category-missing'));
    expect((await app['review.actions']({})).find((action) => action.id === id)!.kind).toBe('case');
  });

  it('is never critical, not even on a critical item: it puts no child’s case right', async () => {
    const { app, roundId, ids } = await openRound();
    const action = practiceOf(roundId, { caseId: ids[0]!, itemId: 'barnets-stemme' });
    expect((await app['review.saveAction']({ id: null, action })).critical).toBe(false);
  });

  it('is closed by a later sample with the figures that a count of the answers gives, and survives a restart', async () => {
    const round = await openRound();
    const { app, roundId } = round;
    await read(round, roundId, ['yes', 'no', 'partly', 'na', 'yes', 'yes']);
    const { id } = await app['review.saveAction']({ id: null, action: practiceOf(roundId) });
    const later = await drawAgain(round, '4712', 'Forår');
    await read(round, later.roundId, ['yes', 'cannot-tell', 'yes', 'yes', 'no']);
    const before = await counted(round, roundId);
    const after = await counted(round, later.roundId);
    expect([before, after]).toEqual([
      { roundId, yes: 1, n: 3 },
      { roundId: later.roundId, yes: 3, n: 4 },
    ]);
    expect(await app['review.measures']({ id })).toMatchObject({
      before,
      later: [{ name: 'Forår', asOf: '2025-11-03', measure: after }],
    });
    const done = await app['review.setActionDone']({ id, done: true, measuredIn: later.roundId });
    expect(done).toMatchObject({ done: '2026-01-15', measured: { before, after } });
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect(await app['review.actions']({})).toEqual([done]);
    expect(await app['review.setActionDone']({ id, done: false })).toMatchObject({ done: null, measured: null });
  });

  it('stays open without a later sample that has the item answered in its random part', async () => {
    const round = await openRound();
    const { app } = round;
    await read(round, round.roundId, ['yes', 'yes', 'yes', 'yes']);
    const second = await drawAgain(round, '4712', 'Efterår');
    await read(round, second.roundId, ['no', 'no']);
    const { id } = await app['review.saveAction']({ id: null, action: practiceOf(second.roundId) });
    const third = await drawAgain(round, '4713', 'Vinter');
    const setDone = (measuredIn: string | null) => app['review.setActionDone']({ id, done: true, measuredIn });
    await expect(setDone(null)).rejects.toEqual(refused('later-sample-needed'));
    await expect(setDone('findes-ikke')).rejects.toEqual(refused('round-not-found'));
    await expect(setDone(round.roundId)).rejects.toEqual(refused('later-sample-needed'));
    await expect(setDone(second.roundId)).rejects.toEqual(refused('later-sample-needed'));
    // Nobody has read the third round.
    await expect(setDone(third.roundId)).rejects.toEqual(refused('later-sample-needed'));
    // Its targeted cases say nothing of the practice, and "not relevant" is no answer to the question.
    await read(round, third.roundId, ['na', null, null, null, 'yes', 'yes']);
    await expect(setDone(third.roundId)).rejects.toEqual(refused('later-sample-needed'));
    // An open review is not an answer yet.
    await read(round, third.roundId, [null, 'yes'], false);
    await expect(setDone(third.roundId)).rejects.toEqual(refused('later-sample-needed'));
    expect((await app['review.measures']({ id }))!.later).toEqual([]);
    expect((await app['review.actions']({}))[0]!.done).toBeNull();
    const { caseId } = third.queue[1]!;
    await app['review.close']({ roundId: third.roundId, caseId, despiteWarnings: true });
    expect((await setDone(third.roundId)).measured!.after).toEqual({ roundId: third.roundId, yes: 1, n: 1 });
  });

  it('on no item is done when a person says so, as is an action on one case', async () => {
    const { app, roundId, ids } = await openRound();
    for (const part of [{ itemId: null }, { kind: 'case', caseId: ids[0]! }]) {
      const { id } = await app['review.saveAction']({ id: null, action: practiceOf(roundId, part) });
      expect(await app['review.measures']({ id })).toBeNull();
      expect(await app['review.setActionDone']({ id, done: true })).toMatchObject({
        done: '2026-01-15',
        measured: null,
      });
    }
    await expect(app['review.measures']({ id: 'findes-ikke' })).rejects.toEqual(refused('action-not-found'));
  });
});
