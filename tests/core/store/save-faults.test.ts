import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { FileSystem } from '#core/store/file-system.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { type Fault, faults, faultyFileSystem } from './faulty-file-system.ts';
import {
  addRound,
  answer,
  aSampleCase,
  noteOf,
  passphrase,
  profile,
  temporaryFolder,
  testPorts,
} from './store-fixture.ts';

async function faultyWorkspace() {
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

function write(store: WorkspaceStore, note: string): Promise<void> {
  return store.change({ kind: 'review.answered', target: 'case-1' }, (tables) => answer(tables, note));
}

/** What a program that opens the folder now finds. Reads a copy in memory only, so nothing is written. */
async function noteOnDisk(folder: string): Promise<string | undefined> {
  const reader = faultyFileSystem();
  const store = await createStore(testPorts(folder), {
    fileSystem: { ...reader, open: (path, purpose) => (purpose === 'create' ? refuse() : reader.open(path, purpose)) },
  });
  await store.unlock(passphrase);
  return store.read((tables) => noteOf(tables));
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('reads only'));
}

function codeFor(fault: Fault): string {
  return fault === 'ENOSPC' ? 'disk-full' : 'write-failed';
}

const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);

describe('a save', () => {
  it('makes the calls this file lets fail, in this order', async () => {
    const { fileSystem, store } = await faultyWorkspace();
    await write(store, 'efter');
    expect(fileSystem.calls).toEqual([
      'open-create',
      'write', // header and nonce
      'write', // content
      'write', // tag
      'sync',
      'size',
      'read',
      'read',
      'read',
      'close',
      'open-read', // is the file on disk still the one we know?
      'size',
      'read',
      'read',
      'close',
      'rename',
      'syncFolder',
    ]);
  });

  it.each(faults)(
    'survives %s in any one call: old or new whole, memory as the disk, and the next save works',
    async (fault) => {
      const { ports, fileSystem, store, path } = await faultyWorkspace();
      let failed = 0;
      for (let call = 0; call < 17; call += 1) {
        const before = readFileSync(path);
        const noteBefore = store.read((tables) => noteOf(tables));
        ports.events.length = 0;
        fileSystem.failAt(call, fault);
        const outcome = await write(store, `forsøg ${call}`).then(
          () => 'saved',
          (error: unknown) => (error as { code: string }).code,
        );
        const name = fileSystem.calls[call]!;
        fileSystem.reset();

        const note = store.read((tables) => noteOf(tables));
        if (outcome === 'saved') {
          expect(note).toBe(`forsøg ${call}`);
        } else {
          failed += 1;
          expect([codeFor(fault), 'read-failed'], name).toContain(outcome);
          expect(note).toBe(noteBefore);
          expect(readFileSync(path).equals(before)).toBe(true);
          expect(ports.events.at(-1)).toMatchObject({ name: 'save-state', state: 'failed' });
        }
        expect(await noteOnDisk(ports.workspaceFolder)).toBe(note);
        if (fault === 'short-write' || (passing.has(fault) && name === 'rename')) {
          expect(outcome).toBe('saved');
        }
        await write(store, `igen ${call}`);
        expect(await noteOnDisk(ports.workspaceFolder)).toBe(`igen ${call}`);
      }
      // A short write is continued; every other fault makes most calls fail.
      expect(failed).toBeGreaterThanOrEqual(fault === 'short-write' ? 0 : fault === 'lost-write' ? 3 : 14);
    },
  );

  it.each(faults)('survives %s that lasts, and works when it is over', async (fault) => {
    const { ports, fileSystem, store, path } = await faultyWorkspace();
    const before = readFileSync(path);
    if (fault === 'short-write') {
      return;
    }
    fileSystem.failAt(0, fault, 10_000);
    await expect(write(store, 'fuld')).rejects.toMatchObject({ code: codeFor(fault) });
    await expect(write(store, 'stadig fuld')).rejects.toMatchObject({ code: codeFor(fault) });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(store.read((tables) => noteOf(tables))).toBe('før');
    fileSystem.reset();
    await write(store, 'plads igen');
    expect(await noteOnDisk(ports.workspaceFolder)).toBe('plads igen');
  });

  it('gives up on a file that stays held, with the old file in place', async () => {
    const { fileSystem, store, path, ports } = await faultyWorkspace();
    const before = readFileSync(path);
    const stuck = { ...fileSystem, rename: () => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) };
    const other = await createStore(testPorts(ports.workspaceFolder), { fileSystem: stuck, patienceMs: 60 });
    await store.lock();
    await other.unlock(passphrase);
    await expect(write(other, 'optaget')).rejects.toMatchObject({ code: 'write-failed', detail: { system: 'EBUSY' } });
    expect(other.read((tables) => noteOf(tables))).toBe('før');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when the file has another length than what was written', async () => {
    const { ports, fileSystem, store, path } = await faultyWorkspace();
    await store.lock();
    const before = readFileSync(path);
    const growing: FileSystem = {
      ...fileSystem,
      open: async (name, purpose) => {
        const file = await fileSystem.open(name, purpose);
        return purpose === 'read' ? file : { ...file, size: async () => (await file.size()) + 1 };
      },
    };
    const other = await createStore(testPorts(ports.workspaceFolder), { fileSystem: growing });
    await other.unlock(passphrase);
    await expect(write(other, 'for lang')).rejects.toMatchObject({ code: 'write-failed' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('keeps in memory what the disk holds when a rename happened but reported a failure', async () => {
    const { ports, fileSystem, store } = await faultyWorkspace();
    await store.lock();
    let lies = false;
    const lying = {
      ...fileSystem,
      rename: async (from: string, to: string) => {
        await fileSystem.rename(from, to);
        if (lies) {
          throw Object.assign(new Error('network'), { code: 'EIO' });
        }
      },
    };
    const other = await createStore(testPorts(ports.workspaceFolder), { fileSystem: lying });
    await other.unlock(passphrase);
    lies = true;
    await expect(write(other, 'nåede frem')).rejects.toMatchObject({ code: 'write-failed' });
    expect(other.read((tables) => noteOf(tables))).toBe('nåede frem');
    lies = false;
    await write(other, 'videre');
    expect(await noteOnDisk(ports.workspaceFolder)).toBe('videre');
  });
});

describe('a full disk', () => {
  it('does not keep anyone from opening; the audit line of the unlocking goes with the next save', async () => {
    const { fileSystem, store } = await faultyWorkspace();
    await store.lock();
    fileSystem.failAt(5, 'ENOSPC', 10_000);
    await store.unlock(passphrase);
    expect(store.read((tables) => noteOf(tables))).toBe('før');
    expect(store.auditLog().map((line) => line.kind)).not.toContain('workspace.unlocked');
    fileSystem.reset();
    await write(store, 'plads igen');
    expect(
      store
        .auditLog()
        .map((line) => line.kind)
        .slice(-2),
    ).toEqual(['workspace.unlocked', 'review.answered']);
  });

  it('leaves no half population and no half workspace', async () => {
    const { fileSystem, store, ports } = await faultyWorkspace();
    const cases = Array.from({ length: 50 }, (_, index) => aSampleCase(`case-${index}`).case);
    await store.writePopulation({ importId: 'zero', cases: [] });
    fileSystem.reset();
    await store.writePopulation({ importId: 'counted', cases });
    const calls = fileSystem.calls.length;
    for (let call = 0; call < calls; call += 1) {
      fileSystem.failAt(call, 'ENOSPC');
      const importId = `import-${call}`;
      const outcome = await store.writePopulation({ importId, cases }).then(
        () => 'saved',
        () => 'failed',
      );
      fileSystem.reset();
      const files = readdirSync(join(ports.workspaceFolder, 'populations'));
      expect(files.includes(`${importId}.ltdb`)).toBe(outcome === 'saved');
      expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      const told = store.auditLog().some((line) => line.kind === 'population.written' && line.target === importId);
      expect(told).toBe(outcome === 'saved');
    }
    const empty = temporaryFolder();
    const other = await createStore(testPorts(empty), { fileSystem });
    fileSystem.failAt(2, 'ENOSPC');
    await expect(other.create(passphrase, profile)).rejects.toMatchObject({ code: 'disk-full' });
    expect(other.status().state).toBe('missing');
    expect(readdirSync(empty)).toEqual([]);
  });
});
