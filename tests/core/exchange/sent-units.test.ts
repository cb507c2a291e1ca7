import { expect, it } from 'vitest';

import { caseworkers, drawn } from './support/named-population.ts';
import { fileOf, review, spoken } from './support/offices.ts';

/** One draw for everybody, shared out: some to Nord, some to Syd, one by caseworker, the rest to nobody yet. */
it('the matrix by unit goes by whom each case of a round was sent to', async () => {
  const { app, roundId, ids, ...office } = await drawn('Karla Konsulent');
  const consultant = { ...office, app };
  const send = (unit: string, head: string, caseIds: readonly string[]) =>
    app['exchange.send']({
      roundId,
      kind: 'cases',
      unit,
      head,
      caseIds: [...caseIds],
      passphrase: spoken,
      target: fileOf(`${head}.ltp`),
    });
  for (const caseId of ids) await review(consultant, roundId, caseId);
  const groups = async () => (await app['compile.matrix']({ roundIds: [roundId], by: 'unit' })).groups;
  expect(await groups()).toEqual([{ name: '', cases: 9 }]);
  await send('Nord', 'Hanne Leder', ids.slice(0, 3));
  await send('Syd', 'Olga Leder', ids.slice(3, 5));
  await send(caseworkers[0] ?? '', 'Olga Leder', ids.slice(5, 6));
  const shared = [
    { name: 'Nord', cases: 3 },
    { name: 'Syd', cases: 2 },
    { name: '', cases: 4 },
  ];
  expect(await groups()).toEqual(shared);
  const matrix = await app['compile.matrix']({ roundIds: [roundId], by: 'unit', group: 'Nord' });
  expect(matrix.sharedOut).toHaveLength(1);
  const [item] = matrix.items;
  expect((item?.n ?? 0) + (item?.na ?? 0)).toBe(3);
  // What takes the place of a case is read by its unit, until it is sent to another.
  await app['sampling.replace']({ roundId, caseId: ids[0] ?? '', reason: 'cannot-be-opened' });
  const queue = await app['review.queue']({ roundId });
  const caseId = queue.find((line) => !ids.includes(line.caseId))?.caseId ?? '';
  expect(await groups()).toEqual(shared);
  await send('Syd', 'Olga Leder', [caseId]);
  expect((await groups()).map(({ cases }) => cases)).toEqual([2, 3, 4]);
});
