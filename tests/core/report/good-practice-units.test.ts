import { expect, it } from 'vitest';

import { caseworkers, drawn } from '../exchange/support/named-population.ts';
import { carry, collect, fileOf, itemsOf, openOffice, resultOf, spoken } from '../exchange/support/offices.ts';

const everything = { text: '', areaId: null };

it('an example that came home is asked about where it was read; a share by caseworker names no unit', async () => {
  const consultant = await drawn('Karla Konsulent');
  const { roundId, ids } = consultant;
  const send = async (unit: string, reader: string, caseId: string) => {
    const head = await openOffice(reader);
    const target = fileOf(`${reader}.ltp`);
    const request = { roundId, kind: 'cases' as const, unit, head: reader, caseIds: [caseId], passphrase: spoken };
    await consultant.app['exchange.send']({ ...request, target });
    const file = await carry(consultant, head, target.name);
    const received = await head.app['exchange.receive']({ file, passphrase: spoken });
    const [itemId = ''] = await itemsOf(head, received.roundId);
    await head.app['review.answer']({
      roundId: received.roundId,
      caseId,
      itemId,
      value: 'yes',
      goodPractice: 'Barnet var med',
    });
    await collect(consultant, await resultOf(head, consultant, received.roundId));
  };
  await send('Team Nord', 'Hanne Leder', ids[0] ?? '');
  await send(caseworkers[0] ?? '', 'Olga Leder', ids[1] ?? '');
  const { entries } = await consultant.app['goodPractice.list'](everything);
  const told = new Map(entries.map(({ caseId, unit, ask }) => [caseId, [unit, ask]]));
  expect(told.get(ids[0] ?? '')).toEqual(['Team Nord', 'Team Nord']);
  expect(told.get(ids[1] ?? '')).toEqual(['Børn og Unge', 'Børn og Unge']);
});
