import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { createStore } from '#core/store/open-store.ts';
import type { Tables } from '#core/store/tables.ts';

import { faultyFileSystem } from './faulty-file-system.ts';
import { type faultyWorkspace, write } from './faulty-workspace.ts';
import { passphrase, testPorts } from './store-fixture.ts';

/** What a program that opens the folder now finds, by item. Reads only: whatever would change a file is refused. */
export async function answersOnDisk(folder: string): Promise<Readonly<Record<string, string>>> {
  const reader = faultyFileSystem();
  const store = await createStore(testPorts(folder), {
    fileSystem: {
      ...reader,
      open: (path, purpose) => (purpose === 'read' ? reader.open(path, purpose) : refuse()),
      rename: refuse,
      remove: refuse,
    },
  });
  await store.unlock(passphrase);
  return store.read(answersOf);
}

export function answersOf(tables: Tables): Readonly<Record<string, string>> {
  const answers = tables.reviews.get('round-1', 'case-1')?.answers ?? [];
  return Object.fromEntries(answers.map(({ itemId, note }) => [itemId, note]));
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('reads only'));
}

type Workspace = Awaited<ReturnType<typeof faultyWorkspace>>;

/** Every way in which a change or a checkpoint reaches the disk: what is done before, and what is tried. */
export const ways: Readonly<
  Record<string, { before(w: Workspace): Promise<void>; act(w: Workspace, item: string): Promise<void> }>
> = {
  'a record of the journal': {
    before: ({ store }) => write(store, 'en post først', 'anden'),
    act: ({ store }, item) => write(store, item, item),
  },
  'the first record of a journal': {
    before: ({ store }) => store.checkpoint(),
    act: ({ store }, item) => write(store, item, item),
  },
  'a checkpoint': {
    before: ({ store }) => write(store, 'en post først', 'anden'),
    act: ({ store }) => store.checkpoint(),
  },
  'the first change of a day': {
    before: async ({ store, ports }) => {
      await write(store, 'en post først', 'anden');
      ports.setDay('2026-01-16');
      await rm(join(ports.workspaceFolder, 'backups'), { recursive: true, force: true });
    },
    act: ({ store }, item) => write(store, item, item),
  },
};

export async function outcomeOf(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'saved',
    (error: unknown) => String((error as { code: unknown }).code),
  );
}
