import { createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import {
  checkPassphrase,
  derivePopulationKey,
  slotContext,
  unwrapWithPassphrase,
  wrapWithPassphrase,
} from '#core/store/key-slots.ts';
import { unwrapKey, wrapKey } from '#core/store/wrapped-key.ts';

const fileKey = Buffer.alloc(32, 7);
const keyCost = { N: 2, r: 1, p: 2 };

/** Chance that hands out what it has given, so that it can be looked at later. */
function chance() {
  const given: Buffer[] = [];
  const bytes = (length: number): Buffer => {
    const next = randomBytes(length);
    given.push(next);
    return next;
  };
  return { random: { bytes }, given };
}

const wrap = (passphrase: string, cost = keyCost) =>
  wrapWithPassphrase(fileKey, passphrase, 'fil', { keyCost: cost, random: chance().random });

describe('a passphrase', () => {
  it('has ten characters, as a person counts them', () => {
    for (const enough of ['1234567890', 'æøåæøåæøåæ', '👧🏽'.repeat(5), 'a\u030a'.repeat(10)]) {
      expect(() => checkPassphrase(enough)).not.toThrow();
    }
    const tooShort = { code: 'passphrase-too-short', detail: { minimum: 10 }, message: expect.stringContaining('10') };
    for (const few of ['', '123456789', 'a\u030a'.repeat(9), '👧'.repeat(9)]) {
      expect(() => checkPassphrase(few)).toThrow(expect.objectContaining(tooShort));
    }
  });

  it('opens however its letters were made', async () => {
    const slot = await wrap('gra\u030at hus \uFB01n');
    expect((await unwrapWithPassphrase([slot], 'gr\u00e5t hus fin', 'fil')).equals(fileKey)).toBe(true);
    expect((await unwrapWithPassphrase([await wrap('gr\u00e5t hus')], 'gra\u030at hus', 'fil')).equals(fileKey)).toBe(
      true,
    );
  });
});

describe('a slot', () => {
  it('says how its key was made, and opens by that with plain scrypt and AES-256-GCM', async () => {
    const { random, given } = chance();
    const slot = await wrapWithPassphrase(fileKey, 'hest hest hest', 'fil', { keyCost, random });
    expect(slot).toMatchObject({ kind: 'passphrase', kdf: { name: 'scrypt', ...keyCost } });
    expect(given.map((bytes) => bytes.toString('base64'))).toEqual([slot.kdf.salt, slot.nonce]);
    const wrapping = scryptSync('hest hest hest', Buffer.from(slot.kdf.salt, 'base64'), 32, keyCost);
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.nonce, 'base64'));
    decipher.setAAD(Buffer.from('LTDB-slot|fil|passphrase')).setAuthTag(Buffer.from(slot.tag, 'base64'));
    expect(Buffer.concat([decipher.update(slot.wrapped, 'base64'), decipher.final()]).equals(fileKey)).toBe(true);
  });

  it('is bound to its file and its kind', () => {
    expect(String(slotContext('a', 'os'))).toBe('LTDB-slot|a|os');
  });

  it('is found among others', async () => {
    const [wrong, right] = [await wrap('en anden sætning'), await wrap('hest hest hest')];
    const pair = { nonce: '', wrapped: '', tag: '', publicKey: '', ephemeral: '' };
    const os = { kind: 'os' as const, stored: '', ...pair };
    expect((await unwrapWithPassphrase([os, wrong, right], 'hest hest hest', 'fil')).equals(fileKey)).toBe(true);
    const opening = unwrapWithPassphrase([os, wrong], 'hest hest hest', 'fil').catch((error: unknown) => error);
    expect(await opening).toMatchObject({ code: 'wrong-passphrase', message: expect.stringContaining('No key slot') });
    expect((await opening) as object).not.toHaveProperty('detail.reason');
    const none = {
      code: 'wrong-passphrase',
      detail: { reason: 'none' },
      message: expect.stringContaining('no passphrase'),
    };
    await expect(unwrapWithPassphrase([os], 'hest hest hest', 'fil')).rejects.toMatchObject(none);
    await expect(unwrapWithPassphrase([], 'hest hest hest', 'fil')).rejects.toMatchObject(none);
  });

  it('may cost as much memory as its bounds allow, whatever takes it: N, r or p', async () => {
    for (const cost of [
      { N: 2 ** 14, r: 8, p: 1 },
      { N: 2, r: 16, p: 16 },
    ]) {
      const slot = await wrap('hest hest hest', cost);
      expect((await unwrapWithPassphrase([slot], 'hest hest hest', 'fil')).equals(fileKey)).toBe(true);
    }
  });

  it('of a cost that scrypt does not know is refused', async () => {
    await expect(wrap('hest hest hest', { N: 3, r: 1, p: 1 })).rejects.toBeInstanceOf(Error);
  });
});

describe('the wrapping', () => {
  const nonce = Buffer.alloc(12, 1);
  const context = Buffer.from('sammenhæng');

  it('opens with its key and its context only, and overwrites the key it was given', () => {
    const wrappingKey = Buffer.alloc(32, 5);
    const made = wrapKey(fileKey, { wrappingKey, nonce, context });
    expect(wrappingKey.equals(Buffer.alloc(32))).toBe(true);
    expect(fileKey.equals(Buffer.alloc(32, 7))).toBe(true);
    const again = Buffer.alloc(32, 5);
    expect(unwrapKey(made, again, context)?.equals(fileKey)).toBe(true);
    expect(again.equals(Buffer.alloc(32))).toBe(true);
    const wrong = Buffer.alloc(32, 6);
    expect(unwrapKey(made, wrong, context)).toBeNull();
    expect(wrong.equals(Buffer.alloc(32))).toBe(true);
    expect(unwrapKey(made, Buffer.alloc(32, 5), Buffer.from('en anden'))).toBeNull();
    for (const field of ['nonce', 'wrapped', 'tag'] as const) {
      const bytes = Buffer.from(made[field], 'base64');
      bytes[0]! ^= 1;
      expect(unwrapKey({ ...made, [field]: bytes.toString('base64') }, Buffer.alloc(32, 5), context)).toBeNull();
    }
  });

  it('takes a whole tag only', () => {
    const made = wrapKey(fileKey, { wrappingKey: Buffer.alloc(32, 5), nonce, context });
    const short = Buffer.from(made.tag, 'base64').subarray(0, 12).toString('base64');
    expect(() => unwrapKey({ ...made, tag: short }, Buffer.alloc(32, 5), context)).toThrow();
  });
});

it('the key of an import is HKDF-SHA-256 of the file key, with the file as salt', () => {
  const expected = Buffer.from(hkdfSync('sha256', fileKey, 'fil', 'LTDB-population|import-1', 32));
  expect(derivePopulationKey(fileKey, 'fil', 'import-1').equals(expected)).toBe(true);
});
