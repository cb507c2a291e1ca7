import { describe, expect, it } from 'vitest';

import type { Request } from '#shared/contract/operations.ts';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { answerAll, itemIds, type OpenRound, openRound } from './review-fixture.ts';

const answersOf = async ({ app, roundId }: OpenRound, caseId: string) =>
  (await app['review.open']({ roundId, caseId })).answers;

describe('review.answer', () => {
  it('keeps value, note and evidence apart; what a call does not name stays', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const of = { roundId, caseId: ids[0]!, itemId: 'barnets-stemme' };
    const first = await app['review.answer']({ ...of, value: 'no' });
    expect(first).toMatchObject({
      answer: { itemId: 'barnets-stemme', value: 'no', note: '', evidence: '' },
      state: 'draft',
    });
    await app['review.answer']({ ...of, note: 'Ingen samtale før afgørelsen' });
    await app['review.answer']({ ...of, evidence: 'Notat 3-9-2025' });
    const all = { itemId: 'barnets-stemme', note: 'Ingen samtale før afgørelsen', evidence: 'Notat 3-9-2025' };
    expect(await answersOf(round, ids[0]!)).toEqual([{ ...all, value: 'no' }]);
    await app['review.answer']({ ...of, value: null });
    expect(await answersOf(round, ids[0]!)).toEqual([{ ...all, value: null }]);
    await app['review.answer']({ ...of, note: '' });
    expect(await answersOf(round, ids[0]!)).toEqual([{ ...all, value: null, note: '' }]);
  });

  it('makes each change to what the one before it left, also when both are on their way', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const of = { roundId, caseId: ids[0]!, itemId: 'barnets-stemme' };
    await Promise.all([
      app['review.answer']({ ...of, note: 'Ingen samtale' }),
      app['review.answer']({ ...of, value: 'no' }),
      app['review.answer']({ ...of, evidence: 'Notat' }),
    ]);
    expect(await answersOf(round, ids[0]!)).toMatchObject([{ note: 'Ingen samtale', value: 'no', evidence: 'Notat' }]);
  });

  it('is on the disk when it answers: it is there after locking and unlocking', async () => {
    const round = await openRound();
    const { app, roundId, ids, onDisk } = round;
    const before = onDisk()['tilsyn.ltdj'];
    const answer = { itemId: 'journal', value: 'partly', note: 'Æ, ø og å', evidence: 'Bilag 4' } as const;
    const { savedAt } = await app['review.answer']({ roundId, caseId: ids[3]!, ...answer });
    expect(onDisk()['tilsyn.ltdj']).not.toBe(before);
    expect((await app['workspace.status']({})).savedAt).toBe(savedAt);
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect(await answersOf(round, ids[3]!)).toEqual([answer]);
    expect(await answersOf(round, ids[2]!)).toEqual([]);
  });

  it('tells the pages that the review has changed', async () => {
    const { app, ports, roundId, ids } = await openRound();
    ports.events.length = 0;
    await app['review.answer']({ roundId, caseId: ids[0]!, itemId: 'journal', value: 'yes' });
    expect(ports.events).toContainEqual({ name: 'stage-changed', stage: 'review' });
    expect(ports.events).toContainEqual(expect.objectContaining({ name: 'save-state', state: 'saved' }));
  });

  it.each([
    ['an item that the checklist does not have', 'unknown-item', { itemId: 'findes-ikke' }],
    ['a case outside the round', 'case-not-in-round', { caseId: 'outside' }],
    ['a case that was replaced', 'case-not-in-round', { caseId: 'replaced' }],
    ['a round that is not there', 'round-not-found', { roundId: 'findes-ikke' }],
    ['a closed review', 'review-closed', { caseId: 'closed' }],
    ['a value that is none', 'invalid-input', { value: 'måske' }],
    ['a note beyond all reason', 'invalid-input', { note: 'x'.repeat(10_001) }],
  ])('to %s is refused as %s, and nothing changes', async (_what, code, wrong) => {
    const round = await openRound();
    const { app, roundId, ids, onDisk } = round;
    await app['sampling.replace']({ roundId, caseId: ids[0]!, reason: 'transferred' });
    await answerAll(round, ids[1]!);
    await app['review.close']({ roundId, caseId: ids[1]!, despiteWarnings: true });
    const named: Record<string, string> = { replaced: ids[0]!, closed: ids[1]!, outside: round.outside };
    const before = [onDisk(), await app['review.queue']({ roundId }), await answersOf(round, ids[1]!)];
    const request = { roundId, caseId: ids[2]!, itemId: 'journal', value: 'no', ...wrong } as Request<'review.answer'>;
    const caseId = named[request.caseId] ?? request.caseId;
    await expect(app['review.answer']({ ...request, caseId })).rejects.toEqual(refused(code));
    expect([onDisk(), await app['review.queue']({ roundId }), await answersOf(round, ids[1]!)]).toEqual(before);
  });
});

describe('review.close', () => {
  it('is refused with the number of unanswered items; a cleared answer counts, a note does not help', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const [caseId] = ids as [string];
    await expect(app['review.close']({ roundId, caseId, despiteWarnings: true })).rejects.toEqual(
      refused('review-incomplete', { unanswered: 45 }),
    );
    await answerAll(round, caseId, ['journal']);
    await app['review.answer']({ roundId, caseId, itemId: 'barnets-stemme', value: null, note: 'ved ikke' });
    await expect(app['review.close']({ roundId, caseId, despiteWarnings: true })).rejects.toEqual(
      refused('review-incomplete', { unanswered: 2 }),
    );
    expect((await app['review.open']({ roundId, caseId })).state).toBe('draft');
  });

  it('goes to the first case of the queue that is not closed, and to none after the last', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    await app['sampling.replace']({ roundId, caseId: ids[0]!, reason: 'transferred' });
    const queue = await app['review.queue']({ roundId });
    const open = queue.filter(({ replacedBy }) => replacedBy === null).map(({ caseId }) => caseId);
    const next: (string | null)[] = [];
    for (const caseId of open.toReversed()) {
      await answerAll(round, caseId);
      next.push((await app['review.close']({ roundId, caseId, despiteWarnings: true })).nextCaseId);
    }
    expect(next).toEqual([...open.slice(1).map(() => open[0]), null]);
  });

  it('is refused for a case that was replaced, also when all of it is answered', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    await answerAll(round, ids[0]!);
    await app['sampling.replace']({ roundId, caseId: ids[0]!, reason: 'transferred' });
    await expect(app['review.close']({ roundId, caseId: ids[0]!, despiteWarnings: true })).rejects.toEqual(
      refused('case-not-in-round'),
    );
    expect((await app['review.open']({ roundId, caseId: ids[0]! })).state).toBe('draft');
  });

  it('is refused for a review that is closed already, so that the day it was closed stands', async () => {
    const round = await openRound();
    const { app, roundId, ids, onDisk } = round;
    await answerAll(round, ids[0]!);
    await app['review.close']({ roundId, caseId: ids[0]!, despiteWarnings: true });
    const before = onDisk();
    await expect(app['review.close']({ roundId, caseId: ids[0]!, despiteWarnings: true })).rejects.toEqual(
      refused('review-closed'),
    );
    expect(onDisk()).toEqual(before);
  });
});

describe('review.reopen', () => {
  it('needs a reason, keeps every answer, and lets them be changed again', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const [caseId] = ids as [string];
    await answerAll(round, caseId);
    await app['review.close']({ roundId, caseId, despiteWarnings: true });
    for (const reason of ['', '   ']) {
      await expect(app['review.reopen']({ roundId, caseId, reason })).rejects.toEqual(refused('invalid-input'));
    }
    expect((await app['review.open']({ roundId, caseId })).state).toBe('done');
    expect(await app['review.reopen']({ roundId, caseId, reason: 'Bilag fundet' })).toEqual({ state: 'reopened' });
    expect(await answersOf(round, caseId)).toHaveLength(45);
    await app['review.answer']({ roundId, caseId, itemId: 'journal', value: 'no' });
    expect(await answersOf(round, caseId)).toContainEqual(expect.objectContaining({ itemId: 'journal', value: 'no' }));
  });

  it('is in the audit log without its reason', async () => {
    const round = await openRound();
    const { app, roundId, ids, auditLog } = round;
    await answerAll(round, ids[0]!);
    await app['review.close']({ roundId, caseId: ids[0]!, despiteWarnings: true });
    await app['review.reopen']({ roundId, caseId: ids[0]!, reason: 'Bilag fundet hos Ida' });
    const log = await auditLog();
    expect(log.map(({ kind, target }) => `${kind} ${target}`)).toEqual(
      expect.arrayContaining([`review.closed ${roundId}/${ids[0]}`, `review.reopened ${roundId}/${ids[0]}`]),
    );
    expect(JSON.stringify(log)).not.toContain('Ida');
  });

  it('changes nothing where the review is not closed: a case not begun stays not begun', async () => {
    const { app, roundId, ids, outside, onDisk } = await openRound();
    const before = onDisk();
    expect(await app['review.reopen']({ roundId, caseId: ids[0]!, reason: 'fejl' })).toEqual({ state: 'not-started' });
    expect((await app['review.open']({ roundId, caseId: ids[0]! })).state).toBe('not-started');
    expect(onDisk()).toEqual(before);
    await expect(app['review.reopen']({ roundId, caseId: outside, reason: 'fejl' })).rejects.toEqual(
      refused('case-not-in-round'),
    );
  });
});

describe('the checklist', () => {
  it('asks each item once', async () => {
    const { app, roundId, ids } = await openRound();
    const items = await itemIds(app, roundId, ids[0]!);
    expect(new Set(items).size).toBe(45);
  });
});
