import { describe, expect, it } from 'vitest';

import { recordHash } from '#core/exchange/hashes.ts';
import { openPackage } from '#core/exchange/package-file.ts';
import { drawRecord, type DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import { caseIds, caseworkers, childNames, drawn, exportText } from './support/named-population.ts';
import {
  bytesOf,
  carry,
  collect,
  fileOf,
  type Office,
  openOffice,
  resultOf,
  review,
  spoken,
} from './support/offices.ts';

/** A draw by caseworker of twelve cases, with a condition that names one; a head gets the cases of the first. */
async function sentToOne() {
  const consultant = await drawn('Karla Konsulent');
  const { app, roundId } = consultant;
  const shares = await app['exchange.shares']({ roundId, by: 'caseworker' });
  const own = shares.find(({ unit }) => unit === caseworkers[0])?.caseIds ?? [];
  const request = { roundId, kind: 'cases' as const, unit: 'Nord', head: 'Hanne Leder', passphrase: spoken };
  await app['exchange.send']({ ...request, caseIds: [...own], target: fileOf('nord.ltp') });
  const payload = await openPackage(await bytesOf(consultant, 'nord.ltp'), { passphrase: spoken });
  const head = await openOffice('Hanne Leder');
  const file = await carry(consultant, head, 'nord.ltp');
  const { roundId: received } = await head.app['exchange.receive']({ file, passphrase: spoken });
  return { consultant, head, payload, received, own };
}

const recordAt = async (office: Office, roundId: string): Promise<DrawRecord> =>
  (await office.app['sampling.rounds']({})).find((round) => round.roundId === roundId)!.record;

describe('the record of a draw that one head is sent', () => {
  it('names her own caseworker and no other, no other case and no child, and keeps sizes and the hash', async () => {
    const { consultant, head, payload, received, own } = await sentToOne();
    const whole = await recordAt(consultant, consultant.roundId);
    const text = JSON.stringify(payload.record);
    expect(own.length).toBeGreaterThan(1);
    expect(text).toContain(caseworkers[0]);
    const others = [...caseworkers.slice(1), ...childNames, ...caseIds.filter((id) => !own.includes(id))];
    expect(others.filter((name) => text.includes(name))).toEqual([]);
    expect(others.filter((name) => JSON.stringify(whole).includes(name)).length).toBeGreaterThan(4);
    const sizes = (record: DrawRecord) => record.strata.map(({ size, drawn: count }) => [size, count]);
    expect(sizes(payload.record)).toEqual(sizes(whole));
    expect(payload.record.strata.map(({ name }) => name)).toEqual(
      expect.arrayContaining([caseworkers[0], 'Anden rådgiver 1', 'Anden rådgiver 2']),
    );
    // The list is of twelve cases: nothing in the package can be tried against guesses of the others' numbers.
    expect(text).not.toContain(whole.populationFingerprint);
    expect([payload.record.populationFingerprint, payload.record.frames]).toEqual(['', []]);
    // The consultant's own record has the same hash, and the answers come home by it.
    expect(recordHash(payload.record)).toBe(payload.recordHash);
    expect(recordHash(await recordAt(consultant, consultant.roundId))).toBe(payload.recordHash);
    const [caseId = ''] = own;
    await review(head, received, caseId);
    const result = await resultOf(head, consultant, received);
    expect(await collect(consultant, result)).toMatchObject({ outcome: 'merged', closed: 1 });
  });

  it('is checked for her own cases alone, and says so', async () => {
    const { head, payload, received, own } = await sentToOne();
    await head.app['sampling.saveRecord']({ roundId: received, target: fileOf('bilag.json') });
    const saved = drawRecord.parse(JSON.parse(Buffer.from(await bytesOf(head, 'bilag.json')).toString('utf8')));
    const file = head.addFile('sager.csv', exportText);
    const part = { told: own.length, drawn: payload.record.cases.length };
    expect(await head.app['sampling.verify']({ record: saved, file })).toEqual({ same: true, differences: [], part });
    const another = await head.app['sampling.verify']({ record: { ...saved, seed: '4712' }, file });
    expect(another).toMatchObject({ same: false, part });
    expect(another.differences).toHaveLength(own.length);
    const swapped = saved.cases.map((each) => (each.ticket === '' ? each : { ...each, caseId: 'S-1' }));
    const missing = await head.app['sampling.verify']({ record: { ...saved, cases: swapped }, file });
    expect(missing).toMatchObject({
      same: false,
      differences: expect.arrayContaining([expect.stringContaining('S-1')]),
    });
  });
});
