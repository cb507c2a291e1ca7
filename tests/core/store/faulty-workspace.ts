import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { faultyFileSystem } from './faulty-file-system.ts';
import { keepFolder, type KeptFolder, layFolder } from './kept-folder.ts';
import { addRound, answer, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

let made: Promise<KeptFolder> | null = null;

/** The files of the workspace that every one begins with, by their names; made once a process. */
async function base(): Promise<KeptFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-base-'));
  const store = await createStore(testPorts(folder));
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
    addRound(tables);
    answer(tables, 'før');
  });
  await store.lock();
  const kept = keepFolder(folder);
  rmSync(folder, { recursive: true, force: true });
  return kept;
}

/** A workspace with one round and one answer, on a file system whose calls can be made to fail. */
export async function faultyWorkspace() {
  made ??= base();
  const folder = temporaryFolder();
  layFolder(folder, await made);
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
