import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { exchangeErrors } from '#shared/words/exchange-errors.ts';

import { refused } from '../application/open-application.ts';
import { passphrase, temporaryFolder } from '../store/store-fixture.ts';
import {
  collect,
  itemsOf,
  officeWithRound,
  openOffice,
  resultOf,
  review,
  sendCases,
  spoken,
} from './support/offices.ts';

it('answers to cases of a round that was enlarged while they were out come home; of one that was deleted they do not', async () => {
  const consultant = await officeWithRound('Karla Konsulent');
  const head = await openOffice('Hanne Leder');
  const { roundId } = await sendCases(consultant, head, consultant.ids.slice(0, 2));
  await review(head, roundId, consultant.ids[0] ?? '');
  const { record } = await consultant.app['sampling.enlarge']({
    roundId: consultant.roundId,
    partIndex: 0,
    size: consultant.ids.length + 1,
  });
  expect(record.enlargements).toHaveLength(1);
  expect(await collect(consultant, await resultOf(head, consultant, roundId))).toMatchObject({
    outcome: 'merged',
    closed: 1,
    cases: 2,
  });

  const late = await resultOf(head, consultant, roundId);
  const [{ name } = { name: '' }] = await consultant.app['sampling.rounds']({});
  await consultant.app['deletion.run']({ roundId: consultant.roundId, name });
  await expect(collect(consultant, late)).rejects.toEqual(refused('package-unknown-sender'));
  expect(exchangeErrors['package-unknown-sender'].what).toContain('slettet her');
  expect(await consultant.app['exchange.status']({})).toEqual([]);
});

it('a head who went back to an older copy overwrites nothing: what was answered twice is asked about', async () => {
  const consultant = await officeWithRound('Karla Konsulent');
  const folder = temporaryFolder();
  const copy = temporaryFolder();
  const head = await openOffice('Hanne Leder', undefined, folder);
  const { roundId } = await sendCases(consultant, head, consultant.ids.slice(0, 1));
  const [itemId = '', other = ''] = await itemsOf(head, roundId);
  const caseId = consultant.ids[0] ?? '';
  const answer = (item: string, value: 'yes' | 'no') =>
    head.app['review.answer']({ roundId, caseId, itemId: item, value });
  const restore = async (from: string, to: string) => {
    await head.app['workspace.lock']({});
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
    await head.app['workspace.unlock']({ passphrase });
  };
  await restore(folder, join(copy, 'w'));
  await answer(itemId, 'no');
  await answer(other, 'no');
  await collect(consultant, await resultOf(head, consultant, roundId));
  await restore(join(copy, 'w'), folder);
  await answer(itemId, 'yes');
  expect(await collect(consultant, await resultOf(head, consultant, roundId))).toMatchObject({ conflicts: 1 });
  const conflicts = await consultant.app['exchange.conflicts']({ roundId: consultant.roundId });
  expect(conflicts.map(({ what, versions }) => [what, versions.length])).toEqual([['answer', 2]]);
  const { answers } = await consultant.app['review.open']({ roundId: consultant.roundId, caseId });
  expect(answers.find((each) => each.itemId === other)?.value).toBe('no');
});

it('answers and more cases come where the municipality is called something else since: their key proves them', async () => {
  const consultant = await officeWithRound('Karla Konsulent');
  const head = await openOffice('Hanne Leder');
  const [first = '', second = ''] = consultant.ids;
  const { roundId } = await sendCases(consultant, head, [first]);
  await review(head, roundId, first);
  const named = { municipality: 'Nykøbing', department: 'Børn og Unge', reviewer: consultant.reviewer };
  await consultant.app['workspace.settings'](named);
  expect(await collect(consultant, await resultOf(head, consultant, roundId))).toMatchObject({ closed: 1 });
  expect(await sendCases(consultant, head, [second])).toMatchObject({ roundId });
  expect(await head.app['review.queue']({ roundId })).toHaveLength(2);

  const stranger = await officeWithRound('Olga Leder');
  const alone = await resultOf(stranger, consultant, stranger.roundId, { own: true });
  await expect(collect(consultant, alone, spoken)).rejects.toEqual(refused('package-other-municipality'));
  await expect(sendCases(consultant, await openOffice('Else Leder'))).rejects.toEqual(
    refused('package-other-municipality'),
  );
});
