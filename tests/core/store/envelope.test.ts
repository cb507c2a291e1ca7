import { createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { open, readHeader, seal } from '#core/store/envelope.ts';
import { derivePopulationKey, unwrapWithPassphrase, wrapWithPassphrase } from '#core/store/key-slots.ts';
import { fc } from '../../support/fast-check.ts';

const key = Buffer.alloc(32, 7);
const fileId = 'file-1';
const cost = { keyCost: { N: 2 ** 10, r: 8, p: 1 }, random: { bytes: (length: number) => randomBytes(length) } };
const slot = await wrapWithPassphrase(key, 'hest hest hest', fileId, cost);

const fields = {
  fileId,
  purpose: 'workspace',
  generation: 3,
  saveId: 'aa',
  created: '2026-01-15T08:00:00.000Z',
  modified: '2026-01-15T08:00:00.000Z',
  programVersion: '0.1.0',
  schemaVersion: 1,
  keySlots: [slot],
} as const;

function sealed(plaintext: readonly Uint8Array[]): Buffer {
  return Buffer.concat(seal(plaintext, { ...fields, keySlots: [slot] }, key, randomBytes(12)));
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'opened';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `unexpected: ${String(error)}`;
  }
}

describe('the envelope', () => {
  it('gives back what was sealed, however it was cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 }), (pieces) => {
        const { header, plaintext } = open(sealed(pieces), key);
        expect(plaintext.equals(Buffer.concat(pieces))).toBe(true);
        expect(header).toEqual({ ...fields, plaintextLength: plaintext.length });
      }),
    );
  });

  it('lays its bytes out as the document says', () => {
    const bytes = sealed([Buffer.from('indhold')]);
    const headerLength = bytes.readUInt32BE(8);
    const body = 12 + headerLength + 32;
    expect(bytes.toString('latin1', 0, 4)).toBe('LTDB');
    expect([bytes.readUInt16BE(4), bytes.readUInt16BE(6)]).toEqual([1, 0xfffe]);
    expect(JSON.parse(bytes.toString('utf8', 12, 12 + headerLength))).toMatchObject({ fileId, generation: 3 });
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(body, body + 12));
    decipher.setAAD(bytes.subarray(0, body)).setAuthTag(bytes.subarray(-16));
    const text = decipher.update(bytes.subarray(body + 12, -16), undefined, 'utf8') + decipher.final('utf8');
    expect(text).toBe('indhold');
  });

  it('reports every changed bit of every byte as damage', () => {
    const bytes = sealed([Buffer.from('et barn, en sag')]);
    const undetected: number[] = [];
    for (let position = 0; position < bytes.length; position += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        bytes[position]! ^= 1 << bit;
        if (codeOf(() => open(bytes, key)) !== 'file-damaged') {
          undetected.push(position);
        }
        bytes[position]! ^= 1 << bit;
      }
    }
    expect(undetected).toEqual([]);
    expect(codeOf(() => open(bytes, key))).toBe('opened');
  });

  it('tells a damaged header from a wrong passphrase without a key', () => {
    const bytes = sealed([Buffer.from('x')]);
    const clear = 12 + bytes.readUInt32BE(8) + 32;
    for (let position = 0; position < clear; position += 1) {
      const flipped = Buffer.from(bytes);
      flipped[position]! ^= 0x10;
      expect(codeOf(() => readHeader(flipped, flipped.length))).toBe('file-damaged');
    }
  });

  it('reports every truncation and every extension as damage', () => {
    const bytes = sealed([Buffer.from('et barn, en sag')]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(codeOf(() => open(bytes.subarray(0, length), key))).toBe('file-damaged');
    }
    expect(codeOf(() => open(Buffer.concat([bytes, Buffer.alloc(1)]), key))).toBe('file-damaged');
  });

  it('reports blocks that were zeroed or swapped as damage', () => {
    const bytes = sealed([randomBytes(4096)]);
    const start = bytes.length - 16 - 4096;
    fc.assert(
      fc.property(fc.nat(6), fc.integer({ min: 1, max: 7 }), (block, distance) => {
        const zeroed = Buffer.from(bytes).fill(0, start + block * 512, start + block * 512 + 512);
        expect(codeOf(() => open(zeroed, key))).toBe('file-damaged');
        const other = (block + distance) % 8;
        const swapped = Buffer.from(bytes);
        bytes.copy(swapped, start + block * 512, start + other * 512, start + other * 512 + 512);
        bytes.copy(swapped, start + other * 512, start + block * 512, start + block * 512 + 512);
        expect(codeOf(() => open(swapped, key))).toBe('file-damaged');
      }),
    );
  });

  it('calls a newer format by its name, not damage', () => {
    const bytes = sealed([]);
    bytes.writeUInt16BE(2, 4);
    bytes.writeUInt16BE(0xfffd, 6);
    expect(codeOf(() => open(bytes, key))).toBe('file-from-future');
  });

  it('does not open with the header of another save of the same file', () => {
    const one = sealed([Buffer.from('aaaa')]);
    const two = Buffer.concat(
      seal([Buffer.from('bbbb')], { ...fields, generation: 4, keySlots: [slot] }, key, randomBytes(12)),
    );
    const clear = 12 + one.readUInt32BE(8) + 32;
    const mixed = Buffer.concat([two.subarray(0, clear), one.subarray(clear)]);
    expect(codeOf(() => open(mixed, key))).toBe('file-damaged');
  });
});

describe('key slots', () => {
  it('open with their passphrase and no other, and not for another file', async () => {
    expect((await unwrapWithPassphrase([slot], 'hest hest hest', fileId)).equals(key)).toBe(true);
    const wrong = { code: 'wrong-passphrase' };
    await expect(unwrapWithPassphrase([slot], 'hest hest hesu', fileId)).rejects.toMatchObject(wrong);
    await expect(unwrapWithPassphrase([slot], 'hest hest hest', 'file-2')).rejects.toMatchObject(wrong);
    await expect(unwrapWithPassphrase([], 'hest hest hest', fileId)).rejects.toMatchObject(wrong);
  });

  it('wrap the key with AES-256-GCM under scrypt of the passphrase', () => {
    const { N, r, p, salt } = slot.kdf;
    const wrapping = scryptSync('hest hest hest', Buffer.from(salt, 'base64'), 32, { N, r, p });
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.nonce, 'base64'));
    decipher.setAAD(Buffer.from('LTDB-slot|file-1|passphrase')).setAuthTag(Buffer.from(slot.tag, 'base64'));
    expect(Buffer.concat([decipher.update(slot.wrapped, 'base64'), decipher.final()]).equals(key)).toBe(true);
  });

  it('use scrypt at production cost without running into its memory limit', async () => {
    const strong = await wrapWithPassphrase(key, 'æøå', fileId, { ...cost, keyCost: { N: 2 ** 17, r: 8, p: 1 } });
    expect((await unwrapWithPassphrase([strong], 'æøå', fileId)).equals(key)).toBe(true);
  });

  it('derive another key for every import and every workspace', () => {
    const keys = [
      derivePopulationKey(key, 'a', '1'),
      derivePopulationKey(key, 'a', '2'),
      derivePopulationKey(key, 'b', '1'),
      derivePopulationKey(Buffer.alloc(32, 8), 'a', '1'),
    ].map((derived) => derived.toString('hex'));
    expect(new Set(keys).size).toBe(4);
    expect(keys).not.toContain(key.toString('hex'));
  });
});
