import { join } from 'node:path';

import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { faultyFileSystem } from './faulty-file-system.ts';
import { addRound, answer, passphrase, profile, temporaryFolder, testPorts } from './store-fixture.ts';

/** A workspace with one round and one answer, on a file system whose calls can be made to fail. */
export async function faultyWorkspace() {
  const ports = testPorts(temporaryFolder());
  const fileSystem = faultyFileSystem();
  const store = await createStore(ports, { fileSystem, patienceMs: 60 });
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
    addRound(tables);
    answer(tables, 'før');
  });
  fileSystem.reset();
  return { ports, fileSystem, store, path: join(ports.workspaceFolder, 'tilsyn.ltdb') };
}

/** Writes one answer. */
export function write(store: WorkspaceStore, note: string, itemId = 'barnets-stemme'): Promise<void> {
  return store.change({ kind: 'review.answered', target: 'case-1' }, (tables) =>
    answer(tables, note, 'case-1', itemId),
  );
}
