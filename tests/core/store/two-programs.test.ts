import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type FileSystem, nodeFileSystem } from '#core/store/file-system.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';
import { errorWords } from '#shared/words/errors.ts';

import { write } from './faulty-workspace.ts';
import { workspaceWithRound } from './new-workspace.ts';
import {
  addRound,
  anImport,
  answer,
  aSampleCase,
  noteOf,
  passphrase,
  profile,
  temporaryFolder,
  testPorts,
} from './store-fixture.ts';

async function folderWithRound(): Promise<string> {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  await write(store, 'først', 'først');
  await store.lock();
  return ports.workspaceFolder;
}

async function program(folder: string, fileSystem: FileSystem = nodeFileSystem, patienceMs = 500) {
  const store = await createStore(testPorts(folder), { fileSystem, patienceMs });
  await store.unlock(passphrase);
  return store;
}

function answers(store: WorkspaceStore): readonly string[] {
  return store.read((tables) => (tables.reviews.get('round-1', 'case-1')?.answers ?? []).map(({ itemId }) => itemId));
}

/** What a person does in one of the windows. */
const acts: Readonly<Record<string, (store: WorkspaceStore) => Promise<unknown>>> = {
  change: (store) => write(store, 'ny', 'ny'),
  checkpoint: (store) => store.checkpoint(),
  restore: (store) => store.backups.restore('tilsyn-2026-01-15.ltdb', passphrase),
  import: async (store) => {
    await store.change({ kind: 'import.added', target: 'import-2' }, (tables) =>
      tables.imports.add(anImport('import-2')),
    );
    await store.writePopulation({ importId: 'import-2', cases: [aSampleCase('case-1').case] });
  },
};
const pairs = Object.keys(acts).flatMap((first) => Object.keys(acts).map((second) => [first, second] as const));

function everyFile(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'base64')]),
  );
}

function bothFiles(folder: string): Buffer {
  return Buffer.concat(['tilsyn.ltdb', 'tilsyn.ltdj'].map((name) => readFileSync(join(folder, name))));
}

describe('two programs on one folder', () => {
  it.each(pairs)('after a %s in one, a %s in the other is refused and changes nothing', async (first, second) => {
    const folder = await folderWithRound();
    const late = await program(folder);
    const early = await program(folder);
    await acts[first]!(early);
    const before = everyFile(folder);
    await expect(acts[second]!(late)).rejects.toMatchObject({ code: 'workspace-changed-elsewhere' });
    expect(everyFile(folder)).toEqual(before);
    expect(errorWords['workspace-changed-elsewhere'].next).toContain('Luk programmet, og åbn det igen');
    await late.lock();
    expect(everyFile(folder)).toEqual(before);
    await late.unlock(passphrase);
    await late.change({ kind: 'profile.set', target: 'profile' }, (tables) =>
      tables.profile.set({ ...profile, department: 'Efter' }),
    );
    expect(late.read((tables) => tables.profile.get().department)).toBe('Efter');
  });

  it('notices a record of the other of the same length in the place of its own', async () => {
    const { store, ports } = await workspaceWithRound();
    const journal = join(ports.workspaceFolder, 'tilsyn.ltdj');
    const loaded = readFileSync(journal);
    const other = await createStore(testPorts(ports.workspaceFolder));
    await other.unlock(passphrase);
    const theirs = readFileSync(journal);
    writeFileSync(journal, loaded);
    await store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'min'));
    expect(readFileSync(journal).length).toBe(theirs.length);
    writeFileSync(journal, theirs);
    const next = store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'igen'));
    await expect(next).rejects.toMatchObject({ code: 'workspace-changed-elsewhere' });
    expect(readFileSync(journal).equals(theirs)).toBe(true);
  });

  it('refuses the second save, overwrites nothing, and goes on after opening again', async () => {
    const { store, ports, path } = await workspaceWithRound();
    const other = await createStore(testPorts(ports.workspaceFolder));
    await other.unlock(passphrase);
    const written = bothFiles(ports.workspaceFolder);
    const late = store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'for sent'));
    await expect(late).rejects.toMatchObject({ code: 'workspace-changed-elsewhere' });
    await expect(store.checkpoint()).rejects.toMatchObject({ code: 'workspace-changed-elsewhere' });
    expect(bothFiles(ports.workspaceFolder).equals(written)).toBe(true);
    expect(store.read((tables) => noteOf(tables))).toBeUndefined();
    await other.checkpoint();
    const saved = readFileSync(path);
    await expect(store.checkpoint()).rejects.toMatchObject({ code: 'workspace-changed-elsewhere' });
    expect(readFileSync(path).equals(saved)).toBe(true);

    await store.unlock(passphrase);
    await store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'nu'));
    expect(store.read((tables) => noteOf(tables))).toBe('nu');
  });

  it('tells two saves of the same generation apart', async () => {
    const { store, ports, path } = await workspaceWithRound();
    const journal = join(ports.workspaceFolder, 'tilsyn.ltdj');
    const loaded = [readFileSync(path), readFileSync(journal)] as const;
    const other = await createStore(testPorts(ports.workspaceFolder));
    await other.unlock(passphrase);
    await other.checkpoint();
    const theirs = readFileSync(path);
    writeFileSync(path, loaded[0]);
    writeFileSync(journal, loaded[1]);
    await store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'min'));
    await store.checkpoint();
    writeFileSync(path, theirs);
    const next = store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, 'igen'));
    await expect(next).rejects.toMatchObject({ code: 'workspace-changed-elsewhere' });
  });

  it('locking one does not undo what the other did', async () => {
    const folder = await folderWithRound();
    const late = await program(folder);
    const early = await program(folder);
    await acts['change']!(early);
    await late.lock();
    await early.lock();
    expect(answers(await program(folder))).toEqual(['først', 'ny']);
  });
});

/** A file system that lets something happen right before the first write into the journal. */
function interrupted(happen: () => Promise<void>): FileSystem {
  let done = false;
  return {
    ...nodeFileSystem,
    open: async (path, purpose) => {
      const file = await nodeFileSystem.open(path, purpose);
      if (purpose !== 'change') return file;
      return {
        ...file,
        write: async (bytes, position) => {
          if (!done) {
            done = true;
            await happen();
          }
          return file.write(bytes, position);
        },
      };
    },
  };
}

/** A file system that can only be read until it is told otherwise: what is opened then leaves no line on the disk. */
function quietAtFirst() {
  let quiet = true;
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    open: (path, purpose) =>
      quiet && purpose !== 'read'
        ? Promise.reject(Object.assign(new Error('quiet'), { code: 'ENOSPC' }))
        : nodeFileSystem.open(path, purpose),
  };
  return { fileSystem, speak: () => (quiet = false) };
}

describe('two programs in the same instant', () => {
  it('do not overwrite each other: the second waits, then is refused', async () => {
    const folder = await folderWithRound();
    const { fileSystem, speak } = quietAtFirst();
    let second: WorkspaceStore | undefined;
    let other: Promise<string> = Promise.resolve('never asked');
    const happen = async (): Promise<void> => {
      other = write(second!, 'anden', 'anden').then(
        () => 'saved',
        (error: { code?: string }) => String(error.code),
      );
      // Long enough for the other to get through where nothing holds it.
      await new Promise((resolve) => setTimeout(resolve, 300));
    };
    const first = await program(folder, interrupted(happen), 5_000);
    second = await program(folder, fileSystem, 5_000);
    speak();
    await write(first, 'første', 'første');
    expect(await other).toBe('workspace-changed-elsewhere');
    await first.lock();
    expect(answers(await program(folder))).toEqual(['først', 'første']);
    expect(existsSync(join(folder, 'tilsyn.turn'))).toBe(false);
  });
});

describe('a turn that was left behind', () => {
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 16);
  it.each([
    ['by a program of this computer that has ended', { token: 'a', machine, process: 2 ** 22 + 1 }, 0],
    ['by this program', { token: 'a', machine, process: process.pid }, 0],
    ['by another computer', { token: 'a', machine: 'another', process: 1 }, 60],
    ['in the middle of being written', '', 60],
  ])('%s keeps nobody from saving', async (_who, turn, atLeast) => {
    const folder = await folderWithRound();
    const path = join(folder, 'tilsyn.turn');
    const store = await program(folder, nodeFileSystem, 80);
    writeFileSync(path, turn === '' ? '' : JSON.stringify(turn));
    const started = performance.now();
    await write(store, 'videre', 'videre');
    expect(performance.now() - started).toBeGreaterThanOrEqual(atLeast);
    expect(existsSync(path)).toBe(false);
    expect(answers(store)).toContain('videre');
  });

  it('holds a program up while the other one lives, and no longer than its patience', async () => {
    const folder = await folderWithRound();
    const store = await program(folder, nodeFileSystem, 120);
    writeFileSync(join(folder, 'tilsyn.turn'), JSON.stringify({ token: 'b', machine, process: process.ppid }));
    const started = performance.now();
    await write(store, 'videre', 'videre');
    expect(performance.now() - started).toBeGreaterThanOrEqual(100);
  });

  it('that cannot be made at all keeps nobody from saving', async () => {
    const folder = await folderWithRound();
    const refusing: FileSystem = {
      ...nodeFileSystem,
      open: (path, purpose) =>
        path.endsWith('.turn')
          ? Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' }))
          : nodeFileSystem.open(path, purpose),
    };
    const store = await program(folder, refusing);
    await write(store, 'alligevel', 'alligevel');
    expect(answers(store)).toContain('alligevel');
  });
});
