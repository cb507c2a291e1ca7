import { describe, expect, it } from 'vitest';

import { openPackage } from '#core/exchange/package-file.ts';

import { refused } from '../application/open-application.ts';
import { drawn, resultIn, writeNames } from './support/named-population.ts';
import { bytesOf, fileOf, type Office, officeWithRound, openOffice, sendCases, spoken } from './support/offices.ts';

describe('what a result is made of', () => {
  it('is the same versions as long as nothing is edited, and a new one descends from what it replaces', async () => {
    const office = await drawn();
    const { app, roundId, ids } = office;
    const [caseId = ''] = ids;
    const { template } = await app['review.open']({ roundId, caseId });
    const itemId = template.sections[0]!.items[0]!.id;
    await app['review.answer']({ roundId, caseId, itemId, value: 'no' });
    const versionsIn = async (name: string) => {
      await app['exchange.sendResult']({
        roundId,
        unit: 'F',
        withNames: true,
        passphrase: spoken,
        target: fileOf(name),
      });
      return new Map((await resultIn(office, name)).versions);
    };
    const first = await versionsIn('a.ltp');
    expect(await versionsIn('b.ltp')).toEqual(first);
    await app['review.answer']({ roundId, caseId, itemId, value: 'yes' });
    const later = await versionsIn('c.ltp');
    const cell = `answer/${encodeURIComponent(caseId)}/1/${itemId}`;
    expect(later.get(cell)).toMatchObject([{ content: { value: 'yes' }, ancestors: [first.get(cell)![0]!.id] }]);
  });

  it('of a second reading are answers and states of the second reading, and nothing else', async () => {
    const consultant = await drawn('Karla Konsulent');
    const head = await openOffice('Hanne Leder');
    const two = consultant.ids.slice(0, 3);
    const { roundId, exchangeId } = await sendCases(consultant, head, two, 'second-reading');
    await writeNames(head, roundId, two);
    await head.app['exchange.sendResult']({
      roundId,
      unit: '',
      withNames: true,
      passphrase: null,
      target: fileOf('svar.ltp'),
    });
    const returnKey = await consultant.fromDisk((store) =>
      store.read((tables) => tables.exchanges.get(exchangeId)?.keys?.returnKey ?? ''),
    );
    const payload = await openPackage(await bytesOf(head, 'svar.ltp'), { returnKey });
    const cells = payload.kind === 'result' ? payload.versions.map(([cell]) => cell) : [];
    expect(cells.length).toBeGreaterThan(3);
    expect(cells.filter((cell) => !/^(?:answer\/[^/]+\/2\/.+|review\/[^/]+\/2)$/u.test(cell))).toEqual([]);
  });

  it('has a passphrase where nothing was sent here, and none is made of answers that were collected', async () => {
    const office = await drawn();
    const request = { roundId: office.roundId, unit: 'F', withNames: false, target: fileOf('x.ltp') };
    for (const passphrase of [null, '  ']) {
      await expect(office.app['exchange.sendResult']({ ...request, passphrase })).rejects.toEqual(
        refused('package-passphrase-needed'),
      );
    }
    await expect(office.app['exchange.sendResult']({ ...request, passphrase: 'kort' })).rejects.toMatchObject({
      code: 'passphrase-too-short',
    });
    const unknown = { ...request, roundId: 'ingen', passphrase: spoken };
    await expect(office.app['exchange.sendResult'](unknown)).rejects.toEqual(refused('round-not-found'));
  });
});

it('a received round that is deleted leaves nothing of what came or went', async () => {
  const consultant = await officeWithRound('Karla Konsulent');
  const head = await openOffice('Hanne Leder');
  const { roundId } = await sendCases(consultant, head);
  await head.app['exchange.sendResult']({
    roundId,
    unit: '',
    withNames: false,
    passphrase: null,
    target: fileOf('x.ltp'),
  });
  const [{ name } = { name: '' }] = await head.app['sampling.rounds']({});
  const counts = (office: Office, id: string) =>
    office.fromDisk((store) =>
      store.read((tables) => [
        tables.origins.get(id) === undefined,
        tables.exchanges.list(id).length,
        tables.versions.of(id).size,
      ]),
    );
  expect(await counts(head, roundId)).toEqual([false, 0, expect.any(Number)]);
  const receipt = await head.app['deletion.run']({ roundId, name });
  expect(receipt).toMatchObject({ removed: { populations: 0 } });
  expect(await counts(head, roundId)).toEqual([true, 0, 0]);
  expect((await head.auditLog()).filter(({ kind }) => kind === 'population.removed')).toEqual([]);
});
