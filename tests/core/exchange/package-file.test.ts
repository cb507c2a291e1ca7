import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { openPackage, readPackageHeader, sealPackage } from '#core/exchange/package-file.ts';
import { open, readHeader, seal } from '#core/store/envelope.ts';
import { unwrapWithPassphrase } from '#core/store/key-slots.ts';
import type { CasesPayload, PackagePayload } from '#shared/domain/exchange/package.ts';

import { refused } from '../application/open-application.ts';
import { testPorts } from '../store/store-fixture.ts';
import { bytesOf, fileOf, officeWithRound, openOffice, resultOf, sendCases, spoken } from './support/offices.ts';

/** No file of it is used. */
const ports = testPorts('ingen mappe');
const returnKey = Buffer.from(randomBytes(32)).toString('base64');

interface Packages {
  /** Of cases, under `spoken`; and of answers, under the return key of another one. */
  readonly cases: Uint8Array;
  readonly result: Uint8Array;
  readonly payload: CasesPayload;
  readonly ids: readonly string[];
}

async function makePackages(): Promise<Packages> {
  const consultant = await officeWithRound('Karla Konsulent');
  const head = await openOffice('Hanne Leder');
  const { roundId } = await sendCases(consultant, head);
  const result = await bytesOf(consultant, (await resultOf(head, consultant, roundId)).name);
  const sent = { roundId: consultant.roundId, kind: 'cases' as const, unit: 'Nord', head: 'Olga Leder' };
  const target = fileOf('olga.ltp');
  await consultant.app['exchange.send']({ ...sent, caseIds: [...consultant.ids], passphrase: spoken, target });
  const cases = await bytesOf(consultant, 'olga.ltp');
  const payload = await openPackage(cases, { passphrase: spoken });
  if (payload.kind === 'result') throw new Error('a result');
  return { cases, result, payload, ids: consultant.ids };
}

let made: Promise<Packages> | undefined;
/** Made once, by the test that asks first. */
const packages = (): Promise<Packages> => (made ??= makePackages());

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'opened';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

/** The package under another header and content, with the right key. */
async function forged(change: { readonly header?: object; readonly content?: Buffer }): Promise<Buffer> {
  const { cases } = await packages();
  const header = readHeader(cases, cases.length);
  const key = await unwrapWithPassphrase(header.keySlots, spoken, header.fileId);
  const content = change.content ?? open(cases, key).plaintext;
  return Buffer.concat(seal([content], { ...header, ...change.header } as never, key, randomBytes(12)));
}

describe('a package’s file', () => {
  it('opens with its passphrase, however it was heard on the telephone', async () => {
    const { cases, payload } = await packages();
    for (const heard of [spoken, `  ${spoken.toUpperCase()} `, spoken.replaceAll(' ', '  ')]) {
      expect(await openPackage(cases, { passphrase: heard })).toEqual(payload);
    }
    await expect(openPackage(cases, { passphrase: `${spoken} x` })).rejects.toMatchObject({
      code: 'package-wrong-passphrase',
    });
    await expect(openPackage(cases, { passphrase: ' ' })).rejects.toMatchObject({ code: 'package-passphrase-needed' });
  });

  it('opens with the key of its exchange, and with no other and no passphrase', async () => {
    const { cases, payload } = await packages();
    const answer = { ...payload, kind: 'result' as const, exchangeId: 'udveksling', versions: [], imported: null };
    const { template: _t, keys: _k, ...told } = answer as typeof answer & { template: unknown; keys: unknown };
    const bytes = await sealPackage(told as PackagePayload, { returnKey, exchangeId: 'udveksling' }, ports);
    expect(readPackageHeader(bytes)).toMatchObject({ exchangeId: 'udveksling', needsPassphrase: false });
    expect(await openPackage(bytes, { returnKey })).toEqual(told);
    const other = Buffer.from(randomBytes(32)).toString('base64');
    await expect(openPackage(bytes, { returnKey: other })).rejects.toMatchObject({ code: 'package-damaged' });
    await expect(openPackage(bytes, { passphrase: spoken })).rejects.toMatchObject({ code: 'package-unknown-sender' });
    await expect(openPackage(cases, { returnKey })).rejects.toMatchObject({ code: 'package-passphrase-needed' });
    const swapped = await sealPackage(told as PackagePayload, { returnKey, exchangeId: 'en-anden' }, ports);
    await expect(openPackage(swapped, { returnKey })).rejects.toMatchObject({ code: 'package-damaged' });
  });

  it('asks for a passphrase as long as the workspace’s, and takes the cost of the ports', async () => {
    const { payload } = await packages();
    await expect(sealPackage(payload, { passphrase: '  kort   x ' }, ports)).rejects.toMatchObject({
      code: 'passphrase-too-short',
    });
    const bytes = await sealPackage(payload, { passphrase: spoken }, { ...ports, keyCost: { N: 64, r: 2, p: 3 } });
    const [slot] = readHeader(bytes, bytes.length).keySlots;
    expect(slot).toMatchObject({ kind: 'passphrase', kdf: { N: 64, r: 2, p: 3 } });
  });

  it('says nothing in the clear but what is needed to open it, and never the same bytes twice', async () => {
    const { cases, result, payload, ids } = await packages();
    const always = ['created', 'fileId', 'generation', 'keySlots', 'modified', 'plaintextLength', 'programVersion'];
    const also = ['purpose', 'saveId', 'schemaVersion'];
    expect(Object.keys(readHeader(cases, cases.length)).toSorted()).toEqual([...always, ...also]);
    const withKey = Object.keys(readHeader(result, result.length)).toSorted();
    expect(withKey).toEqual([...always, ...also, 'exchangeId'].toSorted());
    const names = ['Barn Hemmelig', 'Rådgiver', 'Prøvekøbing', 'Familieafdelingen', 'Leder', 'Karla', ...ids];
    for (const bytes of [cases, result]) {
      const found = names.filter((name) =>
        ['utf8', 'latin1', 'utf16le'].some((encoding) =>
          Buffer.from(bytes).includes(Buffer.from(name, encoding as BufferEncoding)),
        ),
      );
      expect(found).toEqual([]);
    }
    expect(Buffer.from(await sealPackage(payload, { passphrase: spoken }, ports)).equals(Buffer.from(cases))).toBe(
      false,
    );
  });
});

describe('a bad file', () => {
  it('is no package where it is something else', async () => {
    const other = [Buffer.alloc(0), Buffer.from('PK\u0003\u0004 et regneark'), Buffer.from('LTDJ........')];
    for (const bytes of other) expect(await codeOf(() => readPackageHeader(bytes))).toBe('package-not-a-package');
    const workspace = await forged({ header: { purpose: 'workspace' } });
    expect(await codeOf(() => readPackageHeader(workspace))).toBe('package-not-a-package');
  });

  it('is damaged where it is cut short or any byte is another one', async () => {
    const { cases } = await packages();
    const places = [4, 8, 12, 40, 200, Math.floor(cases.length / 2), cases.length - 1];
    for (const place of places) {
      const changed = Buffer.from(cases);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(await codeOf(() => openPackage(changed, { passphrase: spoken })), `${place}`).toMatch(
        /^package-(?:damaged|from-future)$/u,
      );
      expect(await codeOf(() => openPackage(cases.subarray(0, place), { passphrase: spoken })), `to ${place}`).toBe(
        'package-damaged',
      );
    }
    const longer = Buffer.concat([cases, Buffer.from('x')]);
    expect(await codeOf(() => openPackage(longer, { passphrase: spoken }))).toBe('package-damaged');
  });

  it('is of a newer program where it says so, outside or inside', async () => {
    const { payload } = await packages();
    const outside = await forged({ header: { schemaVersion: 2 } });
    expect(await codeOf(() => readPackageHeader(outside))).toBe('package-from-future');
    const inside = await forged({ content: gzipSync(JSON.stringify({ ...payload, version: 2, more: 1 })) });
    expect(await codeOf(() => openPackage(inside, { passphrase: spoken }))).toBe('package-from-future');
    const older = await forged({ header: { schemaVersion: 0 } });
    expect(await codeOf(() => readPackageHeader(older))).toBe('package-too-old');
  });

  it('is damaged where what is sealed in it is no package, and says nothing of what it held', async () => {
    const { payload } = await packages();
    const contents = [
      Buffer.from('ingen gzip'),
      gzipSync('ingen JSON'),
      gzipSync(Buffer.from([0x22, 0xff, 0x22])),
      gzipSync('{"format":"noget andet"}'),
      gzipSync(JSON.stringify({ ...payload, cases: [{ key: 'Barn Hemmelig' }] })),
      gzipSync(JSON.stringify({ ...payload, hemmelig: 'Barn Hemmelig' })),
      gzipSync(JSON.stringify(payload).replace('{', '{"__proto__":{"x":1},')),
    ];
    for (const content of contents) {
      const bytes = await forged({ content });
      await expect(openPackage(bytes, { passphrase: spoken })).rejects.toMatchObject({
        code: 'package-damaged',
        message: expect.not.stringContaining('Barn'),
      });
    }
  });

  it('does not fill the memory with what it unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(201 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(300_000);
    expect(await codeOf(async () => openPackage(await forged({ content: bomb }), { passphrase: spoken }))).toBe(
      'package-damaged',
    );
  });
});

it('what is refused is told to the page by its code', async () => {
  const consultant = await openOffice('Karla Konsulent');
  const junk = consultant.addFile('x.ltp', 'LTDB');
  await expect(consultant.app['exchange.inspect']({ file: junk, passphrase: null })).rejects.toEqual(
    refused('package-damaged'),
  );
});
