import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { open, seal } from '#core/store/envelope.ts';
import { derivePopulationKey, unwrapWithPassphrase } from '#core/store/key-slots.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { createStore } from '#core/store/open-store.ts';
import { formerFileKeys, populationKey } from '#core/store/tables/population-keys.ts';
import { loadDatabase } from '#core/store/workspace-database.ts';

import { faultyFileSystem } from '../store/faulty-file-system.ts';
import { anImport, aSampleCase, passphrase, profile, temporaryFolder, testPorts } from '../store/store-fixture.ts';
import { codeOf, headerAt } from './key-fixture.ts';

const { case: aCase } = aSampleCase('2026-000123');
const cases = [aCase, { ...aCase, id: '2026-000124' }];

async function workspace() {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.writePopulation({ importId: 'import-1', cases });
  await store.change({ kind: 'import.done', target: 'import-1' }, (tables) => tables.imports.add(anImport()));
  const path = join(ports.workspaceFolder, 'populations', 'import-1.ltdb');
  return { ports, store, path, folder: ports.workspaceFolder };
}

/** What somebody finds who has the folder and the passphrase. */
async function inside(folder: string) {
  const path = join(folder, 'tilsyn.ltdb');
  const { keySlots, fileId } = headerAt(path);
  const fileKey = await unwrapWithPassphrase(keySlots, passphrase, fileId);
  const database = loadDatabase(await loadSql(), open(readFileSync(path), fileKey).plaintext);
  return { fileKey, fileId, database };
}

/** The population as a workspace from before had it: sealed with a key that comes from the file key, and no row. */
async function asBefore({ store, folder, path }: Awaited<ReturnType<typeof workspace>>) {
  await store.lock();
  const { fileKey, fileId, database } = await inside(folder);
  const { header, plaintext } = open(readFileSync(path), populationKey(database.statements, 'import-1', 'cases')!);
  const { plaintextLength: _length, ...fields } = header;
  writeFileSync(
    path,
    Buffer.concat(seal([plaintext], fields, derivePopulationKey(fileKey, fileId, 'import-1'), Buffer.alloc(12, 7))),
  );
  database.close();
  await store.unlock(passphrase);
  return readFileSync(path);
}

describe('the key of a population', () => {
  it('is random and its own: the file key opens nothing, and a new file key leaves the file alone', async () => {
    const { store, path, folder } = await workspace();
    const before = readFileSync(path);
    await store.keys.makeRecoveryKey(passphrase);
    await store.keys.makeRecoveryKey(passphrase);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect((await store.readPopulation('import-1')).cases).toEqual(cases);
    await store.lock();
    const { fileKey, fileId, database } = await inside(folder);
    expect(() => open(before, derivePopulationKey(fileKey, fileId, 'import-1'))).toThrow('damaged');
    expect(formerFileKeys(database.statements)).toHaveLength(1);
    database.close();
  });

  it('is gone with the population: an undeleted file says nothing to who has everything else', async () => {
    const { store, path, folder } = await workspace();
    const undeleted = readFileSync(path);
    await store.removePopulation('import-1');
    await store.lock();
    const { fileKey, fileId, database } = await inside(folder);
    expect(populationKey(database.statements, 'import-1', 'cases')).toBeUndefined();
    expect(() => open(undeleted, derivePopulationKey(fileKey, fileId, 'import-1'))).toThrow('damaged');
    database.close();
    writeFileSync(path, undeleted);
    await store.unlock(passphrase);
    expect(await codeOf(store.readPopulation('import-1'))).toBe('file-damaged');
  });

  it('comes to a file from before with its first reading', async () => {
    const given = await workspace();
    const old = await asBefore(given);
    expect((await given.store.readPopulation('import-1')).cases).toEqual(cases);
    await given.store.checkpoint();
    expect(readFileSync(given.path).equals(old)).toBe(false);
    expect((await given.store.readPopulation('import-1')).cases).toEqual(cases);
  });

  it('comes to it before the file key goes, and the old key then opens what is there no longer', async () => {
    const given = await workspace();
    const { store, folder, path } = given;
    await asBefore(given);
    await store.lock();
    const { fileKey, fileId } = await inside(folder);
    await store.unlock(passphrase);
    await store.keys.makeRecoveryKey(passphrase);
    await store.keys.makeRecoveryKey(passphrase);
    expect((await store.readPopulation('import-1')).cases).toEqual(cases);
    expect(() => open(readFileSync(path), derivePopulationKey(fileKey, fileId, 'import-1'))).toThrow('damaged');
  });

  it('is never lost, whichever call of that fails', { timeout: 60_000 }, async () => {
    const fileSystem = faultyFileSystem();
    const given = await workspace();
    await asBefore(given);
    await given.store.lock();
    const count = async (folder: string, at: number): Promise<number> => {
      const store = await createStore(testPorts(folder), { fileSystem, patienceMs: 20 });
      await store.unlock(passphrase);
      fileSystem.reset();
      if (at >= 0) fileSystem.failAt(at, 'ENOSPC', 3);
      await store.keys.makeRecoveryKey(passphrase).catch(() => undefined);
      await store.keys.makeRecoveryKey(passphrase).catch(() => undefined);
      const calls = fileSystem.calls.length;
      fileSystem.reset();
      expect((await store.readPopulation('import-1')).cases).toEqual(cases);
      await store.lock();
      const again = await createStore(testPorts(folder));
      await again.unlock(passphrase);
      expect((await again.readPopulation('import-1')).cases).toEqual(cases);
      await again.lock();
      return calls;
    };
    const calls = await count(given.folder, -1);
    for (let at = 0; at < calls; at += 3) {
      const next = await workspace();
      await asBefore(next);
      await next.store.lock();
      await count(next.folder, at);
    }
  });

  it('is not kept for an import that could not be written', async () => {
    const { store, path } = await workspace();
    await store.removePopulation('import-1');
    expect(existsSync(path)).toBe(false);
    await store.writePopulation({ importId: 'import-1', cases: [aCase] });
    expect((await store.readPopulation('import-1')).cases).toEqual([aCase]);
  });
});
