import { describe, expect, it } from 'vitest';

import type { FileRef } from '#shared/contract/operation.ts';

import { refused } from '../application/open-application.ts';
import {
  collect,
  itemsOf,
  drawRound,
  type Office,
  officeWithRound,
  openOffice,
  resultOf,
  review,
  sendCases,
  unchanged,
} from './support/offices.ts';

async function sentAndAnswered() {
  const consultant = await officeWithRound('Karen Konsulent');
  const head = await openOffice('Lars Leder');
  const sent = await sendCases(consultant, head, consultant.ids.slice(0, 2));
  const [caseId = '', other = ''] = sent.caseIds;
  await review(head, sent.roundId, caseId);
  const key = { roundId: consultant.roundId, caseId };
  const result = (withNames = false): Promise<FileRef> => resultOf(head, consultant, sent.roundId, { withNames });
  return { consultant, head, sent, caseId, other, key, result };
}

const answersOf = async ({ app }: Office, roundId: string, caseId: string) =>
  (await app['review.open']({ roundId, caseId })).answers;

describe('Answers to cases that were sent', () => {
  it('come with the state and the reader of a closed review', async () => {
    const { consultant, head, sent, caseId, key, result } = await sentAndAnswered();
    const done = await collect(consultant, await result());
    expect(done).toMatchObject({ roundId: key.roundId, outcome: 'merged', conflicts: 0, closed: 1, cases: 2 });
    const here = await consultant.app['review.open'](key);
    expect(here).toMatchObject({ state: 'done', reader: 'Lars Leder' });
    expect(here.answers).toEqual(await answersOf(head, sent.roundId, caseId));
    expect(here.answers.length).toBeGreaterThan(5);
  });

  it('change nothing the second time, and neither do older ones: not a byte is written', async () => {
    const { consultant, head, sent, other, key, result } = await sentAndAnswered();
    const older = await result();
    await head.app['review.reopen']({ ...key, roundId: sent.roundId, reason: 'glemt' });
    await head.app['review.answer']({
      ...key,
      roundId: sent.roundId,
      itemId: (await itemOf(head, sent.roundId))!,
      value: 'no',
    });
    await review(head, sent.roundId, other);
    const newer = await result();
    await collect(consultant, newer);
    const stands = await answersOf(consultant, key.roundId, key.caseId);
    expect(stands).toEqual(await answersOf(head, sent.roundId, key.caseId));
    for (const file of [newer, older, newer]) {
      await unchanged(consultant, async () =>
        expect(await collect(consultant, file)).toMatchObject({ outcome: 'nothing-new', answers: 0, conflicts: 0 }),
      );
    }
    expect(await answersOf(consultant, key.roundId, key.caseId)).toEqual(stands);
    expect((await consultant.app['review.open'](key)).state).toBe('reopened');
  });

  it('that were taken away at the head are taken away here', async () => {
    const { consultant, head, sent, other, key, result } = await sentAndAnswered();
    const itemId = (await itemOf(head, sent.roundId))!;
    const there = { roundId: sent.roundId, caseId: other };
    await head.app['review.answer']({ ...there, itemId, value: 'yes', note: 'foreløbigt' });
    await collect(consultant, await result());
    expect(await answersOf(consultant, key.roundId, other)).toMatchObject([{ itemId, value: 'yes' }]);
    await head.app['review.answer']({ ...there, itemId, value: null, note: '' });
    expect(await collect(consultant, await result())).toMatchObject({ outcome: 'merged', answers: 1, conflicts: 0 });
    expect(await answersOf(consultant, key.roundId, other)).toEqual([]);
  });

  it('make no conflict of a case that was only looked at', async () => {
    const { consultant, head, sent, other, key, result } = await sentAndAnswered();
    await consultant.app['review.viewed']({ roundId: key.roundId, caseId: other });
    const itemId = (await itemOf(head, sent.roundId))!;
    await head.app['review.answer']({ roundId: sent.roundId, caseId: other, itemId, value: 'yes' });
    await collect(consultant, await result());
    await consultant.app['review.viewed']({ roundId: key.roundId, caseId: other });
    await review(head, sent.roundId, other);
    expect(await collect(consultant, await result())).toMatchObject({ conflicts: 0, closed: 2 });
    expect(await consultant.app['review.open']({ ...key, caseId: other })).toMatchObject({
      state: 'done',
      reader: 'Lars Leder',
    });
  });

  it('bring talks, comments and names only where they were chosen to come along', async () => {
    const { consultant, head, sent, caseId, key, result } = await sentAndAnswered();
    const there = { roundId: sent.roundId, caseId };
    const conversation = { held: '2026-01-20', praise: 'Godt arbejde', agreement: 'Ny plan', due: null };
    const itemId = (await itemOf(head, sent.roundId))!;
    await head.app['review.saveConversation']({ ...there, conversation });
    await head.app['review.saveComment']({
      ...there,
      itemId,
      comment: { stance: 'disagree', text: 'Det står i sagen' },
    });
    const action = {
      roundId: sent.roundId,
      caseId,
      itemId,
      kind: 'case' as const,
      text: 'Ring',
      owner: 'Lars',
      due: '2026-02-01',
    };
    const { id } = await head.app['review.saveAction']({ id: null, action });
    await collect(consultant, await result());
    expect(await consultant.app['review.open'](key)).toMatchObject({
      conversation: null,
      comments: {},
      actions: [{ id }],
    });
    await head.app['review.setActionDone']({ id, done: true });
    await collect(consultant, await result(true));
    expect(await consultant.app['review.open'](key)).toMatchObject({
      conversation,
      comments: { [itemId]: { stance: 'disagree' } },
      actions: [{ id, caseId, roundId: key.roundId, done: '2026-01-15' }],
    });
  });

  it('are waited for from the day they were sent until every review is closed', async () => {
    const { consultant, head, sent, other, result } = await sentAndAnswered();
    consultant.ports.setDay('2026-01-25');
    const waiting = await consultant.app['exchange.status']({});
    expect(waiting).toMatchObject([
      {
        roundId: consultant.roundId,
        notSent: consultant.ids.length - 2,
        conflicts: 0,
        lines: [{ kind: 'cases', head: 'Lars Leder', cases: 2, closed: 0, lastMadeAt: null, daysWaiting: 10 }],
      },
    ]);
    await collect(consultant, await result());
    expect((await consultant.app['exchange.status']({}))[0]?.lines).toMatchObject([{ closed: 1, daysWaiting: 10 }]);
    await review(head, sent.roundId, other);
    await collect(consultant, await result());
    expect((await consultant.app['exchange.status']({}))[0]?.lines).toMatchObject([{ closed: 2, daysWaiting: 0 }]);
  });

  it('leave nothing to undo of what the consultant wrote before', async () => {
    const { consultant, head, sent, other, key, result } = await sentAndAnswered();
    const itemId = (await itemOf(head, sent.roundId))!;
    const here = { ...key, caseId: other };
    await head.app['review.answer']({ roundId: sent.roundId, caseId: other, itemId, value: 'yes' });
    await collect(consultant, await result());
    await consultant.app['review.answer']({ ...here, itemId, value: 'no' });
    expect((await consultant.app['review.open'](here)).canUndo).toBe(true);
    await head.app['review.answer']({ roundId: sent.roundId, caseId: other, itemId, value: 'partly' });
    expect(await collect(consultant, await result())).toMatchObject({ conflicts: 1 });
    expect(await consultant.app['review.open'](here)).toMatchObject({ canUndo: false, canRedo: false });
    await expect(consultant.app['review.undo'](here)).rejects.toThrow(refused('nothing-to-undo'));
    expect(await answersOf(consultant, key.roundId, other)).toEqual([]);
  });

  it('to a review that was locked here show that it was changed after it was reported', async () => {
    const { consultant, head, sent, caseId, key, result } = await sentAndAnswered();
    await collect(consultant, await result());
    await consultant.app['review.lock']({ roundId: key.roundId });
    expect(await collect(consultant, await result())).toMatchObject({ outcome: 'nothing-new', conflicts: 0 });
    expect((await consultant.app['review.open'](key)).state).toBe('locked');
    await head.app['review.reopen']({ roundId: sent.roundId, caseId, reason: 'fejl' });
    await review(head, sent.roundId, caseId, { [(await itemOf(head, sent.roundId))!]: 'partly' });
    expect(await collect(consultant, await result())).toMatchObject({ conflicts: 1 });
    const [conflict] = await consultant.app['exchange.conflicts']({ roundId: key.roundId });
    expect(conflict).toMatchObject({ what: 'review', caseId });
    expect(
      conflict!.versions
        .map(({ content }) => ('state' in content ? content.state : ''))
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['done', 'locked']);
  });
});

describe('A second reading elsewhere', () => {
  it('is the second one here, and the two are compared', async () => {
    const consultant = await officeWithRound('Karen Konsulent');
    const second = await openOffice('Bo Anden');
    const caseId = consultant.ids[0]!;
    await review(consultant, consultant.roundId, caseId);
    const sent = await sendCases(consultant, second, [caseId], 'second-reading');
    await review(second, sent.roundId, caseId, { [(await itemOf(second, sent.roundId))!]: 'partly' });
    expect(await collect(consultant, await resultOf(second, consultant, sent.roundId))).toMatchObject({
      conflicts: 0,
      closed: 1,
    });
    const compared = await consultant.app['review.compare']({ roundId: consultant.roundId, caseId });
    expect(compared.readers).toEqual(['Karen Konsulent', 'Bo Anden']);
    expect(compared.second).not.toEqual(compared.first);
    expect(await consultant.app['review.secondReadings']({ roundId: consultant.roundId })).toMatchObject({
      lines: [{ caseId, secondReader: 'Bo Anden', secondState: 'done' }],
    });
  });
});

async function itemOf(office: Office, roundId: string): Promise<string | undefined> {
  return (await itemsOf(office, roundId))[0];
}

describe('The same person', () => {
  it('cannot bring home the second reading of a case that they have read first', async () => {
    const consultant = await officeWithRound('Karen Konsulent');
    const [second, first] = [await openOffice('Bo Anden'), await openOffice('bo  anden')];
    const caseIds = consultant.ids.slice(0, 1);
    const sent = await sendCases(consultant, second, caseIds, 'second-reading');
    const also = await sendCases(consultant, first, caseIds);
    await review(second, sent.roundId, caseIds[0]!);
    await review(first, also.roundId, caseIds[0]!);
    await collect(consultant, await resultOf(first, consultant, also.roundId));
    const file = await resultOf(second, consultant, sent.roundId);
    await unchanged(consultant, () => expect(collect(consultant, file)).rejects.toThrow(refused('same-reader')));
  });
});

describe('Several heads', () => {
  it('answer one round together: nothing of one is lost to another', async () => {
    const consultant = await officeWithRound('Karen Konsulent');
    const heads = [await openOffice('Lars Leder'), await openOffice('Mona Mester')];
    const [one, other] = [consultant.ids.slice(0, 3), consultant.ids.slice(3)];
    const sent = [await sendCases(consultant, heads[0]!, one), await sendCases(consultant, heads[1]!, other)];
    for (const [index, head] of heads.entries()) {
      for (const caseId of sent[index]!.caseIds) await review(head, sent[index]!.roundId, caseId);
      await collect(consultant, await resultOf(head, consultant, sent[index]!.roundId));
    }
    const queue = await consultant.app['review.queue']({ roundId: consultant.roundId });
    expect(queue.every(({ state }) => state === 'done')).toBe(true);
    expect((await consultant.app['exchange.status']({}))[0]).toMatchObject({
      notSent: 0,
      lines: [{ closed: 3 }, { closed: other.length }],
    });
    void drawRound;
  });
});
