import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import {
  blockLength,
  deriveJournalKey,
  endAfter,
  journalHeader,
  journalStart,
  openRecords,
  readJournalHeader,
  sealRecord,
} from '#core/store/journal-format.ts';

const base = { fileId: 'f'.repeat(32), saveId: 'a'.repeat(16), generation: 7 };
const fileKey = Buffer.alloc(32, 1);
const key = deriveJournalKey(fileKey, base);
const header = journalHeader(base);

function journalOf(texts: readonly string[]) {
  let end = journalStart;
  const pieces = [header];
  for (const [index, text] of texts.entries()) {
    const record = sealRecord(text, { key, header }, end, Buffer.alloc(12, index + 1));
    pieces.push(record);
    end = endAfter(end, record);
  }
  return { bytes: Buffer.concat(pieces), pieces, end };
}

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message.replace(/^.*: /, '')}`;
  }
}

/** A header of this JSON that is sound in all else. */
function headerOf(json: string, change: (block: Buffer) => void = () => undefined): Buffer {
  const block = Buffer.alloc(blockLength);
  block.write('LTDJ');
  block.writeUInt16BE(1, 4);
  block.writeUInt16BE(0xfffe, 6);
  block.writeUInt32BE(Buffer.byteLength(json), 8);
  block.write(json, 12);
  change(block);
  const covered = 12 + Buffer.byteLength(json);
  createHash('sha256').update(block.subarray(0, covered)).digest().copy(block, covered);
  return block;
}

const json = JSON.stringify(base);

describe('the header of a journal', () => {
  it('is laid out as the document says, and names nothing else of what it is given', () => {
    expect(header.equals(headerOf(json))).toBe(true);
    expect(journalHeader({ ...base, more: 'x' } as typeof base).equals(header)).toBe(true);
    expect(readJournalHeader(header)).toEqual(base);
  });

  it.each([
    ['ends early', () => header.subarray(0, blockLength - 1), 'file-damaged: no LTDJ mark'],
    ['has another mark', () => headerOf(json, (b) => b.write('LTDB')), 'file-damaged: no LTDJ mark'],
    ['has versions that differ', () => headerOf(json, (b) => b.writeUInt16BE(2, 4)), 'file-damaged: format version'],
    [
      'is of version 0',
      () =>
        headerOf(json, (b) => {
          b.writeUInt16BE(0, 4);
          b.writeUInt16BE(0xffff, 6);
        }),
      'file-damaged: format version',
    ],
    [
      'says a length that no block holds',
      () => headerOf(json, (b) => b.writeUInt32BE(2 ** 31, 8)),
      'file-damaged: header length',
    ],
    [
      'leaves no room for its checksum',
      () => headerOf(json, (b) => b.writeUInt32BE(4_053, 8)),
      'file-damaged: header length',
    ],
    ['just leaves room for it', () => headerOf(json, (b) => b.writeUInt32BE(4_052, 8)), 'file-damaged: header fields'],
    ['is no JSON', () => headerOf('{'), 'file-damaged: header fields'],
    ['names no file', () => headerOf(JSON.stringify({ ...base, fileId: '' })), 'file-damaged: header fields'],
    ['names no save', () => headerOf(JSON.stringify({ ...base, saveId: '' })), 'file-damaged: header fields'],
    ['is of no generation', () => headerOf(JSON.stringify({ ...base, generation: 0 })), 'file-damaged: header fields'],
    ['holds more than it should', () => headerOf(JSON.stringify({ ...base, x: 1 })), 'file-damaged: header checksum'],
  ])('that %s is damaged', (_what, bytes, told) => expect(outcome(() => readJournalHeader(bytes()))).toBe(told));

  it('of a newer format is told with its number', () => {
    const newer = headerOf(json, (b) => {
      b.writeUInt16BE(258, 4);
      b.writeUInt16BE(~258 & 0xffff, 6);
    });
    expect(() => readJournalHeader(newer)).toThrow(
      expect.objectContaining({
        code: 'file-from-future',
        detail: { version: 258 },
        message: expect.stringContaining('258'),
      }),
    );
  });
});

describe('the key of a journal', () => {
  it('is HKDF-SHA-256 of the file key, another for each file and save', () => {
    const info = `LTDB-journal|${base.saveId}`;
    expect(key.equals(Buffer.from(hkdfSync('sha256', fileKey, base.fileId, info, 32)))).toBe(true);
    expect(deriveJournalKey(fileKey, { ...base, fileId: 'g' }).equals(key)).toBe(false);
    expect(deriveJournalKey(fileKey, { ...base, saveId: 'b' }).equals(key)).toBe(false);
  });
});

describe('a record', () => {
  it('opens with plain AES-256-GCM, bound to the header, its number, its length and the record before it', () => {
    const { pieces, end } = journalOf(['"a"', `"${'b'.repeat(5_000)}"`]);
    const record = pieces[2]!;
    expect([record.length, record.readUInt32BE(0), record.readUInt32BE(4)]).toEqual([8_192, 2, 0xfffffffd]);
    expect(record.subarray(8, 20).equals(Buffer.alloc(12, 2))).toBe(true);
    const numbers = Buffer.alloc(12);
    numbers.writeUInt32BE(2, 4);
    numbers.writeUInt32BE(2, 8);
    const before = pieces[1]!.subarray(-16);
    const decipher = createDecipheriv('aes-256-gcm', key, record.subarray(8, 20));
    decipher.setAAD(Buffer.concat([createHash('sha256').update(header).digest(), numbers, before]));
    decipher.setAuthTag(record.subarray(-16));
    const text = decipher.update(record.subarray(20, -16), undefined, 'utf8') + decipher.final('utf8');
    expect(text).toBe(`"${'b'.repeat(5_000)}"`.padEnd(8_192 - 36));
    expect(end).toEqual({ length: 3 * blockLength + blockLength, count: 2, tag: record.subarray(-16) });
  });

  it.each([
    [4_096 - 36, 1],
    [4_096 - 35, 2],
    [8_192 - 36, 2],
    [0, 1],
  ])('with %i bytes takes %i blocks, counted in bytes and not in letters', (length, blocks) => {
    const { pieces, bytes } = journalOf(['x'.repeat(length)]);
    expect(pieces[1]!.length).toBe(blocks * blockLength);
    expect(openRecords(bytes, key).texts[0]!.trimEnd()).toBe('x'.repeat(length));
    const letters = 'ø'.repeat(length / 2);
    expect(journalOf([letters]).pieces[1]!.length).toBe(Math.ceil((36 + 2 * letters.length) / 4_096) * blockLength);
  });

  it('keeps its tag to itself: overwriting the record does not change where the journal ends', () => {
    const { pieces, end } = journalOf(['1']);
    const tag = Buffer.from(end.tag);
    pieces[1]!.fill(0);
    expect(end.tag.equals(tag)).toBe(true);
  });
});

describe('the end of a journal', () => {
  const { bytes, pieces } = journalOf(['1', `"${'2'.repeat(5_000)}"`]);
  const first = Buffer.concat(pieces.slice(0, 2));
  const last = pieces[2]!;
  const readWith = (rest: Uint8Array) =>
    outcome(() => {
      const { texts, torn, end } = openRecords(Buffer.concat([first, rest]), key);
      return `${texts.length} ${torn ? 'torn' : 'whole'} ${end.length}`;
    });
  const change = (work: (copy: Buffer) => void, length = last.length): Buffer => {
    const copy = Buffer.from(last.subarray(0, length));
    work(copy);
    return copy;
  };
  const torn = '1 torn 8192';
  const damaged = 'file-damaged: record 2';

  it.each([
    ['is the last record', last, '2 whole 16384'],
    ['lacks one byte', last.subarray(0, -1), torn],
    ['is seven bytes', last.subarray(0, 7), torn],
    ['is seven bytes of something else', Buffer.alloc(7, 5), torn],
    ['is eight bytes of something else', Buffer.alloc(8, 5), damaged],
    ['is the eight bytes that say how long', last.subarray(0, 8), torn],
    ['is a block of zeros', Buffer.alloc(blockLength), torn],
    ['is a sector of zeros, then what was written', change((b) => b.fill(0, 0, 512)), torn],
    ['is nearly a sector of zeros', change((b) => b.fill(0, 0, 511)), damaged],
    ['is all but one byte zeros', change((b) => b.fill(0).writeUInt8(1, 511)), damaged],
    ['has a sector of zeros in its middle', change((b) => b.fill(0, 1_024, 1_536)), torn],
    ['has a last sector of zeros', change((b) => b.fill(0, 7_680)), torn],
    ['has zeros across two sectors', change((b) => b.fill(0, 1_025, 2_047)), damaged],
    ['has a changed byte', change((b) => b.writeUInt8(b.readUInt8(100) ^ 1, 100)), damaged],
    [
      'has a sector of zeros with a record behind',
      Buffer.concat([change((b) => b.fill(0, 1_024, 1_536)), last]),
      damaged,
    ],
    ['begins with zeros before a record', Buffer.concat([Buffer.alloc(blockLength), last]), damaged],
    [
      'begins with zeros before half a record',
      Buffer.concat([Buffer.alloc(blockLength), last.subarray(0, 8)]),
      damaged,
    ],
    ['begins with zeros before a few bytes', Buffer.concat([Buffer.alloc(blockLength), last.subarray(0, 7)]), torn],
    ['says a length of none', change((b) => b.writeUInt32BE(0, 0) && b.writeUInt32BE(0xffffffff, 4)), damaged],
    ['says two lengths', change((b) => b.writeUInt32BE(3, 0)), damaged],
  ])('that %s', (_what, rest, told) => expect(readWith(rest)).toBe(told));

  it('is at the first damage where it is asked to stop there', () => {
    const broken = Buffer.from(bytes);
    broken.writeUInt8(broken.readUInt8(blockLength + 100) ^ 1, blockLength + 100);
    expect(openRecords(broken, key, 'stop')).toEqual({ texts: [], end: journalStart, torn: true });
    expect(journalStart).toEqual({ length: 4_096, count: 0, tag: Buffer.alloc(16) });
    expect(openRecords(bytes, key, 'stop').texts.length).toBe(2);
  });
});
