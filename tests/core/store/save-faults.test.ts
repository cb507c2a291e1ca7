import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { FileSystem } from '#core/store/file-system.ts';
import { createStore } from '#core/store/open-store.ts';

import { type Fault, faults } from './faulty-file-system.ts';
import { faultyWorkspace, write } from './faulty-workspace.ts';
import { noteOf, passphrase, testPorts } from './store-fixture.ts';
import { answersOf, answersOnDisk, outcomeOf, ways } from './ways-to-save.ts';

function codeFor(fault: Fault): string {
  return fault === 'ENOSPC' ? 'disk-full' : 'write-failed';
}

const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);

async function callsOf(way: keyof typeof ways): Promise<readonly string[]> {
  const workspace = await faultyWorkspace();
  await ways[way]!.before(workspace);
  workspace.fileSystem.reset();
  await ways[way]!.act(workspace, 'talt');
  return [...workspace.fileSystem.calls];
}

const isLong = process.env['TILSYN_FAULTS'] === 'all';
const some: readonly Fault[] = ['ENOSPC', 'EBUSY', 'lost-write'];
/** The usual way with every fault, the others with three; all with all where TILSYN_FAULTS says so. */
const cases = Object.keys(ways).flatMap((way, index) =>
  (isLong || index === 0 ? faults : some).map((fault) => [way, fault] as const),
);

describe('a save', () => {
  const baseRead = ['open-read', 'size', 'read', 'close'];
  /** Taking the turn among programs; giving it back is a `remove`. */
  const turn = ['open-create', 'write', 'close'];

  it('makes the calls this file lets fail, in this order', async () => {
    expect(await callsOf('a record of the journal')).toEqual([
      ...turn,
      ...baseRead, // is the workspace file still the one we know?
      'open-change',
      'size', // is the journal as we left it?
      'read',
      'write',
      'sync',
      'read',
      'close',
      'remove',
    ]);
    const saved = (writes: number) => [
      'open-create',
      ...Array.from({ length: writes }, () => 'write'),
      'sync',
      'size',
      ...Array.from({ length: writes }, () => 'read'),
      'close',
    ];
    expect(await callsOf('the first record of a journal')).toEqual([
      ...turn,
      ...saved(2),
      ...baseRead,
      'open-read', // no journal of ours has appeared
      'syncFolder', // the workspace file is durable before an older journal goes
      'rename',
      'syncFolder',
      'remove',
    ]);
    expect(await callsOf('a checkpoint')).toEqual([
      ...turn,
      ...saved(3), // header and nonce, content, tag
      ...baseRead,
      'open-read', // is the journal as we left it?
      'size',
      'read',
      'close',
      'rename',
      'syncFolder',
      'open-read', // the journal that the new file has replaced
      'read',
      'close',
      'remove',
      'syncFolder',
      'remove',
    ]);
  });

  it.each(cases)(
    '%s survives %s in any one call: disk and memory agree, and the next change works',
    { timeout: 900_000 },
    async (way, fault) => {
      const calls = await callsOf(way);
      let failed = 0;
      for (const [call, name] of calls.entries()) {
        const workspace = await faultyWorkspace();
        const { store, fileSystem, ports } = workspace;
        await ways[way]!.before(workspace);
        const before = store.read(answersOf);
        ports.events.length = 0;
        fileSystem.failAt(call, fault);
        const outcome = await outcomeOf(ways[way]!.act(workspace, 'forsøg'));
        const touched = fileSystem.calls[call] === name;
        fileSystem.reset();

        const inMemory = store.read(answersOf);
        if (outcome !== 'saved') {
          failed += 1;
          expect([codeFor(fault), 'read-failed'], name).toContain(outcome);
          expect(inMemory).toEqual(before);
          if (way !== 'a checkpoint') {
            expect(ports.events.at(-1)).toMatchObject({ name: 'save-state', state: 'failed' });
          }
        } else if (way !== 'a checkpoint') {
          expect(inMemory).toEqual({ ...before, forsøg: 'forsøg' });
        }
        expect(touched).toBe(true);
        expect(await answersOnDisk(ports.workspaceFolder), `${call} ${name}`).toEqual(inMemory);
        if (fault === 'short-write' || (passing.has(fault) && (name === 'rename' || name === 'open-change'))) {
          expect(outcome).toBe('saved');
        }
        await write(store, 'igen', 'igen');
        expect(await answersOnDisk(ports.workspaceFolder), `${call} ${name}`).toEqual({ ...inMemory, igen: 'igen' });
        await store.lock();
      }
      // A short write is continued; every other fault makes most calls fail.
      const atLeast = { 'short-write': 0, 'lost-write': 1 }[fault as string] ?? calls.length / 2;
      expect(failed).toBeGreaterThanOrEqual(atLeast);
    },
  );

  it.each(cases.filter(([, fault]) => isLong || fault === 'ENOSPC'))(
    '%s survives %s that lasts from any call on, and works when it is over',
    { timeout: 900_000 },
    async (way, fault) => {
      if (fault === 'short-write') return;
      const calls = await callsOf(way);
      for (const call of calls.keys()) {
        const workspace = await faultyWorkspace();
        const { store, fileSystem, ports } = workspace;
        await ways[way]!.before(workspace);
        const before = store.read(answersOf);
        fileSystem.failAt(call, fault, 10_000);
        const outcome = await outcomeOf(ways[way]!.act(workspace, 'fuld'));
        const again = await outcomeOf(write(store, 'stadig fuld', 'stadig'));
        fileSystem.reset();
        const kept = {
          ...before,
          ...(outcome === 'saved' && way !== 'a checkpoint' ? { fuld: 'fuld' } : {}),
          ...(again === 'saved' ? { stadig: 'stadig fuld' } : {}),
        };
        expect(store.read(answersOf), `${call} ${calls[call]}`).toEqual(kept);
        await write(store, 'plads igen', 'plads');
        // What was refused is not on disk either, also where it could not be taken back at once.
        expect(await answersOnDisk(ports.workspaceFolder)).toEqual({ ...kept, plads: 'plads igen' });
      }
    },
  );

  it('gives up on a file that stays held, with the old file in place', async () => {
    const { fileSystem, store, path, ports } = await faultyWorkspace();
    await store.lock();
    const before = readFileSync(path);
    const stuck = { ...fileSystem, rename: () => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) };
    const other = await createStore(testPorts(ports.workspaceFolder), { fileSystem: stuck, patienceMs: 60 });
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

  it('goes on from the file on disk when a rename happened but reported a failure', async () => {
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
    await write(other, 'i journalen');
    lies = true;
    await expect(other.checkpoint()).rejects.toMatchObject({ code: 'write-failed' });
    await expect(write(other, 'ny journal', 'ny')).rejects.toMatchObject({ code: 'write-failed' });
    expect(other.read(answersOf)).toEqual({ 'barnets-stemme': 'i journalen' });
    lies = false;
    await write(other, 'videre');
    expect(await answersOnDisk(ports.workspaceFolder)).toEqual({ 'barnets-stemme': 'videre' });
  });
});
