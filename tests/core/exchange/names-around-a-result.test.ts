import { expect, it } from 'vitest';

import { openPackage } from '#core/exchange/package-file.ts';

import { caseIds, caseworkers, childNames, drawn, plan, resultIn, secrets } from './support/named-population.ts';
import { bytesOf, carry, fileOf, itemsOf, openOffice, spoken } from './support/offices.ts';

it('a share by caseworker comes home without the caseworker, in the package and in what its file is called', async () => {
  const consultant = await drawn('Karla Konsulent');
  const head = await openOffice('Hanne Leder');
  const [share] = await consultant.app['exchange.shares']({ roundId: consultant.roundId, by: 'caseworker' });
  const { unit, caseIds: ids } = share!;
  expect(caseworkers).toContain(unit);
  const { exchangeId } = await consultant.app['exchange.send']({
    roundId: consultant.roundId,
    kind: 'cases',
    unit,
    head: head.reviewer,
    caseIds: [...ids],
    passphrase: spoken,
    target: fileOf('sager.ltp'),
  });
  const file = await carry(consultant, head, 'sager.ltp');
  const { roundId } = await head.app['exchange.receive']({ file, passphrase: spoken });
  const { fileName } = await head.app['exchange.previewResult']({ roundId, withNames: false });
  expect(fileName).toBe('Stikprøve 03-11-2025.ltp');
  const target = fileOf('svar.ltp');
  await head.app['exchange.sendResult']({ roundId, unit: '', withNames: false, passphrase: null, target });
  const returnKey = await consultant.fromDisk((store) =>
    store.read((tables) => tables.exchanges.get(exchangeId)?.keys?.returnKey ?? ''),
  );
  const told = JSON.stringify(await openPackage(await bytesOf(head, 'svar.ltp'), { returnKey }));
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);

  const home = await carry(head, consultant, 'svar.ltp');
  expect(await consultant.app['exchange.inspect']({ file: home, passphrase: null })).toMatchObject({ unit });
  expect(await consultant.app['exchange.collect']({ file: home, passphrase: null })).toMatchObject({ unit });
});

it('a note may name a child, a case and a caseworker that were not drawn', async () => {
  const office = await drawn();
  const { app, roundId, ids } = office;
  const at = caseIds.findIndex((id) => !ids.includes(id));
  const [itemId = ''] = await itemsOf(office, roundId);
  await app['review.answer']({
    roundId,
    caseId: ids[0] ?? '',
    itemId,
    value: 'no',
    note: `Søskende: ${childNames[at]?.toLowerCase()}, sag ${caseIds[at]}/${caseIds[at]}.`,
  });
  const target = fileOf('svar.ltp');
  await app['exchange.sendResult']({ roundId, unit: 'Åslaugs Team', withNames: false, passphrase: spoken, target });
  const { unit, versions } = await resultIn(office, 'svar.ltp');
  const note = versions.flatMap(([, heads]) => heads).find(({ content }) => content !== null && 'note' in content);
  expect(note?.content).toMatchObject({ note: 'Søskende: [navn], sag [sagsnummer]/[sagsnummer].' });
  expect(unit).toBe('Åslaugs Team');
});

it('a round and a unit that are called as a person go home, and into a file’s name, without it', async () => {
  const office = await drawn();
  const { app } = office;
  const [summary] = await app['importing.list']({});
  const name = `August: ${childNames[2]}, 010115-4212`;
  const again = { importId: summary?.importId ?? '', plan, name, redrawReason: 'igen', templateId: 'underretninger' };
  const { roundId } = await app['sampling.draw'](again);
  const hidden = 'August: [navn], 010115-••••';
  const [whole] = await app['exchange.shares']({ roundId, by: 'whole' });
  expect(whole?.fileName).toBe('August- [navn], 010115-••••.ltp');
  const { fileName } = await app['exchange.previewResult']({ roundId, withNames: true });
  expect(fileName).toBe(whole?.fileName);
  const request = { roundId, unit: caseworkers[1] ?? '', passphrase: spoken };
  await app['exchange.sendResult']({ ...request, withNames: false, target: fileOf('uden.ltp') });
  expect(await resultIn(office, 'uden.ltp')).toMatchObject({ unit: '[navn]', round: { name: hidden } });
  await app['exchange.sendResult']({ ...request, withNames: true, target: fileOf('med.ltp') });
  expect(await resultIn(office, 'med.ltp')).toMatchObject({ unit: caseworkers[1], round: { name } });
});
