import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { recordHash } from '#core/exchange/hashes.ts';
import { drawRecord } from '#shared/domain/sampling/draw-record.ts';

import { refused } from '../application/open-application.ts';
import { exportText } from '../review/review-fixture.ts';
import {
  bytesOf,
  collect,
  fileOf,
  officeWithRound,
  openOffice,
  resultOf,
  review,
  spoken,
  unchanged,
} from './support/offices.ts';
import { resultIn } from './support/packages.ts';

describe('A round that a head drew alone', () => {
  async function drawnAlone() {
    const head = await officeWithRound('Lars Leder');
    const consultant = await openOffice('Karen Konsulent');
    const result = () => resultOf(head, consultant, head.roundId, { own: true });
    return { head, consultant, result };
  }

  it('comes as a round of sampling numbers, without a case number anywhere', async () => {
    const { head, consultant, result } = await drawnAlone();
    await review(head, head.roundId, head.ids[0]!);
    const { roundId, outcome, unit } = await collect(consultant, await result(), spoken);
    expect({ roundId, outcome, unit }).toEqual({ roundId: head.roundId, outcome: 'merged', unit: 'Familieafdelingen' });
    const queue = await consultant.app['review.queue']({ roundId });
    expect(queue.map(({ caseId }) => caseId)).toEqual(expect.arrayContaining(['1-1-001', '2-1-001']));
    expect(queue.map(({ state }) => state).toSorted()).toEqual(
      (await head.app['review.queue']({ roundId })).map(({ state }) => state).toSorted(),
    );
    const [round] = await consultant.app['sampling.rounds']({});
    expect(round).toMatchObject({
      roundId,
      role: 'collected',
      unit: 'Familieafdelingen',
      closed: 1,
      drawn: queue.length,
    });
    expect(
      JSON.stringify([round, queue, await consultant.app['review.open']({ roundId, caseId: queue[0]!.caseId })]),
    ).not.toMatch(/S-\d\d|Hemmelig|Rådgiver/u);
    expect((await consultant.app['exchange.status']({}))[0]).toMatchObject({
      notSent: 0,
      lines: [{ kind: 'own', head: 'Lars Leder', closed: 1 }],
    });
  });

  it('brings nothing that guessed case numbers or seeds could be tried against without the key', async () => {
    const { head, consultant, result } = await drawnAlone();
    const [drawn] = await head.app['sampling.rounds']({});
    const whole = drawn!.record;
    const named = await resultOf(head, consultant, head.roundId, { own: true, withNames: true });
    const told = await resultIn(consultant, await result());
    const text = JSON.stringify(told);
    const numbers = await head.app['review.queue']({ roundId: head.roundId });
    const tried = [
      whole.seed,
      recordHash(whole),
      ...numbers.map(({ caseId }) => createHash('sha256').update(caseId).digest('hex')),
      ...whole.cases.map(({ ticket }) => ticket),
      // The list is of fewer than twenty cases.
      whole.populationFingerprint,
      ...whole.frames.map(({ fingerprint }) => fingerprint),
    ];
    expect(tried.every((each) => each.length >= 4)).toBe(true);
    expect(tried.filter((each) => text.includes(each))).toEqual([]);
    // Every package of the round says that it is of the same draw, with names or without.
    expect((await resultIn(consultant, named)).recordHash).toBe(told.recordHash);
    const file = await result();
    const { roundId } = await collect(consultant, file, spoken);
    await consultant.app['sampling.saveRecord']({ roundId, target: fileOf('bilag.json') });
    const record = drawRecord.parse(JSON.parse(Buffer.from(await bytesOf(consultant, 'bilag.json')).toString('utf8')));
    const list = consultant.addFile('sager.csv', exportText);
    const checked = await consultant.app['sampling.verify']({ record, file: list });
    expect(checked).toMatchObject({ same: false, part: { told: 0, drawn: whole.cases.length } });
  });

  it('keeps the name of every case when it is enlarged and comes again', async () => {
    const { head, consultant, result } = await drawnAlone();
    const { roundId } = await collect(consultant, await result(), spoken);
    const before = await consultant.app['review.queue']({ roundId });
    await head.app['sampling.enlarge']({ roundId, partIndex: 0, size: 8, reason: 'flere' });
    for (const caseId of head.ids) await review(head, roundId, caseId);
    const again = await collect(consultant, await result(), spoken);
    expect(again).toMatchObject({ roundId, outcome: 'merged', conflicts: 0, closed: head.ids.length });
    const after = await consultant.app['review.queue']({ roundId });
    expect(after).toHaveLength(before.length + 4);
    const closed = after.flatMap(({ caseId, state }) => (state === 'done' ? [caseId] : []));
    expect(closed.toSorted()).toEqual(before.map(({ caseId }) => caseId).toSorted());
    const [round] = await consultant.app['sampling.rounds']({});
    expect(round?.record.cases.map(({ caseId }) => caseId).toSorted()).toEqual(
      after.map(({ caseId }) => caseId).toSorted(),
    );
  });

  it('shows a case that was replaced at the head as replaced', async () => {
    const { head, consultant, result } = await drawnAlone();
    const first = await result();
    await collect(consultant, first, spoken);
    const random = (await head.app['review.queue']({ roundId: head.roundId })).find(({ part }) => part === 'random')!;
    await head.app['sampling.replace']({ roundId: head.roundId, caseId: random.caseId, reason: 'transferred' });
    await collect(consultant, await result(), spoken);
    const queue = await consultant.app['review.queue']({ roundId: head.roundId });
    const replaced = queue.filter(({ replacedBy }) => replacedBy !== null);
    expect(replaced).toHaveLength(1);
    expect(queue.map(({ caseId }) => caseId)).toContain(replaced[0]!.replacedBy);
    await unchanged(consultant, () => collect(consultant, first, spoken));
  });

  it('holds no case out of a draw here: a sampling number is no case number', async () => {
    const { head, consultant, result } = await drawnAlone();
    await review(head, head.roundId, head.ids[0]!);
    await collect(consultant, await result(), spoken);
    const heldOut = await consultant.fromDisk((store) =>
      store.read((tables) => tables.sample.reviewedSince('2020-01-01T00:00:00.000Z')),
    );
    expect(heldOut).toEqual([]);
  });

  it('is not taken in where it was drawn', async () => {
    const { head } = await drawnAlone();
    const file = await resultOf(head, head, head.roundId, { own: true });
    await expect(collect(head, file, spoken)).rejects.toThrow(refused('package-not-for-here'));
  });
});
