import { describe, expect, it } from 'vitest';

import { openPackage } from '#core/exchange/package-file.ts';

import { refused } from '../application/open-application.ts';
import {
  caseIds,
  caseworkers,
  childNames,
  drawn,
  plan,
  type Population,
  resultIn,
  secrets,
  writeNames,
} from './support/named-population.ts';
import { bytesOf, fileOf, openOffice, sendCases, spoken } from './support/offices.ts';

describe('a result without names', () => {
  it('of a round that was drawn here holds no name, no CPR number and no case number of the population', async () => {
    const office = await drawn();
    const { app, roundId, ids } = office;
    await writeNames(office, roundId, ids);
    const preview = await app['exchange.previewResult']({ roundId, withNames: false });
    const target = fileOf('svar.ltp');
    const sent = await app['exchange.sendResult']({
      roundId,
      unit: 'Familieafdelingen',
      withNames: false,
      passphrase: spoken,
      target,
    });
    expect(preview).toMatchObject({
      cases: 9,
      closed: 1,
      actions: 2,
      needsPassphrase: true,
      hiddenPlaces: sent.hiddenPlaces,
    });
    expect(sent).toMatchObject({ name: 'svar.ltp', cases: 9, closed: 1, hiddenPlaces: 4 });

    const payload = await resultIn(office, 'svar.ltp');
    const told = JSON.stringify(payload);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(told).not.toContain('Ros til');
    expect(told).not.toContain('Bemærkning');
    expect(payload).toMatchObject({ unit: 'Familieafdelingen', head: 'Hanne Leder', exchangeId: null });
    expect(payload.imported).toMatchObject({ cases: 12, rows: { accepted: 12 } });
    expect(payload.cases).toHaveLength(9);
    for (const { key, number, drawn: place, case: found } of payload.cases) {
      expect(key).toMatch(/^[0-9a-f]{64}$/u);
      expect(number).toMatch(/^1-[123]-\d{3}$/u);
      expect(place).toMatchObject({ caseId: number, ticket: '' });
      expect(Object.keys(found.values).toSorted()).toEqual(['case_type', 'team']);
    }
    expect(payload.record.strata.map(({ name }) => name)).toEqual([
      ...new Set(payload.cases.map((each) => each.drawn.stratum)),
    ]);
    const contents = payload.versions.flatMap(([, heads]) => heads);
    expect(contents.filter(({ reduced }) => reduced === true)).toHaveLength(4);
    const raw = Buffer.from(await bytesOf(office, 'svar.ltp')).toString('latin1');
    expect(secrets.filter((secret) => raw.includes(secret))).toEqual([]);
  });

  it('tells a case again in the next round, and in no other workspace', async () => {
    const office = await drawn();
    const keysOf = async (from: Population, name: string) => {
      const request = { roundId: from.roundId, unit: 'F', withNames: false, passphrase: spoken, target: fileOf(name) };
      await from.app['exchange.sendResult'](request);
      return (await resultIn(from, name)).cases.map(({ key }) => key);
    };
    const first = await keysOf(office, 'a.ltp');
    const [summary] = await office.app['importing.list']({});
    const again = { importId: summary!.importId, plan, redrawReason: 'igen', templateId: 'underretninger' };
    const { roundId } = await office.app['sampling.draw'](again);
    expect(await keysOf({ ...office, roundId }, 'b.ltp')).toEqual(first);
    const elsewhere = await keysOf(await drawn('Olga Leder'), 'c.ltp');
    expect(elsewhere.filter((key) => first.includes(key))).toEqual([]);
  });

  it('of a round that was received goes back under the key that came along, and needs no passphrase', async () => {
    const consultant = await drawn('Karla Konsulent');
    const head = await openOffice('Hanne Leder');
    const { roundId, exchangeId } = await sendCases(consultant, head, consultant.ids.slice(0, 5));
    await writeNames(head, roundId, consultant.ids.slice(0, 5));
    expect(await head.app['exchange.previewResult']({ roundId, withNames: false })).toMatchObject({
      cases: 5,
      needsPassphrase: false,
    });
    await head.app['exchange.sendResult']({
      roundId,
      unit: 'Noget andet',
      withNames: false,
      passphrase: null,
      target: fileOf('svar.ltp'),
    });
    const bytes = await bytesOf(head, 'svar.ltp');
    const returnKey = await consultant.fromDisk((store) =>
      store.read((tables) => tables.exchanges.get(exchangeId)?.keys?.returnKey ?? ''),
    );
    const payload = await openPackage(bytes, { returnKey });
    const told = JSON.stringify(payload);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(payload).toMatchObject({
      kind: 'result',
      exchangeId,
      unit: 'Familieafdelingen',
      round: { roundId: consultant.roundId },
    });
    const seen = await head.app['exchange.inspect']({ file: fileOf('svar.ltp'), passphrase: null });
    expect(seen).toMatchObject({ kind: 'result', needsPassphrase: false, cases: 5, unit: 'Familieafdelingen' });
    const stranger = await openOffice('Olga Leder');
    await stranger.ports.files.write(fileOf('svar.ltp'), bytes);
    await expect(stranger.app['exchange.inspect']({ file: fileOf('svar.ltp'), passphrase: null })).rejects.toEqual(
      refused('package-unknown-sender'),
    );
  });
});

describe('a result with names', () => {
  it('holds the round as it stands, with what was said of the talks', async () => {
    const office = await drawn();
    const { app, roundId, ids } = office;
    await writeNames(office, roundId, ids);
    const target = fileOf('navne.ltp');
    const sent = await app['exchange.sendResult']({ roundId, unit: 'F', withNames: true, passphrase: spoken, target });
    expect(sent.hiddenPlaces).toBe(0);
    const payload = await resultIn(office, 'navne.ltp');
    const told = JSON.stringify(payload);
    const here = ids.map((id) => caseIds.indexOf(id));
    const expected = here.flatMap((at) => [childNames[at] ?? '', caseIds[at] ?? '', caseworkers[at % 3] ?? '']);
    expect(expected.filter((word) => !told.includes(word))).toEqual([]);
    expect(told).toContain('Ros til');
    expect(payload.cases.map(({ key }) => key)).toEqual(ids);
  });

  it('is not written where the organisation lets nothing internal leave', async () => {
    const office = await drawn();
    const { app, roundId, ports } = office;
    Object.assign(ports, { policy: { ...ports.policy, forbidInternalExport: true } });
    const request = { roundId, unit: 'F', passphrase: spoken, target: fileOf('x.ltp') };
    await expect(app['exchange.sendResult']({ ...request, withNames: true })).rejects.toEqual(
      refused('forbidden-by-policy'),
    );
    await app['exchange.sendResult']({ ...request, withNames: false });
  });
});
