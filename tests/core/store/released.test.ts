import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import { verifyAuditLog } from '#core/store/audit-log.ts';
import { open, readHeader, seal } from '#core/store/envelope.ts';
import { unwrapWithPassphrase } from '#core/store/key-slots.ts';
import { type FileSystem, nodeFileSystem } from '#core/store/file-system.ts';
import { migrations, schemaVersion } from '#core/store/migrations/migrations.ts';
import { createStore } from '#core/store/open-store.ts';

import { asking, describeWorkspace } from '../../fixtures/released/describe-workspace.ts';
import { releasedPassphrase } from '../../fixtures/released/make-released.ts';
import { faultyFileSystem } from './faulty-file-system.ts';
import { temporaryFolder, testPorts } from './store-fixture.ts';

const released = join(import.meta.dirname, '../../fixtures/released');
/** All with TILSYN_FAULTS=all. */
const every = process.env['TILSYN_FAULTS'] === 'all' ? 1 : 5;
const versions = readdirSync(released).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
/** The schema that each version saved. */
const schemas: Readonly<Record<string, number>> = { '0.1.0': 4 };

async function copyOf(version: string): Promise<string> {
  const folder = temporaryFolder();
  await cp(join(released, version, 'workspace'), folder, { recursive: true });
  return folder;
}

function headerOf(path: string) {
  const bytes = readFileSync(path);
  return readHeader(bytes, bytes.length);
}

/** The content of the workspace file, changed by hand and sealed again as it was. */
async function changeImage(folder: string, change: (image: Buffer) => Uint8Array): Promise<void> {
  const path = join(folder, 'tilsyn.ltdb');
  const bytes = readFileSync(path);
  const header = readHeader(bytes, bytes.length);
  const key = await unwrapWithPassphrase(header.keySlots, releasedPassphrase, header.fileId);
  const image = change(open(bytes, key).plaintext);
  writeFileSync(path, Buffer.concat(seal([image], header, key, new Uint8Array(12))));
}

describe.each(versions)('a workspace of version %s', (version) => {
  it('opens with everything that was in it, in the newest schema, with a copy of before', async () => {
    const folder = await copyOf(version);
    const ask = asking(await createApplication({ ...testPorts(folder), resourceFolder }));
    await ask('workspace.unlock', { passphrase: releasedPassphrase });
    const expected: unknown = JSON.parse(readFileSync(join(released, version, 'expected.json'), 'utf8'));
    expect(await describeWorkspace(ask)).toEqual(expected);
    await ask('workspace.lock', {});
    expect(headerOf(join(folder, 'tilsyn.ltdb')).schemaVersion).toBe(schemaVersion);

    const copies = await ask('backups.list', {});
    const before = copies.find(({ kind }) => kind === 'before-migration');
    expect(before).toMatchObject({ readable: true });
    expect(headerOf(join(folder, 'backups', before?.id ?? '')).schemaVersion).toBe(schemas[version]);
    await ask('workspace.unlock', { passphrase: releasedPassphrase });
    expect(await describeWorkspace(ask)).toEqual(expected);
    await ask('backups.restore', { id: before?.id ?? '', passphrase: releasedPassphrase });
    expect(await describeWorkspace(ask)).toEqual(expected);
  });

  it('opens also where the disk is full, and nothing on it is changed', async () => {
    const folder = await copyOf(version);
    const before = readFileSync(join(folder, 'tilsyn.ltdb'));
    const full: FileSystem = {
      ...nodeFileSystem,
      open: (path, purpose) =>
        purpose === 'read'
          ? nodeFileSystem.open(path, purpose)
          : Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    };
    const store = await createStore(testPorts(folder), { fileSystem: full, patienceMs: 10 });
    await store.unlock(releasedPassphrase);
    expect(store.read((tables) => tables.rounds.list().length)).toBe(2);
    const change = store.change({ kind: 'x', target: 'y' }, () => 1);
    await expect(change).rejects.toMatchObject({ code: 'disk-full' });
    await store.lock();
    expect(readFileSync(join(folder, 'tilsyn.ltdb')).equals(before)).toBe(true);
  });

  it('is left as it is when bringing it to the newest schema fails in the middle', async () => {
    const folder = await copyOf(version);
    const sql = await initSqlJs();
    // A table of the newest schema's name is in the way of the last thing that the migrations make.
    const last = /^ (\w+)/.exec(migrations.join('').split('CREATE TABLE').at(-1) ?? '')?.[1];
    await changeImage(folder, (image) => {
      const database = new sql.Database(new Uint8Array(image));
      database.run(`CREATE TABLE ${last} (a)`);
      return database.export();
    });
    const store = await createStore(testPorts(folder));
    await expect(store.unlock(releasedPassphrase)).rejects.toThrow(`table ${last} already exists`);
    expect(store.status().state).toBe('locked');
    // What the journal held was brought into the file, still in its own schema; nothing of the newer one is there.
    expect(headerOf(join(folder, 'tilsyn.ltdb')).schemaVersion).toBe(schemas[version]);
    await changeImage(folder, (image) => {
      const database = new sql.Database(new Uint8Array(image));
      expect(database.exec('PRAGMA user_version')[0]?.values[0]?.[0]).toBe(schemas[version]);
      expect(database.exec("SELECT count(*) FROM sqlite_master WHERE name = 'former_file_keys'")[0]?.values).toEqual([
        [0],
      ]);
      database.run(`DROP TABLE ${last}`);
      return database.export();
    });
    await store.unlock(releasedPassphrase);
    expect(store.read((tables) => tables.rounds.list().length)).toBe(2);
    expect(verifyAuditLog(store.auditLog())).toEqual({ sound: true });
  });

  it('survives any one failing call while it is brought to the newest schema', { timeout: 240_000 }, async () => {
    const calls = async (): Promise<readonly string[]> => {
      const fileSystem = faultyFileSystem();
      const store = await createStore(testPorts(await copyOf(version)), { fileSystem, patienceMs: 10 });
      fileSystem.reset();
      await store.unlock(releasedPassphrase);
      return [...fileSystem.calls];
    };
    const names = await calls();
    for (const [call, name] of names.entries()) {
      if (call % every !== 0) continue;
      const folder = await copyOf(version);
      const fileSystem = faultyFileSystem();
      const store = await createStore(testPorts(folder), { fileSystem, patienceMs: 10 });
      fileSystem.failAt(call, (call / every) % 2 === 0 ? 'EIO' : 'ENOSPC');
      await store.unlock(releasedPassphrase).catch(() => undefined);
      fileSystem.reset();
      const reader = await createStore(testPorts(folder));
      await reader.unlock(releasedPassphrase);
      expect(
        reader.read((tables) => tables.rounds.list().length),
        `${call} ${name}`,
      ).toBe(2);
      expect(verifyAuditLog(reader.auditLog())).toEqual({ sound: true });
      await reader.lock();
      const kept = readdirSync(join(folder, 'backups')).filter((file) => file.includes('before-migration'));
      expect(kept.length, `${call} ${name}`).toBeGreaterThan(0);
    }
  });
});

describe('a file from the future', () => {
  it.each(['in its header', 'only in its content'])('is refused %s, and nothing is written', async (where) => {
    const folder = await copyOf('0.1.0');
    const sql = await initSqlJs();
    const path = join(folder, 'tilsyn.ltdb');
    await changeImage(folder, (image) => {
      if (where === 'in its header') return image;
      const database = new sql.Database(new Uint8Array(image));
      database.run(`PRAGMA user_version = ${schemaVersion + 1}`);
      return database.export();
    });
    if (where === 'in its header') {
      const bytes = readFileSync(path);
      const header = readHeader(bytes, bytes.length);
      const key = await unwrapWithPassphrase(header.keySlots, releasedPassphrase, header.fileId);
      const newer = { ...header, schemaVersion: schemaVersion + 1 };
      writeFileSync(path, Buffer.concat(seal([open(bytes, key).plaintext], newer, key, new Uint8Array(12))));
    }
    const before = [readFileSync(path), readFileSync(join(folder, 'tilsyn.ltdj'))];
    const store = await createStore(testPorts(folder));
    await expect(store.unlock(releasedPassphrase)).rejects.toMatchObject({
      code: 'file-from-future',
      detail: { version: schemaVersion + 1 },
    });
    expect(readFileSync(path).equals(before[0]!)).toBe(true);
    expect(readFileSync(join(folder, 'tilsyn.ltdj')).equals(before[1]!)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['populations', 'tilsyn.ltdb', 'tilsyn.ltdj']);
  });
});

describe('the migrations', () => {
  it('are numbered without a gap, as their files are, and leave numbering and transactions to the program', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../electron/core/store/migrations'))
      .filter((name) => /^\d/.test(name))
      .toSorted();
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, index) => index + 1));
    expect(schemaVersion).toBe(migrations.length);
    for (const migration of migrations) expect(migration).not.toMatch(/user_version|\bBEGIN\b(?! SELECT)|COMMIT/);
  });

  it('of a released version are what they were', async () => {
    // Whoever changes one gets a workspace here that differs from those that lie with the municipalities.
    const sql = await initSqlJs();
    const folder = await copyOf('0.1.0');
    const schema = (database: InstanceType<typeof sql.Database>) =>
      database.exec("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")[0]?.values;
    let saved: ReturnType<typeof schema>;
    await changeImage(folder, (image) => {
      saved = schema(new sql.Database(new Uint8Array(image)));
      return image;
    });
    const made = new sql.Database();
    migrations.slice(0, schemas['0.1.0']).forEach((migration) => made.run(migration));
    expect(schema(made)).toEqual(saved);
  });
});
