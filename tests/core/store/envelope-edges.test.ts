import { createCipheriv, createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { clearLength, open, openInPlace, readHeader, seal, sealInPlace, sealWithPauses } from '#core/store/envelope.ts';
import { envelopeHeader } from '#core/store/envelope-header.ts';
import { fc } from '../../support/fast-check.ts';

const key = Buffer.alloc(32, 7);
const nonce = Buffer.alloc(12, 3);
const fields = {
  fileId: 'f',
  purpose: 'population' as const,
  generation: 1,
  saveId: 's',
  created: '',
  modified: '',
  programVersion: '',
  schemaVersion: 0,
  keySlots: [],
};

function told(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message.replace(/^.*: /, '')}`;
  }
}

/** A part in the clear that is sound but for what `change` does before its checksum is made. */
function clearOf(header: object | string, change: (prefix: Buffer) => void = () => undefined): Buffer {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const prefix = Buffer.alloc(12);
  prefix.write('LTDB');
  prefix.writeUInt16BE(1, 4);
  prefix.writeUInt16BE(0xfffe, 6);
  prefix.writeUInt32BE(json.length, 8);
  change(prefix);
  const covered = Buffer.concat([prefix, json]);
  return Buffer.concat([covered, createHash('sha256').update(covered).digest()]);
}

/** A whole file of this header around this content, made without the module. */
function fileOf(header: object, content: Uint8Array): Buffer {
  const clear = clearOf(header);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(clear);
  return Buffer.concat([clear, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function bytesOf(...lengths: readonly number[]): Buffer[] {
  return lengths.map((length, index) => Buffer.alloc(length).fill(`${index}abc`));
}

describe('the three ways to seal', () => {
  it('give the same bytes, those that the document describes', async () => {
    for (const lengths of [[], [0], [5], [300_000, 1, 0, 17], [65_536], [65_537, 262_145]]) {
      const whole = Buffer.concat(bytesOf(...lengths));
      const expected = fileOf({ ...fields, plaintextLength: whole.length }, whole);
      expect(Buffer.concat(seal(bytesOf(...lengths), fields, key, nonce)).equals(expected)).toBe(true);
      expect(Buffer.concat(sealInPlace(bytesOf(...lengths), fields, key, nonce)).equals(expected)).toBe(true);
      const paused = await sealWithPauses(bytesOf(...lengths), fields, key, nonce, () => Promise.resolve());
      expect(Buffer.concat(paused).equals(expected)).toBe(true);
    }
  });

  it('differ in what they leave of the plaintext: in place nothing of it stays', async () => {
    const kept = bytesOf(1_000, 2_000);
    seal(kept, fields, key, nonce);
    expect(Buffer.concat(kept).equals(Buffer.concat(bytesOf(1_000, 2_000)))).toBe(true);
    const overwritten = bytesOf(1_000, 2_000);
    const pieces = sealInPlace(overwritten, fields, key, nonce);
    expect(pieces.slice(1, -1)).toEqual(overwritten);
    expect(pieces[1]).toBe(overwritten[0]);
    expect(overwritten[0]?.includes('0abc')).toBe(false);
    const paused = bytesOf(1_000, 2_000);
    await sealWithPauses(paused, fields, key, nonce, () => Promise.resolve());
    expect(paused[1]?.includes('1abc')).toBe(false);
  });

  it('pause after every piece, and end with what the pause rejects with', async () => {
    const pauses: number[] = [];
    const pieces = bytesOf(10, 20, 30);
    await sealWithPauses(pieces, fields, key, nonce, (sealed) => Promise.resolve(void pauses.push(sealed)));
    expect(pauses).toEqual([1, 2, 3]);
    const stop = new Error('stop');
    const stopped = sealWithPauses(bytesOf(10, 20), fields, key, nonce, () => Promise.reject(stop));
    await expect(stopped).rejects.toBe(stop);
  });
});

describe('the two ways to open', () => {
  it('give the same, and in place it is a part of what was given', () => {
    for (const length of [0, 1, 65_536, 65_537, 262_144, 262_145, 600_000]) {
      const file = fileOf({ ...fields, plaintextLength: length }, Buffer.concat(bytesOf(length)));
      const opened = open(file, key);
      expect(opened.header).toEqual({ ...fields, plaintextLength: length });
      expect(opened.plaintext.equals(Buffer.concat(bytesOf(length)))).toBe(true);
      // Not at the beginning of its memory, as a part of a larger read is not.
      const inside = Buffer.concat([Buffer.alloc(5), file]).subarray(5);
      const inPlace = openInPlace(inside, key);
      expect(inPlace.header).toEqual(opened.header);
      expect(inPlace.plaintext.equals(opened.plaintext)).toBe(true);
      expect(inPlace.plaintext.buffer).toBe(inside.buffer);
      expect(open(new Uint8Array(Buffer.concat([Buffer.alloc(3), file])).subarray(3), key).plaintext.length).toBe(
        length,
      );
    }
  });

  it('give out nothing that was not authenticated', () => {
    const content = Buffer.concat(bytesOf(1_000));
    const file = fileOf({ ...fields, plaintextLength: 1_000 }, content);
    file[file.length - 1]! ^= 1;
    expect(told(() => open(Buffer.from(file), key))).toBe('file-damaged: content');
    expect(told(() => openInPlace(file, key))).toBe('file-damaged: content');
    expect(file.includes('0abc')).toBe(false);
    expect(file.subarray(-1_016, -16).equals(Buffer.alloc(1_000))).toBe(true);
  });

  it('need the key', () => {
    const file = fileOf({ ...fields, plaintextLength: 3 }, Buffer.from('abc'));
    expect(told(() => open(file, Buffer.alloc(32, 8)))).toBe('file-damaged: content');
  });
});

const header = { ...fields, plaintextLength: 0 };

describe('the part in the clear', () => {
  it.each([
    ['ends before its length', Buffer.from('LTDB\u0000\u0001\u0000', 'latin1'), 'file-damaged: no LTDB mark'],
    ['ends within its length', clearOf(header).subarray(0, 11), 'file-damaged: no LTDB mark'],
    ['has another mark', clearOf(header, (b) => b.write('LTDJ')), 'file-damaged: no LTDB mark'],
    ['has versions that differ', clearOf(header, (b) => b.writeUInt16BE(2, 4)), 'file-damaged: format version'],
    [
      'is of version 0',
      clearOf(header, (b) => {
        b.writeUInt16BE(0, 4);
        b.writeUInt16BE(0xffff, 6);
      }),
      'file-damaged: format version',
    ],
    ['says too long a header', clearOf(header, (b) => b.writeUInt32BE(65_537, 8)), 'file-damaged: header length'],
    ['says the longest header there is', clearOf(header, (b) => b.writeUInt32BE(65_536, 8)), 12 + 65_536 + 32],
    ['is its first twelve bytes', clearOf(header).subarray(0, 12), clearOf(header).length],
    ['is whole', clearOf(header), clearOf(header).length],
  ])('that %s', (_what, bytes, expected) => expect(told(() => clearLength(bytes))).toBe(expected));

  it('of a newer format is told with its number', () => {
    const newer = clearOf(header, (b) => {
      b.writeUInt16BE(0x0102, 4);
      b.writeUInt16BE(~0x0102 & 0xffff, 6);
    });
    expect(() => clearLength(newer)).toThrow(
      expect.objectContaining({
        code: 'file-from-future',
        detail: { version: 258 },
        message: expect.stringContaining('258'),
      }),
    );
  });

  it.each([
    ['is cut short', clearOf(header).subarray(0, -1), 'file-damaged: cut short in the header'],
    [
      'is of another checksum',
      Buffer.concat([clearOf(header).subarray(0, -1), Buffer.of(0)]),
      'file-damaged: header checksum',
    ],
    ['is no JSON', clearOf('{'), 'file-damaged: header fields'],
    ['is an empty object', clearOf({}), 'file-damaged: header fields'],
  ])('read without a key, that %s', (_what, bytes, expected) =>
    expect(told(() => readHeader(bytes, bytes.length + 28))).toBe(expected),
  );

  it('must fit the length of the file to the byte, and may lie within more', () => {
    const clear = clearOf({ ...fields, plaintextLength: 100 });
    const size = clear.length + 28 + 100;
    expect(readHeader(clear, size)).toEqual({ ...fields, plaintextLength: 100 });
    expect(readHeader(Buffer.concat([Buffer.alloc(4), clear, Buffer.alloc(50)]).subarray(4), size).fileId).toBe('f');
    for (const other of [size - 1, size + 1]) expect(told(() => readHeader(clear, other))).toBe('file-damaged: length');
  });
});

const base64 = (length: number): string => Buffer.alloc(length, 1).toString('base64');
const wrapped = { nonce: base64(12), wrapped: base64(32), tag: base64(16) };
const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: base64(16) };
const pair = { ...wrapped, publicKey: base64(32), ephemeral: base64(32) };
const slots = {
  passphrase: { kind: 'passphrase', kdf, ...wrapped },
  os: { kind: 'os', stored: base64(100), ...pair },
  recovery: { kind: 'recovery', madeAt: '2026-01-15', ...pair },
};

function accepts(slot: object): boolean {
  return envelopeHeader.safeParse({ ...header, keySlots: [slot] }).success;
}

describe('the fields of a header', () => {
  it('are these, with one slot for each way of opening', () => {
    const whole = { ...header, keySlots: Object.values(slots) };
    expect(envelopeHeader.parse(whole)).toEqual(whole);
    for (const purpose of ['workspace', 'population', 'marks']) {
      expect(envelopeHeader.safeParse({ ...header, purpose }).success).toBe(true);
    }
  });

  it.each([
    { fileId: '' },
    { saveId: '' },
    { purpose: 'other' },
    { generation: 0 },
    { generation: 1.5 },
    { schemaVersion: -1 },
    { schemaVersion: 0.5 },
    { plaintextLength: -1 },
    { created: 1 },
    { modified: null },
    { programVersion: undefined },
    { keySlots: undefined },
    { keySlots: [{ kind: 'other' }] },
  ])('are not %j', (other) => expect(envelopeHeader.safeParse({ ...header, ...other }).success).toBe(false));

  it('bound what a forged header can ask of a machine', () => {
    const withKdf = (other: object) => accepts({ ...slots.passphrase, kdf: { ...kdf, ...other } });
    for (const N of [2, 2 ** 10, 2 ** 20]) expect(withKdf({ N })).toBe(true);
    for (const N of [1, 0, -2, 3, 2 ** 17 + 1, 2 ** 21, 2.5]) expect(withKdf({ N })).toBe(false);
    for (const n of [1, 16]) expect([withKdf({ r: n }), withKdf({ p: n })]).toEqual([true, true]);
    for (const n of [0, 17, 1.5]) expect([withKdf({ r: n }), withKdf({ p: n })]).toEqual([false, false]);
    expect(withKdf({ name: 'argon2' })).toBe(false);
    expect(accepts({ ...slots.os, stored: 'A'.repeat(16_384) })).toBe(true);
    expect(accepts({ ...slots.os, stored: 'A'.repeat(16_388) })).toBe(false);
    expect(accepts({ ...slots.recovery, madeAt: undefined })).toBe(false);
  });

  it('hold bytes of exactly their length', () => {
    const lengths = { nonce: 12, wrapped: 32, tag: 16, publicKey: 32, ephemeral: 32 };
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(lengths)), fc.nat(40), fc.boolean(), (field, length, os) => {
        const slot = os ? slots.os : slots.recovery;
        const right = length === lengths[field as keyof typeof lengths];
        expect(accepts({ ...slot, [field]: base64(length) })).toBe(right);
      }),
    );
    for (const length of [15, 17])
      expect(accepts({ ...slots.passphrase, kdf: { ...kdf, salt: base64(length) } })).toBe(false);
    expect(accepts({ ...slots.passphrase, nonce: '?' })).toBe(false);
    const problems = envelopeHeader.safeParse({ ...header, keySlots: [{ ...slots.os, tag: base64(15) }] });
    expect(problems.error?.message).toContain('not 16 bytes');
  });
});
