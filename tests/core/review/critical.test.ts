import { describe, expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import { answerAll, itemIds, type OpenRound, openRound } from './review-fixture.ts';

const critical = ['barnets-stemme', 'samtykke'] as const;

const draftOf = ({ roundId, ids }: OpenRound, itemId: string, part: object = {}) => ({
  roundId,
  caseId: ids[0]!,
  itemId,
  kind: 'case' as const,
  text: 'Tal med barnet',
  owner: 'Afdelingsleder',
  due: '2026-01-16',
  category: null,
  ...part,
});

/** A whole case in which these items are answered no. */
async function answeredNo(itemsNo: readonly string[]): Promise<OpenRound> {
  const round = await openRound();
  const { app, roundId, ids } = round;
  await answerAll(round, ids[0]!, itemsNo);
  for (const itemId of itemsNo) await app['review.answer']({ roundId, caseId: ids[0]!, itemId, value: 'no' });
  return round;
}

const close = ({ app, roundId, ids }: OpenRound) =>
  app['review.close']({ roundId, caseId: ids[0]!, despiteWarnings: true });

describe('a critical finding', () => {
  it('keeps its review open until an action on it in this case has an owner and a date', async () => {
    const round = await answeredNo(['barnets-stemme']);
    const { app, roundId, ids } = round;
    const missing = refused('critical-action-missing', { itemId: 'barnets-stemme' });
    await expect(close(round)).rejects.toEqual(missing);
    const { id } = await app['review.saveAction']({
      id: null,
      action: draftOf(round, 'barnets-stemme', { owner: '', due: null }),
    });
    await expect(close(round)).rejects.toEqual(missing);
    await app['review.saveAction']({ id, action: draftOf(round, 'barnets-stemme', { due: null }) });
    await expect(close(round)).rejects.toEqual(missing);
    await app['review.saveAction']({ id, action: draftOf(round, 'barnets-stemme', { owner: '  ' }) });
    await expect(close(round)).rejects.toEqual(missing);
    expect((await app['review.open']({ roundId, caseId: ids[0]! })).state).toBe('draft');
    await app['review.saveAction']({ id, action: draftOf(round, 'barnets-stemme') });
    expect((await close(round)).state).toBe('done');
  });

  it('is not answered by an action on another item, in another case, or by a change of practice', async () => {
    const round = await answeredNo(['barnets-stemme']);
    const { app, ids } = round;
    const elsewhere = [
      draftOf(round, 'journal'),
      draftOf(round, 'barnets-stemme', { caseId: ids[1]! }),
      draftOf(round, 'barnets-stemme', { kind: 'practice', category: 'workflows' }),
    ];
    for (const action of elsewhere) await app['review.saveAction']({ id: null, action });
    await expect(close(round)).rejects.toEqual(refused('critical-action-missing', { itemId: 'barnets-stemme' }));
  });

  it('needs an action of its own: a second "no" is not covered by the first one’s', async () => {
    const round = await answeredNo(critical);
    const { app } = round;
    await app['review.saveAction']({ id: null, action: draftOf(round, critical[0]) });
    await expect(close(round)).rejects.toEqual(refused('critical-action-missing', { itemId: critical[1] }));
    await app['review.saveAction']({ id: null, action: draftOf(round, critical[1]) });
    expect((await close(round)).state).toBe('done');
  });

  it('is only a "no": partly and "cannot tell" close without an action, and so does a no on another item', async () => {
    const round = await answeredNo(['journal']);
    const { app, roundId, ids } = round;
    await app['review.answer']({ roundId, caseId: ids[0]!, itemId: critical[0], value: 'partly' });
    await app['review.answer']({ roundId, caseId: ids[0]!, itemId: critical[1], value: 'cannot-tell' });
    expect((await close(round)).state).toBe('done');
  });

  it('stands open on the start page until it is done, and not after', async () => {
    const round = await answeredNo(['barnets-stemme']);
    const { app } = round;
    const action = await app['review.saveAction']({ id: null, action: draftOf(round, 'barnets-stemme') });
    await close(round);
    expect((await app['workspace.overview']({})).openActions).toEqual([action]);
    await app['review.setActionDone']({ id: action.id, done: true });
    expect((await app['workspace.overview']({})).openActions).toEqual([]);
  });
});

describe('a file of answers', () => {
  const send = async (round: OpenRound, action?: { text: string; owner: string; due: string }) => {
    const { app, roundId, ids } = round;
    const items = await itemIds(app, roundId, ids[0]!);
    const answers = Object.fromEntries(items.map((id) => [id, { value: 'yes' as 'yes' | 'no' }]));
    answers['barnets-stemme'] = { value: 'no', ...(action === undefined ? {} : { action }) };
    const reviews = [{ caseId: ids[0]!, close: true, answers }];
    return app['review.answerFile']({ roundId, answers: { template: 'barnets-lov', reviews } });
  };

  it('closes a review with a critical finding when it holds the action, which is then in the register', async () => {
    const round = await openRound();
    const action = { text: 'Tal med barnet', owner: 'Teamleder', due: '2026-01-17' };
    expect((await send(round, action)).rejected).toEqual([]);
    const kept = await round.app['review.actions']({});
    expect(kept).toEqual([
      expect.objectContaining({
        ...action,
        caseId: round.ids[0],
        itemId: 'barnets-stemme',
        kind: 'case',
        critical: true,
        category: null,
        done: null,
        measured: null,
      }),
    ]);
    expect((await round.app['review.queue']({ roundId: round.roundId }))[0]!.state).toBe('done');
  });

  it('keeps the answers and leaves the review open without one', async () => {
    const round = await openRound();
    const outcome = await send(round);
    expect(outcome).toEqual({
      accepted: 45,
      rejected: [{ caseId: round.ids[0], code: 'critical-action-missing' }],
    });
    expect((await round.app['review.queue']({ roundId: round.roundId }))[0]!.state).toBe('draft');
  });

  it('with an action that names nobody is refused whole', async () => {
    const round = await openRound();
    const before = round.onDisk();
    await expect(send(round, { text: 'x', owner: ' ', due: '2026-01-17' })).rejects.toEqual(refused('invalid-input'));
    expect(round.onDisk()).toEqual(before);
  });
});
