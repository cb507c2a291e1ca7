import { cpSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { type Fault, faultyFileSystem } from '../store/faulty-file-system.ts';
import {
  aSampleCase,
  addRound,
  answer,
  knownName,
  passphrase,
  profile,
  temporaryFolder,
  type TestPorts,
  testPorts,
} from '../store/store-fixture.ts';
import { everythingOnDisk } from './everything-on-disk.ts';

const roundId = 'round-1';
const importId = 'import-1';
/** All places with TILSYN_FAULTS=all, otherwise every seventh. */
const step = process.env['TILSYN_FAULTS'] === 'all' ? 1 : 7;

/** A workspace with a round, its population, a backup from yesterday and a journal; its folder. */
async function made(): Promise<string> {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.writePopulation({ importId, cases: [aSampleCase('case-1').case] });
  await store.change({ kind: 'sample.drawn', target: roundId }, (tables) => {
    addRound(tables);
    answer(tables, knownName);
  });
  ports.setDay('2026-01-16');
  await store.change({ kind: 'review.answered', target: `${roundId}/case-1` }, (tables) => answer(tables, knownName));
  await store.lock();
  return ports.workspaceFolder;
}

function copyOf(folder: string): TestPorts {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const ports = testPorts(copy);
  ports.setDay('2026-01-17');
  return ports;
}

/** Runs the deletion on a disk that fails from call number `at` on; the code it ended with. */
async function cutOff(ports: TestPorts, at: number, fault: Fault): Promise<string> {
  const fileSystem = faultyFileSystem();
  const store = await createStore(ports, { fileSystem, patienceMs: 20 });
  await store.unlock(passphrase);
  fileSystem.failAt(at, fault, Infinity);
  return store.deletion.run(roundId).then(
    () => 'deleted',
    (error: unknown) => (error as { code: string }).code,
  );
}

async function opened(ports: TestPorts): Promise<WorkspaceStore> {
  const store = await createStore(ports);
  await store.unlock(passphrase);
  return store;
}

async function callsOfDeletion(folder: string): Promise<number> {
  const fileSystem = faultyFileSystem();
  const store = await createStore(copyOf(folder), { fileSystem });
  await store.unlock(passphrase);
  fileSystem.reset();
  await store.deletion.run(roundId);
  return fileSystem.calls.length;
}

describe('a deletion that is cut off', () => {
  it('at any call of the file system has not happened, or is finished at the next opening; it is never told as done before', async () => {
    const folder = await made();
    const calls = await callsOfDeletion(folder);
    expect(calls).toBeGreaterThan(50);
    const ends = { before: 0, unfinished: 0, deleted: 0 };
    for (let at = 0; at < calls; at += step) {
      const ports = copyOf(folder);
      const code = await cutOff(ports, at, at % 2 === 0 ? 'EIO' : 'ENOSPC');
      const store = await opened(ports);
      const isThere = store.read((tables) => tables.rounds.get(roundId)) !== undefined;
      const [deletion] = store.deletion.list();
      const where = `call ${at}: ${code}`;
      expect(verifyAuditLog(store.auditLog()), where).toEqual({ sound: true });
      if (isThere) {
        ends.before += 1;
        expect(code, where).not.toBe('deleted');
        expect(code, where).not.toBe('deletion-unfinished');
        expect(deletion, where).toBeUndefined();
        expect(
          store.read((tables) => tables.reviews.list(roundId)),
          where,
        ).not.toEqual([]);
        expect((await store.readPopulation(importId)).cases, where).toHaveLength(1);
        continue;
      }
      ends[code === 'deletion-unfinished' ? 'unfinished' : 'deleted'] += 1;
      expect(deletion, where).toMatchObject({ complete: true, roundId });
      expect(
        deletion?.proof.every(({ removed }) => removed),
        where,
      ).toBe(true);
      await store.lock();
      const files = await everythingOnDisk(ports.workspaceFolder);
      expect(
        files.filter(({ content }) => content === null || content.includes(knownName)),
        where,
      ).toEqual([]);
    }
    expect(ends.before).toBeGreaterThan(0);
    expect(ends.unfinished).toBeGreaterThan(0);
  }, 600_000);

  it('because a file is held says so, shows what is left, and goes on when asked again', async () => {
    const ports = copyOf(await made());
    const held = faultyFileSystem();
    const remove = held.remove.bind(held);
    let isHeld = true;
    const fileSystem = {
      ...held,
      remove: async (path: string): Promise<void> => {
        if (isHeld && path.endsWith(`${importId}.ltdb`)) throw Object.assign(new Error('held'), { code: 'EBUSY' });
        await remove(path);
      },
    };
    const store = await createStore(ports, { fileSystem, patienceMs: 20 });
    await store.unlock(passphrase);
    await expect(store.deletion.run(roundId)).rejects.toMatchObject({ code: 'deletion-unfinished' });
    const [unfinished] = store.deletion.list();
    expect(unfinished).toMatchObject({ complete: false });
    expect(unfinished?.proof).toContainEqual({ file: `populations/${importId}.ltdb`, removed: false });
    expect(store.read((tables) => tables.rounds.list())).toEqual([]);
    isHeld = false;
    await store.deletion.finish();
    expect(store.deletion.list()).toMatchObject([{ complete: true }]);
    await store.lock();
    const files = await everythingOnDisk(ports.workspaceFolder);
    expect(files.map(({ name }) => name)).not.toContain(`populations/${importId}.ltdb`);
    expect(files.some(({ content }) => content?.includes(knownName))).toBe(false);
  });
});

it('on the day the round was drawn: the copy from before the round stays, the journal goes', async () => {
  const ports = testPorts(temporaryFolder());
  const store = await createStore(ports);
  await store.create(passphrase, profile);
  await store.change({ kind: 'sample.drawn', target: roundId }, (tables) => {
    addRound(tables);
    answer(tables, knownName);
  });
  const before = await everythingOnDisk(ports.workspaceFolder);
  expect(before.some(({ content }) => content?.includes(knownName))).toBe(true);
  await store.deletion.run(roundId);
  expect(store.deletion.list()).toMatchObject([{ complete: true, removed: { backups: 0 } }]);
  const after = await everythingOnDisk(ports.workspaceFolder);
  expect(after.map(({ name }) => name)).toEqual(
    before.map(({ name }) => name).filter((name) => name !== 'tilsyn.ltdj'),
  );
  expect(after.filter(({ content }) => content === null || content.includes(knownName))).toEqual([]);
});
