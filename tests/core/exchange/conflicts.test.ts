import { describe, expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import {
  collect,
  itemsOf,
  type Office,
  officeWithRound,
  openOffice,
  resultOf,
  review,
  type Sent,
  sendCases,
} from './support/offices.ts';

/** Two heads read the same case. */
async function twoReaders() {
  const consultant = await officeWithRound('Karen Konsulent');
  const [lars, mona] = [await openOffice('Lars Leder'), await openOffice('Mona Mester')];
  const caseId = consultant.ids[0]!;
  const sent = {
    lars: await sendCases(consultant, lars, [caseId]),
    mona: await sendCases(consultant, mona, [caseId]),
  };
  const [itemId = '', other = ''] = await itemsOf(lars, sent.lars.roundId);
  const key = { roundId: consultant.roundId, caseId };
  const from = async (head: Office, { roundId }: Sent) =>
    collect(consultant, await resultOf(head, consultant, roundId));
  return { consultant, lars, mona, sent, itemId, other, key, from };
}

const conflictsOf = ({ app }: Office, roundId: string) => app['exchange.conflicts']({ roundId });
const open = ({ app }: Office, key: { roundId: string; caseId: string }) => app['review.open'](key);

describe('Two readers of one case', () => {
  it('stand side by side where they differ; no figure rests on it until a person decides', async () => {
    const { consultant, lars, mona, sent, itemId, key, from } = await twoReaders();
    await review(lars, sent.lars.roundId, key.caseId, { [itemId]: 'partly' });
    await review(mona, sent.mona.roundId, key.caseId);
    expect(await from(lars, sent.lars)).toMatchObject({ conflicts: 0 });
    expect(await from(mona, sent.mona)).toMatchObject({ outcome: 'merged', conflicts: 2 });

    const conflicts = await conflictsOf(consultant, key.roundId);
    expect(conflicts.map(({ what }) => what)).toEqual(['review', 'answer']);
    const answer = conflicts[1]!;
    expect(answer).toMatchObject({ caseId: key.caseId, number: expect.stringMatching(/^\d+-\d+-\d{3}$/u), reading: 1 });
    expect(answer.question).not.toBe('');
    expect(Object.fromEntries(answer.versions.map(({ by, content }) => [by, content]))).toMatchObject({
      'Lars Leder': { what: 'answer', answer: { itemId, value: 'partly' } },
      'Mona Mester': { what: 'answer', answer: { itemId, value: 'yes' } },
    });
    const undecided = await open(consultant, key);
    expect(undecided.state).toBe('reopened');
    expect(undecided.answers.find((each) => each.itemId === itemId)?.value ?? null).toBeNull();
    expect((await consultant.app['exchange.status']({}))[0]?.conflicts).toBe(2);
    await expect(consultant.app['review.close'](key)).rejects.toThrow(refused('review-incomplete'));

    for (const [index, { cell, versions }] of conflicts.toReversed().entries()) {
      const { versionId } = versions.find(({ by }) => by === 'Lars Leder')!;
      const left = await consultant.app['exchange.decide']({ roundId: key.roundId, cell, versionId });
      expect(left).toEqual({ conflicts: 1 - index });
      const again = consultant.app['exchange.decide']({ roundId: key.roundId, cell, versionId });
      await expect(again).rejects.toThrow(refused('conflict-gone'));
    }
    const decided = await open(consultant, key);
    expect(decided).toMatchObject({ state: 'done', reader: 'Lars Leder', canUndo: false });
    expect(decided.answers.find((each) => each.itemId === itemId)?.value).toBe('partly');
    expect(await conflictsOf(consultant, key.roundId)).toEqual([]);
  });

  it('come to the same in either order, and an answer that both gave is no conflict', async () => {
    const { lars, mona, sent, itemId, other, key, from, consultant } = await twoReaders();
    for (const [head, { roundId }] of [
      [lars, sent.lars],
      [mona, sent.mona],
    ] as const) {
      await head.app['review.answer']({ roundId, caseId: key.caseId, itemId, value: 'yes' });
    }
    await mona.app['review.answer']({ roundId: sent.mona.roundId, caseId: key.caseId, itemId: other, value: 'no' });
    await from(mona, sent.mona);
    expect(await from(lars, sent.lars)).toMatchObject({ conflicts: 1 });
    expect((await conflictsOf(consultant, key.roundId)).map(({ what }) => what)).toEqual(['review']);
    const { answers } = await open(consultant, key);
    expect(new Map(answers.map(({ itemId: id, value }) => [id, value]))).toEqual(
      new Map([
        [itemId, 'yes'],
        [other, 'no'],
      ]),
    );
  });

  it('the decision stands when a package comes that knows nothing of it, and falls to a newer answer', async () => {
    const { consultant, lars, mona, sent, itemId, other, key, from } = await twoReaders();
    const there = { roundId: sent.mona.roundId, caseId: key.caseId };
    await lars.app['review.answer']({ roundId: sent.lars.roundId, caseId: key.caseId, itemId, value: 'no' });
    await mona.app['review.answer']({ ...there, itemId, value: 'yes' });
    await from(lars, sent.lars);
    await from(mona, sent.mona);
    for (const { cell, versions } of await conflictsOf(consultant, key.roundId)) {
      const { versionId } = versions.find(({ by }) => by === 'Lars Leder')!;
      await consultant.app['exchange.decide']({ roundId: key.roundId, cell, versionId });
    }
    await mona.app['review.answer']({ ...there, itemId: other, value: 'no' });
    expect(await from(mona, sent.mona)).toMatchObject({ outcome: 'merged', conflicts: 0, answers: 1 });
    expect((await open(consultant, key)).answers.find((each) => each.itemId === itemId)?.value).toBe('no');
    await mona.app['review.answer']({ ...there, itemId, value: 'partly' });
    expect(await from(mona, sent.mona)).toMatchObject({ conflicts: 1 });
  });
});

describe('The consultant and a head', () => {
  it('who both changed an answer are asked about it, and what the consultant types meanwhile is one of the answers', async () => {
    const { consultant, lars, sent, itemId, key, from } = await twoReaders();
    const there = { roundId: sent.lars.roundId, caseId: key.caseId, itemId };
    await lars.app['review.answer']({ ...there, value: 'yes' });
    await from(lars, sent.lars);
    await consultant.app['review.answer']({ ...key, itemId, value: 'no', note: 'set i journalen' });
    await lars.app['review.answer']({ ...there, value: 'partly' });
    expect(await from(lars, sent.lars)).toMatchObject({ conflicts: 1 });
    await consultant.app['review.answer']({ ...key, itemId, value: 'na' });
    const [conflict] = await conflictsOf(consultant, key.roundId);
    const said = conflict!.versions.map(({ by, content }) => [by, 'answer' in content && content.answer.value]);
    expect(said).toHaveLength(3);
    expect(said).toEqual(
      expect.arrayContaining([
        ['Karen Konsulent', 'na'],
        ['Karen Konsulent', 'no'],
        ['Lars Leder', 'partly'],
      ]),
    );
    const chosen = conflict!.versions.find(({ content }) => 'answer' in content && content.answer.value === 'na')!;
    const choice = { roundId: key.roundId, cell: conflict!.cell, versionId: chosen.versionId };
    expect(await consultant.app['exchange.decide'](choice)).toEqual({ conflicts: 0 });
    expect((await open(consultant, key)).answers).toMatchObject([{ itemId, value: 'na' }]);
    await expect(consultant.app['review.undo'](key)).rejects.toThrow(refused('nothing-to-undo'));
  });

  it('who both gave an action its end differently see the open one', async () => {
    const { consultant, lars, sent, itemId, key, from } = await twoReaders();
    const action = {
      caseId: key.caseId,
      itemId,
      kind: 'case' as const,
      text: 'Ring',
      owner: 'Leder',
      due: '2026-03-01',
    };
    await lars.app['review.answer']({ roundId: sent.lars.roundId, caseId: key.caseId, itemId, value: 'no' });
    const { id } = await lars.app['review.saveAction']({ id: null, action: { ...action, roundId: sent.lars.roundId } });
    await from(lars, sent.lars);
    await consultant.app['review.setActionDone']({ id, done: true });
    const later = { ...action, roundId: sent.lars.roundId, due: '2026-05-01' };
    await lars.app['review.saveAction']({ id, action: later });
    expect(await from(lars, sent.lars)).toMatchObject({ conflicts: 1 });
    expect(await consultant.app['review.actions']({})).toMatchObject([{ id, done: null, due: '2026-05-01' }]);
    const [conflict] = await conflictsOf(consultant, key.roundId);
    expect(conflict).toMatchObject({ what: 'action', caseId: key.caseId });
  });
});

describe('Deciding', () => {
  it('refuses what is no conflict, a version that is not there, and a round that is not there', async () => {
    const { consultant, lars, sent, itemId, key, from } = await twoReaders();
    await lars.app['review.answer']({ roundId: sent.lars.roundId, caseId: key.caseId, itemId, value: 'yes' });
    await from(lars, sent.lars);
    const before = consultant.onDisk();
    const versionId = '0123456789abcdef';
    for (const cell of [`answer/${key.caseId}/1/${itemId}`, 'answer/x/1/y', 'action/x', '', '%', '__proto__']) {
      const choice = { roundId: key.roundId, cell, versionId };
      await expect(consultant.app['exchange.decide'](choice)).rejects.toThrow(refused('conflict-gone'));
    }
    const elsewhere = { roundId: 'nowhere', cell: 'action/x', versionId };
    await expect(consultant.app['exchange.decide'](elsewhere)).rejects.toThrow(refused('round-not-found'));
    await expect(consultant.app['exchange.conflicts']({ roundId: 'nowhere' })).rejects.toThrow(
      refused('round-not-found'),
    );
    expect(consultant.onDisk()).toEqual(before);
  });

  it('is in both logs, with what was chosen from', async () => {
    const { consultant, lars, mona, sent, itemId, key, from } = await twoReaders();
    for (const [head, { roundId }, value] of [
      [lars, sent.lars, 'yes'],
      [mona, sent.mona, 'no'],
    ] as const) {
      await head.app['review.answer']({ roundId, caseId: key.caseId, itemId, value });
    }
    await from(lars, sent.lars);
    await from(mona, sent.mona);
    const conflict = (await conflictsOf(consultant, key.roundId)).find(({ what }) => what === 'answer')!;
    const { versionId } = conflict.versions[0]!;
    await consultant.app['exchange.decide']({ roundId: key.roundId, cell: conflict.cell, versionId });
    const kinds = (await consultant.auditLog()).map(({ kind, target }) => [kind, target]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['package.collected', key.roundId],
        ['conflict.decided', key.roundId],
      ]),
    );
    expect(JSON.stringify(kinds)).not.toContain('Lars');
    const changes = await consultant.fromDisk((store) => store.changeLog(key.roundId));
    expect(JSON.stringify(changes.find(({ kind }) => kind === 'conflict.decided')?.before)).toContain('Mona Mester');
  });
});
