import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readHeader } from '#core/store/envelope.ts';
import type { EnvelopeHeader } from '#core/store/envelope-header.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { addRound, answer, passphrase, profile, temporaryFolder, testPorts } from '../store/store-fixture.ts';
import { fakeKeyStore } from './fake-key-store.ts';

/** A workspace with one answer, on a computer with a key store. */
export async function keyedWorkspace() {
  const keyStore = fakeKeyStore();
  const ports = { ...testPorts(temporaryFolder()), keyStore };
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
    addRound(tables);
    answer(tables, 'før');
  });
  const path = join(ports.workspaceFolder, 'tilsyn.ltdb');
  return {
    ports,
    store,
    keyStore,
    path,
    header: (): EnvelopeHeader => headerAt(path),
    /** The same computer, the program started anew. */
    again: () => createStore(ports),
    /** An older copy of the workspace, in a folder of its own, as it would lie on another disk. */
    copy: (): string => {
      const folder = temporaryFolder();
      copyFileSync(path, join(folder, 'tilsyn.ltdb'));
      return folder;
    },
  };
}

export function headerAt(path: string): EnvelopeHeader {
  const bytes = readFileSync(path);
  return readHeader(bytes, bytes.length);
}

export function write(store: WorkspaceStore, note: string): Promise<void> {
  return store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, note));
}

/** The code that a promise rejects with; `fulfilled` where it does not. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'fulfilled',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
}
