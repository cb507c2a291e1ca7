import { describe, expect, it } from 'vitest';

import { suggestPassphrase } from '#core/exchange/suggest-passphrase.ts';
import { openPackage } from '#core/exchange/package-file.ts';
import { systemRandom } from '#core/files/system-random.ts';
import { AppError } from '#shared/contract/errors.ts';
import { minimumPassphrase } from '#shared/contract/workspace.ts';
import type { CasesPayload } from '#shared/domain/exchange/package.ts';
import { spokenWords } from '#shared/words/spoken-words.ts';

import { refused } from '../application/open-application.ts';
import {
  bytesOf,
  carry,
  fileOf,
  type Office,
  officeWithRound,
  openOffice,
  sendCases,
  spoken,
} from './support/offices.ts';

const consultantName = 'Karla Konsulent';

async function casesIn(office: Office, name: string): Promise<CasesPayload> {
  const payload = await openPackage(await bytesOf(office, name), { passphrase: spoken });
  if (payload.kind === 'result') throw new Error('a result');
  return payload;
}

function requestOf(roundId: string, caseIds: readonly string[], name: string) {
  const sent = { roundId, kind: 'cases' as const, unit: 'Nord', head: 'Hanne Leder', passphrase: spoken };
  return { ...sent, caseIds: [...caseIds], target: fileOf(name) };
}

describe('sharing out', () => {
  it('gives each team, each caseworker or all their cases, in files that say the unit and the period', async () => {
    const { app, roundId, ids } = await officeWithRound(consultantName);
    const [{ name } = { name: '' }] = await app['sampling.rounds']({});
    const records = await Promise.all(
      ids.map(async (caseId) => (await app['review.open']({ roundId, caseId })).record),
    );
    const of = (field: 'team' | 'caseworker', value: string) =>
      records.filter(({ values }) => values[field] === value).map(({ id }) => id);

    const teams = await app['exchange.shares']({ roundId, by: 'team' });
    expect(teams.map(({ unit, fileName }) => [unit, fileName])).toEqual([
      ['Nord', `Nord ${name}.ltp`],
      ['Syd', `Syd ${name}.ltp`],
    ]);
    for (const { unit, caseIds } of teams) expect(caseIds.toSorted()).toEqual(of('team', unit).toSorted());

    const workers = await app['exchange.shares']({ roundId, by: 'caseworker' });
    expect(workers.flatMap(({ caseIds }) => caseIds).toSorted()).toEqual(ids.toSorted());
    expect(workers.filter(({ unit, fileName }) => fileName.includes(unit))).toEqual([]);
    for (const { unit, caseIds } of workers) expect(caseIds.toSorted()).toEqual(of('caseworker', unit).toSorted());

    const whole = await app['exchange.shares']({ roundId, by: 'whole' });
    expect(whole).toMatchObject([{ unit: '', fileName: `${name}.ltp` }]);
    expect(whole[0]!.caseIds.toSorted()).toEqual(ids.toSorted());

    const replaced = ids[0]!;
    await app['sampling.replace']({ roundId, caseId: replaced, reason: 'transferred' });
    const now = await app['exchange.shares']({ roundId, by: 'whole' });
    expect(now[0]!.caseIds).not.toContain(replaced);
    expect(now[0]!.caseIds).toHaveLength(ids.length);
  });
});

describe('a package of cases', () => {
  it('holds its own cases whole and no answer, and names no other case of the round', async () => {
    const consultant = await officeWithRound(consultantName);
    const { app, roundId, ids } = consultant;
    const [caseId = '', replaced = ''] = ids;
    const { template } = await app['review.open']({ roundId, caseId });
    const itemId = template.sections[0]!.items[0]!.id;
    await app['review.answer']({ roundId, caseId, itemId, value: 'no', note: 'HEMMELIG NOTE' });
    await app['sampling.replace']({ roundId, caseId: replaced, reason: 'transferred' });
    await app['exchange.send'](requestOf(roundId, [caseId], 'a.ltp'));
    const payload = await casesIn(consultant, 'a.ltp');
    const told = JSON.stringify(payload);
    expect(payload.cases.map(({ key }) => key)).toEqual([caseId]);
    expect(payload.cases[0]!.case).toEqual((await app['review.open']({ roundId, caseId })).record);
    expect(told).not.toContain('HEMMELIG');
    const others = (await app['review.queue']({ roundId })).map((line) => line.caseId).filter((id) => id !== caseId);
    expect(others.length).toBeGreaterThan(4);
    expect(others.filter((id) => told.includes(id))).toEqual([]);
    expect(payload.template.title).toBe(template.title);
  });

  it('to the same reader of the same unit again is the same exchange, with the same key and every case', async () => {
    const consultant = await officeWithRound(consultantName);
    const { app, roundId, ids } = consultant;
    const first = await app['exchange.send'](requestOf(roundId, ids.slice(0, 2), 'a.ltp'));
    const again = await app['exchange.send']({ ...requestOf(roundId, ids.slice(2, 4), 'b.ltp'), head: 'hanne leder ' });
    expect(again).toEqual({ exchangeId: first.exchangeId, name: 'b.ltp', cases: 4 });
    const [one, two] = [await casesIn(consultant, 'a.ltp'), await casesIn(consultant, 'b.ltp')];
    expect(two.keys).toEqual(one.keys);
    expect(two.packageId).not.toBe(one.packageId);
    expect(two.cases.map(({ key }) => key).toSorted()).toEqual(ids.slice(0, 4).toSorted());
    const other = await app['exchange.send']({ ...requestOf(roundId, ids.slice(0, 1), 'c.ltp'), unit: 'Syd' });
    expect(other.exchangeId).not.toBe(first.exchangeId);
    const third = await casesIn(consultant, 'c.ltp');
    expect(third.keys.returnKey).not.toBe(one.keys.returnKey);
    expect(third.keys.recognitionKey).toBe(one.keys.recognitionKey);
  });

  it('is not sent with a case that is not to be read in the round, with a short passphrase, or from a received round', async () => {
    const consultant = await officeWithRound(consultantName);
    const { app, roundId, ids } = consultant;
    const [replaced = ''] = ids;
    await app['sampling.replace']({ roundId, caseId: replaced, reason: 'transferred' });
    const before = consultant.onDisk();
    for (const caseId of ['S-99', replaced]) {
      await expect(app['exchange.send'](requestOf(roundId, [caseId], 'a.ltp'))).rejects.toEqual(
        refused('case-not-in-round'),
      );
    }
    await expect(
      app['exchange.send']({ ...requestOf(roundId, ids.slice(1), 'a.ltp'), passphrase: 'kort' }),
    ).rejects.toEqual(refused('passphrase-too-short', { minimum: minimumPassphrase }));
    expect(consultant.onDisk()).toEqual(before);
    const head = await openOffice('Hanne Leder');
    const { roundId: received, caseIds } = await sendCases(consultant, head, ids.slice(1));
    await expect(head.app['exchange.send'](requestOf(received, caseIds, 'videre.ltp'))).rejects.toEqual(
      refused('package-not-for-here', { reason: 'not-drawn-here' }),
    );
  });

  it('that could not be written was not sent: the next one has a key of its own', async () => {
    const consultant = await officeWithRound(consultantName);
    const { app, roundId, ids, ports } = consultant;
    const { files } = ports;
    const full = { ...files, write: () => Promise.reject(new AppError('disk-full', 'full')) };
    Object.assign(ports, { files: full });
    await expect(app['exchange.send'](requestOf(roundId, ids.slice(0, 2), 'a.ltp'))).rejects.toEqual(
      refused('disk-full'),
    );
    expect(await consultant.fromDisk((store) => store.read((tables) => tables.exchanges.list()))).toEqual([]);
    Object.assign(ports, { files });
    const sent = await app['exchange.send'](requestOf(roundId, ids.slice(0, 1), 'a.ltp'));
    Object.assign(ports, { files: full });
    await expect(app['exchange.send'](requestOf(roundId, ids.slice(1, 2), 'b.ltp'))).rejects.toEqual(
      refused('disk-full'),
    );
    const kept = await consultant.fromDisk((store) => store.read((tables) => tables.exchanges.list()));
    expect(kept).toMatchObject([{ exchangeId: sent.exchangeId, caseIds: [ids[0]] }]);
  });

  it('tells what it is before it is received, as far as it can be opened', async () => {
    const consultant = await officeWithRound(consultantName);
    const { app, roundId, ids } = consultant;
    await app['exchange.send'](requestOf(roundId, ids, 'a.ltp'));
    const head = await openOffice('Hanne Leder');
    const file = await carry(consultant, head, 'a.ltp');
    const closed = await head.app['exchange.inspect']({ file, passphrase: null });
    expect(closed).toEqual({
      kind: null,
      needsPassphrase: true,
      unit: '',
      period: '',
      municipality: '',
      head: '',
      madeAt: '',
      cases: 0,
      template: '',
    });
    const [{ name } = { name: '' }] = await app['sampling.rounds']({});
    expect(await head.app['exchange.inspect']({ file, passphrase: spoken })).toMatchObject({
      kind: 'cases',
      unit: 'Nord',
      period: name,
      municipality: 'Prøvekøbing',
      head: 'Hanne Leder',
      cases: ids.length,
      template: 'Underretninger',
    });
    expect(await head.app['sampling.rounds']({})).toEqual([]);
  });
});

describe('a suggested passphrase', () => {
  it('holds more than 60 bits, of words that cannot be taken for one another', () => {
    const shapes = (word: string): readonly string[] =>
      Array.from(word, (_, at) => `${word.slice(0, at)}?${word.slice(at + 1)}`);
    const without = (word: string): readonly string[] =>
      Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
    const counts = Map.groupBy(spokenWords.flatMap(shapes), (shape) => shape);
    expect([...counts].filter(([, same]) => same.length > 1)).toEqual([]);
    const known = new Set(spokenWords);
    expect(spokenWords.filter((word) => without(word).some((shorter) => known.has(shorter)))).toEqual([]);
    expect(spokenWords.filter((word) => !/^[a-zæøå]{3,9}$/u.test(word))).toEqual([]);
    const passphrase = suggestPassphrase(systemRandom);
    const words = passphrase.split(' ');
    expect(words.length * Math.log2(spokenWords.length)).toBeGreaterThan(60);
    expect(words.filter((word) => !spokenWords.includes(word))).toEqual([]);
    expect(passphrase.length).toBeGreaterThan(minimumPassphrase);
    expect(suggestPassphrase(systemRandom)).not.toBe(passphrase);
  });

  it('takes every word with the same chance', () => {
    // Every number of two bytes once: each word comes equally often, and what does not divide is thrown again.
    let next = 0;
    const random = { bytes: () => new Uint8Array([(next >> 8) & 255, next++ & 255]) };
    const counts = new Map<string, number>();
    const times = Math.floor(65_536 / spokenWords.length);
    while (next + 7 <= times * spokenWords.length) {
      for (const word of suggestPassphrase(random).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
    expect(counts.size).toBe(spokenWords.length);
    next = 65_535;
    expect(suggestPassphrase(random).split(' ')[0]).toBe(spokenWords[0]);
  });
});
