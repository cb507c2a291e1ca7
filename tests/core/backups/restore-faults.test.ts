import { readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import type { FileSystem } from '#core/store/file-system.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { type Fault, faultyFileSystem } from '../store/faulty-file-system.ts';
import { write } from '../store/faulty-workspace.ts';
import { lossyFileSystem } from '../store/lossy-file-system.ts';
import {
  addRound,
  noteOf,
  passphrase,
  profile,
  temporaryFolder,
  type TestPorts,
  testPorts,
} from '../store/store-fixture.ts';

const isLong = process.env['TILSYN_FAULTS'] === 'all';
const losses = Number(process.env['TILSYN_POWER_LOSSES'] ?? 60);
const id = 'tilsyn-2026-01-16.ltdb';

/** "i går" in a copy; "i dag" in the workspace, which is left with a journal, as by a program that ended unexpectedly. */
async function fill(ports: TestPorts, fileSystem?: FileSystem): Promise<WorkspaceStore> {
  const store = await createStore(ports, fileSystem === undefined ? {} : { fileSystem });
  await store.create(passphrase, profile);
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => addRound(tables));
  await write(store, 'i går');
  ports.setDay('2026-01-16');
  await write(store, 'i dag');
  return store;
}

function note(store: WorkspaceStore): string | undefined {
  return store.read((tables) => noteOf(tables));
}

/** What a program finds that opens the folder now: one state or the other, whole; and the way back works. */
async function check(store: WorkspaceStore, outcome: 'done' | 'refused' | 'unknown', place: string): Promise<void> {
  await store.unlock(passphrase);
  const found = note(store);
  expect(['i går', 'i dag'], place).toContain(found);
  if (outcome === 'done') expect(found, place).toBe('i går');
  expect(verifyAuditLog(store.auditLog()), place).toEqual({ sound: true });
  if (found === 'i går') {
    const kept = (await store.backups.list()).find(({ kind }) => kind === 'before-restore');
    await store.backups.restore(kept?.id ?? 'none', passphrase);
    expect(note(store), place).toBe('i dag');
  }
  await store.backups.restore(id, passphrase);
  expect(note(store), place).toBe('i går');
}

type Attempt = (folder: string, fileSystem: FileSystem) => Promise<WorkspaceStore>;
const attempts: Readonly<Record<string, Attempt>> = {
  'of a locked workspace': (folder, fileSystem) => createStore(testPorts(folder), { fileSystem, patienceMs: 10 }),
  'of an open workspace': async (folder, fileSystem) => {
    const store = await createStore(testPorts(folder), { fileSystem, patienceMs: 10 });
    await store.unlock(passphrase);
    return store;
  },
};
const table = Object.keys(attempts).flatMap((which) =>
  (isLong ? (['EIO', 'ENOSPC', 'EBUSY', 'EACCES', 'lost-write'] as const) : (['EIO', 'lost-write'] as const)).flatMap(
    (fault) => [1, 10_000].map((times) => [which, fault, times] as const),
  ),
);

describe('a restore', () => {
  it.each(table)(
    '%s with %s in any call, %d times: before or after, never neither',
    { timeout: 1_800_000 },
    async (which, fault, times) => {
      const original = testPorts(temporaryFolder());
      await fill(original);
      const from = original.workspaceFolder;
      const prepared = async (at: number, kind: Fault) => {
        const folder = temporaryFolder();
        await cp(from, folder, { recursive: true });
        const fileSystem = faultyFileSystem();
        const store = await attempts[which]!(folder, fileSystem);
        fileSystem.failAt(at, kind, at === Infinity ? 0 : times);
        return { folder, fileSystem, store };
      };
      const counting = await prepared(Infinity, fault);
      await counting.store.backups.restore(id, passphrase);
      const names = [...counting.fileSystem.calls];
      expect(names.length).toBeGreaterThan(30);
      let refused = 0;
      for (const [call, name] of names.entries()) {
        if (!isLong && call % 9 !== (times === 1 ? 0 : 4)) continue;
        const { folder, fileSystem, store } = await prepared(call, fault);
        const outcome = await store.backups.restore(id, passphrase).then(
          () => 'done' as const,
          () => 'refused' as const,
        );
        if (outcome === 'refused') refused += 1;
        fileSystem.reset();
        await check(await createStore(testPorts(folder), { patienceMs: 10 }), outcome, `${call} ${name} ${outcome}`);
      }
      if (fault === 'EIO') expect(refused).toBeGreaterThan(2);
    },
  );

  it(`is before or after when the power fails (${losses} times)`, { timeout: 60_000 + losses * 2_000 }, async () => {
    const told = { before: 0, after: 0 };
    for (let seed = 1; seed <= losses; seed += 1) {
      let state = seed * 7919;
      const dice = (below: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return (state >>> 8) % below;
      };
      const disk = lossyFileSystem();
      await fill(testPorts('/workspace'), disk);
      const store = await createStore(testPorts('/workspace'), { fileSystem: disk, patienceMs: 1 });
      disk.stopAt(dice(110));
      let done = false;
      void store.backups.restore(id, passphrase).then(() => (done = true));
      for (let seen = -1, quiet = 0; quiet < 3;) {
        // scrypt runs beside the loop: only what stays quiet for a while has stopped.
        await new Promise((resolve) => setTimeout(resolve, 15));
        quiet = seen === disk.calls() || done ? quiet + 1 : 0;
        seen = disk.calls();
      }
      const acknowledged = done;
      const after = disk.afterPowerLoss(dice);
      const reader = await createStore(testPorts('/workspace'), { fileSystem: after, patienceMs: 1 });
      await reader.unlock(passphrase);
      const found = note(reader);
      expect(['i går', 'i dag'], `seed ${seed}`).toContain(found);
      if (acknowledged) expect(found, `seed ${seed}`).toBe('i går');
      told[found === 'i dag' ? 'before' : 'after'] += 1;
      expect(verifyAuditLog(reader.auditLog())).toEqual({ sound: true });
    }
    console.log(`${losses} power losses while restoring: ${told.before} before, ${told.after} after`);
    expect(Math.min(told.before, told.after)).toBeGreaterThan(0);
  });

  it('that is refused leaves the open workspace as it was', async () => {
    const store = await fill(testPorts(temporaryFolder()));
    await expect(store.backups.restore(id, 'en forkert sætning')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await write(store, 'går videre');
    expect(note(store)).toBe('går videre');
  });

  it('of a copy with any bit flipped is refused', async () => {
    const ports = testPorts(temporaryFolder());
    const store = await fill(ports);
    const path = join(ports.workspaceFolder, 'backups', id);
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += isLong ? 97 : 4_999) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1 << (at % 8);
      writeFileSync(path, bytes);
      const refused = store.backups.restore(id, passphrase);
      await expect(refused, `${at}`).rejects.toMatchObject({ code: 'file-damaged' });
    }
    expect(note(store)).toBe('i dag');
  });
});
