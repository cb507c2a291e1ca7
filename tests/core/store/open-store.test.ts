import { readdirSync, readFileSync, statSync, writeFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { nodeFileSystem } from '#core/store/file-system.ts';
import { createStore } from '#core/store/open-store.ts';

import {
  addRound,
  aSampleCase,
  answer,
  knownCpr,
  knownName,
  noteOf,
  passphrase,
  profile,
  temporaryFolder,
  testPorts,
} from './store-fixture.ts';
import { newWorkspace, workspaceWithRound } from './new-workspace.ts';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe('a workspace', () => {
  it('goes from missing to open to locked and back with what was in it', async () => {
    const ports = testPorts(join(temporaryFolder(), 'not', 'yet', 'there'));
    const store = await createStore(ports);
    expect(store.status()).toEqual({ state: 'missing', savedAt: null });
    await store.create(passphrase, profile);
    expect(store.status().state).toBe('open');
    expect(store.status().savedAt).toMatch(/^2026-01-15T/);
    await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
    await store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'set den 3.'));
    await store.lock();
    expect(store.status()).toEqual({ state: 'locked', savedAt: null });
    expect(() => store.read(() => 1)).toThrow(expect.objectContaining({ code: 'workspace-locked' }));

    const again = await createStore(testPorts(ports.workspaceFolder));
    await again.unlock(passphrase);
    expect(again.read((tables) => tables.profile.get())).toEqual(profile);
    expect(again.read((tables) => noteOf(tables))).toBe('set den 3.');
  });

  it('refuses what needs an open workspace while it is locked', async () => {
    const store = await createStore(testPorts(temporaryFolder()));
    const locked = { code: 'workspace-locked' };
    await expect(store.change({ kind: 'x', target: 'y' }, () => 1)).rejects.toMatchObject(locked);
    await expect(store.writePopulation({ importId: 'a', cases: [] })).rejects.toMatchObject(locked);
    await expect(store.readPopulation('a')).rejects.toMatchObject(locked);
    await expect(store.removePopulation('a')).rejects.toMatchObject(locked);
    expect(() => store.auditLog()).toThrow(expect.objectContaining(locked));
  });

  it('tells a wrong passphrase, a missing file, a short passphrase and an existing workspace apart', async () => {
    const { store, ports } = await newWorkspace();
    await expect(store.create(passphrase, profile)).rejects.toMatchObject({ code: 'workspace-exists' });
    await store.lock();
    await expect(store.unlock(`${passphrase}!`)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(store.status().state).toBe('locked');
    const elsewhere = await createStore(testPorts(join(ports.workspaceFolder, 'empty')));
    await expect(elsewhere.unlock(passphrase)).rejects.toMatchObject({ code: 'workspace-missing' });
    await expect(elsewhere.create('ni tegn 9', profile)).rejects.toMatchObject({ code: 'passphrase-too-short' });
    expect(elsewhere.status().state).toBe('missing');
  });

  it('makes no new workspace over the backups of one that is gone', async () => {
    const { store, ports, path } = await newWorkspace();
    await store.lock();
    const backups = join(ports.workspaceFolder, 'backups');
    mkdirSync(backups, { recursive: true });
    renameSync(path, join(backups, 'tilsyn-2026-01-15.ltdb'));
    const again = await createStore(testPorts(ports.workspaceFolder));
    await expect(again.create(passphrase, profile)).rejects.toMatchObject({ code: 'workspace-lost' });
    const unreadable = {
      ...nodeFileSystem,
      list: () => Promise.reject(Object.assign(new Error(), { code: 'EACCES' })),
    };
    const blind = await createStore(testPorts(ports.workspaceFolder), { fileSystem: unreadable });
    await expect(blind.create(passphrase, profile)).rejects.toMatchObject({ code: 'write-failed' });
    expect(existsSync(path)).toBe(false);
    renameSync(join(backups, 'tilsyn-2026-01-15.ltdb'), path);
    await (await createStore(testPorts(ports.workspaceFolder))).unlock(passphrase);
  });

  it('opens with the same passphrase typed as other code points', async () => {
    const ports = testPorts(temporaryFolder());
    const store = await createStore(ports);
    await store.create('Ålen på møddingen'.normalize('NFD'), profile);
    await store.unlock('Ålen på møddingen'.normalize('NFC'));
    expect(store.status().state).toBe('open');
  });

  it('refuses a workspace whose schema this program does not know', async () => {
    const { store, path } = await newWorkspace();
    await store.lock();
    const { open, seal } = await import('#core/store/envelope.ts');
    const { unwrapWithPassphrase } = await import('#core/store/key-slots.ts');
    const { readHeader } = await import('#core/store/envelope.ts');
    const bytes = readFileSync(path);
    const header = readHeader(bytes, bytes.length);
    const key = await unwrapWithPassphrase(header.keySlots, passphrase, header.fileId);
    const { plaintext } = open(bytes, key);
    const newer = Buffer.concat(seal([plaintext], { ...header, schemaVersion: 99 }, key, new Uint8Array(12)));
    writeFileSync(path, newer);
    await expect(store.unlock(passphrase)).rejects.toMatchObject({ code: 'file-from-future' });
    expect(readFileSync(path).equals(newer)).toBe(true);
  });

  it('announces saving, then saved with the time that the status tells', async () => {
    const { store, ports } = await newWorkspace();
    ports.events.length = 0;
    await store.change({ kind: 'profile.set', target: 'profile' }, (tables) => tables.profile.set(profile));
    const states = ports.events.map((event) => (event.name === 'save-state' ? event.state : event.name));
    expect(states).toEqual(['saving', 'saved']);
    expect(ports.events[1]).toMatchObject({ at: store.status().savedAt });
  });
});

describe('a change', () => {
  it('is rolled back whole when its work throws, and nothing is saved', async () => {
    const { store, path } = await workspaceWithRound();
    const before = readFileSync(path);
    const failing = store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => {
      answer(tables, 'halv');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(store.read((tables) => noteOf(tables))).toBeUndefined();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('waits for the one before it, so that none is lost', async () => {
    const { store } = await workspaceWithRound();
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store
          .change({ kind: 'review.answered', target: `${index}` }, (tables) =>
            answer(tables, `${index}`, 'case-1', `item-${index}`),
          )
          .then(() => order.push(index)),
      ),
    );
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
    await store.unlock(passphrase);
    expect(store.read((tables) => tables.reviews.get('round-1', 'case-1')?.answers.length)).toBe(20);
  });

  it('is finished before a lock asked for after it', async () => {
    const { store } = await workspaceWithRound();
    const changed = store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'sidste'));
    await store.lock();
    await changed;
    await store.unlock(passphrase);
    expect(store.read((tables) => noteOf(tables))).toBe('sidste');
  });

  it('cannot be made while reading', async () => {
    const { store } = await workspaceWithRound();
    expect(() => store.read((tables) => answer(tables, 'smuglet'))).toThrow(/readonly|query_only/);
  });

  it('keeps foreign keys on through saves', async () => {
    const { store } = await workspaceWithRound();
    const dangling = store.change({ kind: 'report.words', target: 'x' }, (tables) =>
      tables.words.set('no-such-round', { conclusion: '', works: [], improve: [], recommendation: '' }),
    );
    await expect(dangling).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('the logs', () => {
  it('say who did what to which id, and the audit log holds no content', async () => {
    const { store } = await workspaceWithRound();
    await store.change(
      { kind: 'review.answered', target: 'case-1', before: null, after: { note: knownName } },
      (tables) => answer(tables, knownName),
    );
    await store.writePopulation({ importId: 'import-1', cases: [aSampleCase('case-1').case] });
    await store.removePopulation('import-1');
    await store.unlock(passphrase);
    const lines = store.auditLog();
    expect(lines.map((line) => line.kind)).toEqual([
      'workspace.created',
      'backup.made',
      'round.drawn',
      'review.answered',
      'population.written',
      'marks.key-made',
      'population.removed',
      'workspace.unlocked',
    ]);
    expect(lines.every((line) => line.who === profile.reviewer && line.at !== '')).toBe(true);
    expect(verifyAuditLog(lines)).toEqual({ sound: true });
    expect(JSON.stringify(lines)).not.toContain(knownName);
    expect(store.changeLog('case-1')).toMatchObject([
      { kind: 'review.answered', who: profile.reviewer, before: null, after: { note: knownName } },
    ]);
  });
});

describe('on disk', () => {
  it('lies no name and no CPR number in the clear, in any encoding, in any file', async () => {
    const { store, ports } = await workspaceWithRound();
    const { case: caseRecord } = aSampleCase('case-1');
    await store.writePopulation({ importId: 'import-1', cases: [caseRecord, caseRecord] });
    await store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, knownName));
    const files = filesUnder(ports.workspaceFolder);
    expect(files.map((path) => path.slice(ports.workspaceFolder.length + 1)).toSorted()).toEqual([
      join('backups', 'tilsyn-2026-01-15.ltdb'),
      join('populations', 'import-1.ltdb'),
      'tilsyn.ltdb',
      'tilsyn.ltdj',
    ]);
    const needles = [knownName, 'Syntetisk', knownCpr, profile.reviewer, profile.municipality, 'SQLite format'].flatMap(
      (words) => [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le'), Buffer.from(words, 'latin1')],
    );
    for (const path of files) {
      const bytes = readFileSync(path);
      expect(needles.filter((needle) => bytes.includes(needle))).toEqual([]);
    }
  });

  it('is readable by its owner only', async () => {
    const { path } = await newWorkspace();
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('sweeps what an interrupted save left, and nothing else', async () => {
    const { ports } = await workspaceWithRound();
    const stray = join(ports.workspaceFolder, '.tilsyn.ltdb.0011aabb.tmp');
    const foreign = join(ports.workspaceFolder, '.other.tmp');
    writeFileSync(stray, 'x');
    writeFileSync(foreign, 'x');
    await createStore(testPorts(ports.workspaceFolder));
    expect(filesUnder(ports.workspaceFolder)).not.toContain(stray);
    expect(filesUnder(ports.workspaceFolder)).toContain(foreign);
  });
});
