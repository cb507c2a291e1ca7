import { cpSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { faultyFileSystem } from './faulty-file-system.ts';
import { addRound, answer, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

let made: Promise<string> | null = null;

afterAll(async () => {
  if (made !== null) await rm(await made, { recursive: true, force: true });
});

/** A folder with the workspace that every one begins with; made once a test file. */
async function base(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-base-'));
  const store = await createStore(testPorts(folder));
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
    addRound(tables);
    answer(tables, 'før');
  });
  await store.lock();
  return folder;
}

/** A workspace with one round and one answer, on a file system whose calls can be made to fail. */
export async function faultyWorkspace() {
  made ??= base();
  const folder = temporaryFolder();
  cpSync(await made, folder, { recursive: true });
  const ports = testPorts(folder);
  const fileSystem = faultyFileSystem();
  const store = await createStore(ports, { fileSystem, patienceMs: 60 });
  await store.unlock(passphrase);
  fileSystem.reset();
  return { ports, fileSystem, store, path: join(ports.workspaceFolder, 'tilsyn.ltdb') };
}

/** Writes one answer. */
export function write(store: WorkspaceStore, note: string, itemId = 'barnets-stemme'): Promise<void> {
  return store.change({ kind: 'review.answered', target: 'case-1' }, (tables) =>
    answer(tables, note, 'case-1', itemId),
  );
}
