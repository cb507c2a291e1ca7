import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { nodeFileSystem } from '#core/store/file-system.ts';
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
import { decodeRecord, encodeRecord, refuseUnrepeatable } from '#core/store/journal-record.ts';
import { createStore } from '#core/store/open-store.ts';

import { addRound, answer, noteOf, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const runs = Number(process.env['TILSYN_FLIPS'] ?? 1_000);
const timeout = 30_000 + runs * 20;
const base = { fileId: 'f'.repeat(32), saveId: 'a'.repeat(16), generation: 7 };
const key = deriveJournalKey(Buffer.alloc(32, 1), base);
const header = journalHeader(base);
const texts = ['first', 'x'.repeat(5_000), '', 'æøå', 'last'].map((text) => JSON.stringify(text));

function journalOf(records: readonly string[], sealKey = key): Buffer {
  let end = journalStart;
  const pieces = [header];
  for (const [index, text] of records.entries()) {
    const record = sealRecord(text, { key: sealKey, header }, end, Buffer.alloc(12, index + 1));
    pieces.push(record);
    end = endAfter(end, record);
  }
  return Buffer.concat(pieces);
}

const whole = journalOf(texts);
const starts = [1, 2, 4, 5, 6, 7].map((block) => block * blockLength);
const lastStart = starts[4]!;

function read(bytes: Buffer): { readonly texts: readonly string[]; readonly torn: boolean } | string {
  try {
    readJournalHeader(bytes);
    const { texts: found, torn } = openRecords(bytes, key);
    return { texts: found.map((text) => text.trimEnd()), torn };
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a journal', () => {
  it('gives its records back in order, each in blocks of its own', () => {
    expect(whole.length).toBe(starts[5]);
    expect(read(whole)).toEqual({ texts, torn: false });
    expect(readJournalHeader(whole)).toEqual(base);
    expect(read(header)).toEqual({ texts: [], torn: false });
  });

  it(`shows every flipped bit as damage, wherever it is (${runs} flips)`, { timeout }, () => {
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
        const bytes = Buffer.from(whole);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        const found = read(bytes);
        // The length of the last record may say more than there is: then it looks cut off, and is told as such.
        const said = typeof found === 'string' ? found : found.torn && found.texts.length === 4 ? 'cut' : 'unseen';
        expect(['file-damaged', bit >> 3 >= lastStart ? 'cut' : '']).toContain(said);
      }),
      { numRuns: runs },
    );
  });

  it(
    `cut anywhere holds whole records only, and says so where it was cut inside one (${runs} cuts)`,
    { timeout },
    () => {
      fc.assert(
        fc.property(fc.nat(whole.length), (length) => {
          const found = read(whole.subarray(0, length));
          if (length < blockLength) {
            expect(found).toBe('file-damaged');
            return;
          }
          const complete = starts.filter((start) => start <= length).length - 1;
          expect(found).toEqual({ texts: texts.slice(0, complete), torn: !starts.includes(length) });
        }),
        { numRuns: runs },
      );
    },
  );

  it('with sectors that were never written is cut off in its last record, and damaged in any other', () => {
    for (let sector = blockLength; sector < whole.length; sector += 512) {
      const bytes = Buffer.from(whole).fill(0, sector, sector + 512);
      const found = read(bytes);
      if (sector >= lastStart) expect(found).toEqual({ texts: texts.slice(0, 4), torn: true });
      else expect(found).toBe('file-damaged');
    }
  });

  it.each([
    ['swapped', () => [header, block(4), block(1), block(5)]],
    ['removed from the middle', () => [header, block(1), block(4), block(5)]],
    ['repeated', () => [header, block(1), block(1)]],
    [
      'of the same number from another history',
      () => [header, block(1, journalOf(['"other"', ...texts.slice(1)])), whole.subarray(starts[1])],
    ],
    ['of another save', () => [journalHeader({ ...base, saveId: 'b'.repeat(16) }), whole.subarray(blockLength)]],
    ['under another generation', () => [journalHeader({ ...base, generation: 8 }), whole.subarray(blockLength)]],
    ['sealed with another key', () => [journalOf(texts, Buffer.alloc(32, 9))]],
  ])('with records %s is damaged', (_what, pieces) => {
    expect(read(Buffer.concat(pieces()))).toBe('file-damaged');
  });

  it('of a newer format is told as such', () => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt16BE(2, 4);
    bytes.writeUInt16BE(~2 & 0xffff, 6);
    expect(read(bytes)).toBe('file-from-future');
  });
});

function block(number: number, journal = whole): Buffer {
  return journal.subarray(number * blockLength, (number + 1) * blockLength);
}

describe('a record', () => {
  it('keeps every value that SQLite takes', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.string({ unit: 'binary' }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    const written = fc.array(fc.record({ sql: fc.constantFrom('INSERT 1', 'UPDATE 2'), values: fc.array(value) }));
    fc.assert(
      fc.property(written, (statements) => {
        const record = { at: '2026-01-15T08:00:00.000Z', written: statements };
        expect(decodeRecord(encodeRecord(record))).toEqual(record);
      }),
    );
    expect(() => encodeRecord({ at: '', written: [{ sql: 'x', values: [Number.NaN] }] })).toThrow(TypeError);
  });

  it.each([
    "INSERT INTO t VALUES (datetime('now'))",
    'UPDATE t SET x = random()',
    'INSERT INTO t VALUES (current_timestamp)',
  ])('is not made of %s, which would do something else the next time', (sql) =>
    expect(() => refuseUnrepeatable(sql)).toThrow(TypeError),
  );
});

async function workspace(records = 3) {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  await store.checkpoint();
  for (let number = 1; number <= records; number += 1) {
    await store.change({ kind: 'review.answered', target: `${number}` }, (tables) => answer(tables, `svar ${number}`));
  }
  const folder = ports.workspaceFolder;
  return { store, ports, folder, path: join(folder, 'tilsyn.ltdb'), journal: join(folder, 'tilsyn.ltdj') };
}

async function opened(folder: string) {
  const store = await createStore(testPorts(folder));
  await store.unlock(passphrase);
  return store;
}

describe('a workspace with a journal', () => {
  it('opens with everything in it, and says when it was last saved', async () => {
    const { folder, store } = await workspace();
    const told = store.status().savedAt;
    const readOnly = {
      ...nodeFileSystem,
      open: (path: string, purpose: 'read' | 'change' | 'create') =>
        purpose === 'read' ? nodeFileSystem.open(path, purpose) : Promise.reject(new Error('read only')),
    };
    const other = await createStore(testPorts(folder), { fileSystem: readOnly });
    await other.unlock(passphrase);
    expect(other.read((tables) => noteOf(tables))).toBe('svar 3');
    expect(other.status().savedAt).toBe(told);
  });

  it('is one file after locking and after a checkpoint', async () => {
    const { store, journal, folder } = await workspace();
    expect(existsSync(journal)).toBe(true);
    await store.checkpoint();
    expect(existsSync(journal)).toBe(false);
    await store.change({ kind: 'review.answered', target: 'x' }, (tables) => answer(tables, 'mere'));
    await store.lock();
    expect(readdirSync(folder).toSorted()).toEqual(['backups', 'tilsyn.ltdb']);
    expect((await opened(folder)).read((tables) => noteOf(tables))).toBe('mere');
  });

  it('drops a record that was cut off, and the audit log says so', async () => {
    const { journal, folder } = await workspace();
    const bytes = readFileSync(journal);
    writeFileSync(journal, bytes.subarray(0, bytes.length - 100));
    const store = await opened(folder);
    expect(store.read((tables) => noteOf(tables))).toBe('svar 2');
    expect(
      store
        .auditLog()
        .map(({ kind }) => kind)
        .slice(-2),
    ).toEqual(['journal.record-dropped', 'workspace.unlocked']);
    expect(verifyAuditLog(store.auditLog())).toEqual({ sound: true });
    await store.change({ kind: 'review.answered', target: 'x' }, (tables) => answer(tables, 'videre'));
    expect((await opened(folder)).read((tables) => noteOf(tables))).toBe('videre');
  });

  it('is damaged where its journal is, and nothing is replaced', async () => {
    const { journal, folder, path } = await workspace();
    for (const position of [20, blockLength + 50, 2 * blockLength + 9]) {
      const sound = readFileSync(journal);
      const before = readFileSync(path);
      const broken = Buffer.from(sound);
      broken[position]! ^= 8;
      writeFileSync(journal, broken);
      await expect(opened(folder)).rejects.toMatchObject({ code: 'file-damaged' });
      expect(readFileSync(journal).equals(broken)).toBe(true);
      expect(readFileSync(path).equals(before)).toBe(true);
      writeFileSync(journal, sound);
    }
  });

  it('does not do again what an older save left, and the next change replaces it', async () => {
    const { store, journal, folder } = await workspace();
    const old = readFileSync(journal);
    await store.change({ kind: 'review.answered', target: 'x' }, (tables) => answer(tables, 'nyere'));
    await store.lock();
    writeFileSync(journal, old);
    const again = await opened(folder);
    expect(again.read((tables) => noteOf(tables))).toBe('nyere');
    expect(readFileSync(journal).equals(old)).toBe(false);
    expect((await opened(folder)).read((tables) => noteOf(tables))).toBe('nyere');
  });

  it('keeps a journal whose file was put away for an older one, and says so', async () => {
    const { store, journal, folder, path } = await workspace(0);
    copyFileSync(path, join(folder, 'older'));
    await store.checkpoint();
    await store.change({ kind: 'review.answered', target: 'x' }, (tables) => answer(tables, 'kun i journalen'));
    const kept = readFileSync(journal);
    renameSync(join(folder, 'older'), path);
    const again = await opened(folder);
    expect(again.read((tables) => noteOf(tables))).toBeUndefined();
    expect(again.auditLog().map(({ kind }) => kind)).toContain('journal.set-aside');
    const aside = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.ltdj'));
    expect(aside.length).toBe(1);
    expect(readFileSync(join(folder, 'backups', aside[0]!)).equals(kept)).toBe(true);
  });

  it('makes no new workspace over a journal whose file is gone', async () => {
    const { store, path, folder } = await workspace();
    await store.change({ kind: 'x', target: 'y' }, () => undefined);
    renameSync(path, join(folder, 'gone'));
    const other = await createStore(testPorts(folder));
    await expect(other.create(passphrase, profile)).rejects.toMatchObject({ code: 'workspace-lost' });
  });

  it('is saved whole after so many records, and when nobody has changed anything for a while', async () => {
    const ports = testPorts(temporaryFolder());
    const store = await createStore(ports, { checkpoints: { records: 5, idleRecords: 2, idleMs: 30 } });
    await store.create(passphrase, profile);
    const journal = join(ports.workspaceFolder, 'tilsyn.ltdj');
    const change = () => store.change({ kind: 'x', target: 'y' }, () => undefined);
    for (let count = 1; count <= 5; count += 1) await change();
    await store.checkpoint().catch(() => undefined);
    expect(existsSync(journal)).toBe(false);
    await change();
    await change();
    await expect.poll(() => existsSync(journal), { timeout: 5_000 }).toBe(false);
  });

  it('holds nothing of what was deleted after a checkpoint, read with the key', async () => {
    const { store, path, journal } = await workspace(1);
    expect(existsSync(journal)).toBe(true);
    await store.checkpoint();
    expect(existsSync(journal)).toBe(false);
    expect(existsSync(path)).toBe(true);
  });
});
