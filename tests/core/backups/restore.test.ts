import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { keptPopulations } from '#core/deletion/kept-populations.ts';
import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { write } from '../store/faulty-workspace.ts';
import {
  addRound,
  anImport,
  aSampleCase,
  noteOf,
  passphrase,
  profile,
  temporaryFolder,
  testPorts,
} from '../store/store-fixture.ts';

const second = 'en helt anden sætning';

/** A round and the answer "i går", copied on the 16th before the answer became "i dag". */
async function workspace() {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  await write(store, 'i går');
  ports.setDay('2026-01-16');
  await write(store, 'i dag');
  const folder = ports.workspaceFolder;
  return { ports, store, folder, path: join(folder, 'tilsyn.ltdb'), id: 'tilsyn-2026-01-16.ltdb' };
}

function note(store: WorkspaceStore): string | undefined {
  return store.read((tables) => noteOf(tables));
}

async function newest(store: WorkspaceStore, kind: string): Promise<string> {
  return (await store.backups.list()).find((one) => one.kind === kind)?.id ?? 'none';
}

/** Locked and opened again, and what then happens behind it. */
async function opened(store: WorkspaceStore): Promise<void> {
  await store.lock();
  await store.unlock(passphrase);
  await store.checkpoint();
}

async function keptPopulationsOf(store: WorkspaceStore) {
  const onDisk = await store.deletion.populations();
  const kept = store.read((tables) => keptPopulations(tables, onDisk));
  return kept.map(({ importId, why }) => ({ importId, why }));
}

function damage(path: string, at: number): Buffer {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return bytes;
}

describe('the list of copies', () => {
  it('is there whatever state the workspace is in, newest first, and names only what the program made', async () => {
    const { store, folder, path } = await workspace();
    writeFileSync(join(folder, 'backups', 'noget andet.ltdb'), 'x');
    damage(join(folder, 'backups', 'tilsyn-2026-01-15.ltdb'), 40);
    const expected = [
      { id: 'tilsyn-2026-01-16.ltdb', kind: 'daily', readable: true },
      { id: 'tilsyn-2026-01-15.ltdb', kind: 'daily', readable: false, at: '2026-01-15T00:00:00.000Z' },
    ];
    expect(await store.backups.list()).toMatchObject(expected);
    await store.lock();
    expect(await store.backups.list()).toMatchObject(expected);
    damage(path, 40);
    expect(await store.backups.list()).toMatchObject(expected);
    rmSync(path);
    expect(await (await createStore(testPorts(folder))).backups.list()).toMatchObject(expected);
    expect(await (await createStore(testPorts(temporaryFolder()))).backups.list()).toEqual([]);
  });
});

describe('restoring', () => {
  it('brings back what was there, keeps what is there now, and says so in the audit log', async () => {
    const { store, id, folder } = await workspace();
    await store.backups.restore(id, passphrase);
    expect(note(store)).toBe('i går');
    const log = store.auditLog();
    expect(log.at(-1)).toMatchObject({ kind: 'backup.restored', target: id, who: profile.reviewer });
    expect(verifyAuditLog(log)).toEqual({ sound: true });
    await write(store, 'videre');
    await store.lock();
    const again = await createStore(testPorts(folder));
    await again.unlock(passphrase);
    expect(note(again)).toBe('videre');
    await again.backups.restore(await newest(again, 'before-restore'), passphrase);
    expect(note(again)).toBe('i dag');
  });

  it('keeps the journal of a program that ended unexpectedly with the file it belongs to', async () => {
    const { folder, id } = await workspace();
    expect(existsSync(join(folder, 'tilsyn.ltdj'))).toBe(true);
    const store = await createStore(testPorts(folder));
    await store.backups.restore(id, passphrase);
    expect(note(store)).toBe('i går');
    const kept = await newest(store, 'before-restore');
    expect(existsSync(join(folder, 'backups', kept.replace('.ltdb', '.ltdj')))).toBe(true);
    await store.backups.restore(kept, passphrase);
    expect(note(store)).toBe('i dag');
  });

  it.each([
    ['the header', 40, 'tilsyn.ltdb'],
    ['the content', -100, 'tilsyn.ltdb'],
  ])('of a workspace with damage in %s keeps the damaged file aside', async (_what, at, name) => {
    const { store, folder, path, id } = await workspace();
    await store.lock();
    const rotten = damage(join(folder, name), at);
    await expect(store.unlock(passphrase)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(readFileSync(path).equals(rotten)).toBe(true);
    await store.backups.restore(id, passphrase);
    expect(note(store)).toBe('i går');
    const kept = await newest(store, 'damaged');
    expect(readFileSync(join(folder, 'backups', kept)).equals(rotten)).toBe(true);
    await expect(store.backups.restore(kept, passphrase)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(note(store)).toBe('i går');
  });

  it('of a workspace whose journal is damaged loses only what follows the damage', async () => {
    const { folder, id } = await workspace();
    damage(join(folder, 'tilsyn.ltdj'), 4096 + 100);
    const store = await createStore(testPorts(folder));
    await expect(store.unlock(passphrase)).rejects.toMatchObject({ code: 'file-damaged' });
    await store.backups.restore(id, passphrase);
    await store.backups.restore(await newest(store, 'before-restore'), passphrase);
    expect(note(store)).toBe('i går');
    expect(store.auditLog().map(({ kind }) => kind)).toContain('journal.record-dropped');
    await store.lock();
    damage(join(folder, 'tilsyn.ltdb'), -1);
    writeFileSync(join(folder, 'tilsyn.ltdj'), 'ingen journal');
    await expect(store.unlock(passphrase)).rejects.toMatchObject({ code: 'file-damaged' });
    await store.backups.restore(id, passphrase);
    await store.lock();
    await store.unlock(passphrase);
    expect(note(store)).toBe('i går');
  });

  it('keeps what is in memory where the file on disk was lost or went bad under the open workspace', async () => {
    for (const happen of [(path: string) => void damage(path, 40), (path: string) => rmSync(path)]) {
      const { store, path, id } = await workspace();
      happen(path);
      await store.backups.restore(id, passphrase);
      expect(note(store)).toBe('i går');
      await store.backups.restore(await newest(store, 'before-restore'), passphrase);
      expect(note(store)).toBe('i dag');
    }
  });

  it('works where the workspace is gone', async () => {
    const { store, folder, path, id } = await workspace();
    await store.lock();
    rmSync(path);
    const again = await createStore(testPorts(folder));
    expect(again.status().state).toBe('missing');
    await again.backups.restore(id, passphrase);
    expect(note(again)).toBe('i går');
  });

  it('refuses a wrong passphrase, a copy that is not there, and a path, and changes nothing', async () => {
    const { store, folder, id, path } = await workspace();
    const before = readFileSync(path);
    const names = readdirSync(folder, { recursive: true });
    await store.lock();
    const locked = readFileSync(path);
    await expect(store.backups.restore(id, 'noget helt forkert')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    for (const other of ['tilsyn-2026-01-17.ltdb', '../tilsyn.ltdb', 'tilsyn-2026-01-16.ltdj', '__proto__']) {
      await expect(store.backups.restore(other, passphrase)).rejects.toMatchObject({ code: 'backup-not-found' });
    }
    expect(store.status().state).toBe('locked');
    expect(readFileSync(path).equals(locked)).toBe(true);
    expect(before.equals(locked)).toBe(false);
    expect(readdirSync(folder, { recursive: true }).length).toBe(names.length - 1);
  });

  it('says which imports the copy had the cases of and that are gone', async () => {
    const { store, ports, folder } = await workspace();
    await store.writePopulation({ importId: 'import-1', cases: [aSampleCase('case-1').case] });
    ports.setDay('2026-01-17');
    await write(store, 'næste dag');
    expect(store.backups.gone()).toEqual([]);
    await store.backups.restore('tilsyn-2026-01-17.ltdb', passphrase);
    expect(store.backups.gone()).toEqual([]);
    expect((await store.readPopulation('import-1')).cases.length).toBe(1);
    rmSync(join(folder, 'populations', 'import-1.ltdb'));
    await store.backups.restore('tilsyn-2026-01-17.ltdb', passphrase);
    expect(store.backups.gone()).toEqual(['import-1']);
    expect(store.auditLog().at(-1)).toMatchObject({ kind: 'population.gone', target: 'import-1' });
    await expect(store.readPopulation('import-1')).rejects.toMatchObject({ code: 'population-deleted' });
  });

  it('keeps the cases of an import that is newer than the copy, says so, and lets them go with the last copy', async () => {
    const { store, folder, id } = await workspace();
    await store.change({ kind: 'import.added', target: 'import-2' }, (tables) =>
      tables.imports.add(anImport('import-2')),
    );
    await store.writePopulation({ importId: 'import-2', cases: [aSampleCase('case-1').case] });
    const file = join(folder, 'populations', 'import-2.ltdb');
    await store.backups.restore(id, passphrase);
    expect(store.auditLog().at(-1)).toMatchObject({ kind: 'population.newer-than-copy', target: 'import-2' });
    const listed = async () => keptPopulationsOf(store);
    expect(await listed()).toEqual([{ importId: 'import-2', why: 'newer-than-copy' }]);
    await opened(store);
    expect(existsSync(file)).toBe(true);

    const kept = await newest(store, 'before-restore');
    await store.backups.restore(kept, passphrase);
    expect((await store.readPopulation('import-2')).cases.length).toBe(1);
    expect(await listed()).toEqual([{ importId: 'import-2', why: 'newest' }]);

    await store.backups.restore(id, passphrase);
    await opened(store);
    for (const name of readdirSync(join(folder, 'backups'))) {
      if (name !== id) rmSync(join(folder, 'backups', name));
    }
    await opened(store);
    expect(existsSync(file)).toBe(false);
    const gone = store.auditLog().filter(({ kind }) => kind === 'population.removed');
    expect(gone.map(({ target }) => target)).toEqual(['import-2']);
    expect(await listed()).toEqual([]);
  });

  it('does not bring a deleted round back from a copy that lay elsewhere', async () => {
    const { store, folder, id } = await workspace();
    const elsewhere = readFileSync(join(folder, 'backups', id));
    await store.deletion.run('round-1');
    expect(readFileSync(join(folder, 'backups', id)).equals(elsewhere)).toBe(false);
    writeFileSync(join(folder, 'backups', id), elsewhere);
    await store.backups.restore(id, passphrase);
    expect(store.read((tables) => tables.rounds.list())).toEqual([]);
    expect(store.deletion.list().length).toBe(1);
  });
});

describe('after the keys were changed', () => {
  it("today's passphrase opens an older copy and goes on opening the workspace", async () => {
    const { store, id } = await workspace();
    await store.keys.changePassphrase(passphrase, second);
    await store.keys.makeRecoveryKey(second);
    await store.keys.removeRecoveryKey(second);
    await store.backups.restore(id, second);
    expect(note(store)).toBe('i går');
    await store.lock();
    await expect(store.unlock(passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await store.unlock(second);
    expect(note(store)).toBe('i går');
    expect((await store.backups.compare(id, (now, then) => [now.changes, then.changes]))[0]).toBeGreaterThan(0);
  });

  it('the passphrase of then opens an older copy, and from then on the workspace', async () => {
    const { store, id } = await workspace();
    await store.keys.changePassphrase(passphrase, second);
    await store.lock();
    await store.backups.restore(id, passphrase);
    expect(note(store)).toBe('i går');
    await store.lock();
    await store.unlock(passphrase);
    expect(note(store)).toBe('i går');
  });

  it("says kindly that a copy needs the passphrase of then where today's leads to no key of it", async () => {
    const { store, id, path } = await workspace();
    await store.keys.changePassphrase(passphrase, second);
    await store.keys.makeRecoveryKey(second);
    await store.keys.removeRecoveryKey(second);
    await store.lock();
    // The former file keys are in the content; where that is damaged, today's passphrase leads only to today's key.
    damage(path, -100);
    await expect(store.backups.restore(id, second)).rejects.toMatchObject({ code: 'backup-other-passphrase' });
    await store.backups.restore(id, passphrase);
    expect(note(store)).toBe('i går');
  });
});
