import { describe, expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';

import { type Fault, faults, faultyFileSystem } from '../store/faulty-file-system.ts';
import {
  addRound,
  aSampleCase,
  answer,
  noteOf,
  passphrase,
  profile,
  temporaryFolder,
  testPorts,
} from '../store/store-fixture.ts';
import { codeOf, write } from './key-fixture.ts';

const other = 'fire andre grise på marken';
const { case: aCase } = aSampleCase('2026-000123');

async function workspace() {
  const ports = testPorts(temporaryFolder());
  const fileSystem = faultyFileSystem();
  const store = await createStore(ports, { fileSystem, patienceMs: 60 });
  await store.create(passphrase, profile);
  await store.writePopulation({ importId: 'import-1', cases: [aCase] });
  await store.change({ kind: 'round.drawn', target: 'round-1' }, (tables) => {
    addRound(tables);
    answer(tables, 'før');
  });
  const recoveryKey = await store.keys.makeRecoveryKey(passphrase);
  await write(store, 'i journalen');
  fileSystem.reset();
  return { ports, fileSystem, store, recoveryKey, folder: ports.workspaceFolder };
}
type Workspace = Awaited<ReturnType<typeof workspace>>;

/** Which keys open the folder now, and what is in it. Everything that would change a file is refused. */
async function opening({
  folder,
  recoveryKey,
}: Workspace): Promise<{ keys: string[]; notes: Set<string | undefined> }> {
  const refuse = (): Promise<never> => Promise.reject(new Error('reads only'));
  const base = faultyFileSystem();
  const fileSystem = {
    ...base,
    open: (path: string, purpose: 'read' | 'create' | 'change') =>
      purpose === 'read' ? base.open(path, purpose) : refuse(),
    rename: refuse,
    remove: refuse,
  };
  const ways: Readonly<Record<string, (store: WorkspaceStore) => Promise<void>>> = {
    old: (store) => store.unlock(passphrase),
    new: (store) => store.unlock(other),
    // The new passphrase cannot be saved here, so the way ends after the key was found to be right or wrong.
    recovery: (store) => store.keys.unlockWithRecoveryKey(recoveryKey, other),
  };
  const keys: string[] = [];
  const notes = new Set<string | undefined>();
  for (const [name, open] of Object.entries(ways)) {
    const store = await createStore(testPorts(folder), { fileSystem, patienceMs: 1 });
    const code = await codeOf(open(store));
    if (code.startsWith('wrong-')) continue;
    keys.push(name);
    if (store.status().state !== 'open') continue;
    notes.add(store.read((tables) => noteOf(tables)));
    expect(verifyAuditLog(store.auditLog())).toEqual({ sound: true });
    expect((await store.readPopulation('import-1')).cases).toHaveLength(1);
  }
  return { keys, notes };
}

/** Each change of keys, and which keys open before and after it. */
const changes: Readonly<Record<string, { act(w: Workspace): Promise<unknown>; before: string[]; after: string[] }>> = {
  'another passphrase': {
    act: ({ store }) => store.keys.changePassphrase(passphrase, other),
    before: ['old', 'recovery'],
    after: ['new', 'recovery'],
  },
  'no recovery key any more, so a new file key': {
    act: ({ store }) => store.keys.removeRecoveryKey(passphrase),
    before: ['old', 'recovery'],
    after: ['old'],
  },
};

const some: readonly Fault[] = ['ENOSPC'];
const cases = Object.keys(changes).flatMap((name) =>
  (process.env['TILSYN_FAULTS'] === 'all' ? faults : some).map((fault) => [name, fault] as const),
);

describe('a change of keys', () => {
  it.each(cases)(
    '%s survives %s in any one call: the old keys open or the new ones, as it was said, and work goes on',
    { timeout: 900_000 },
    async (name, fault) => {
      const { before, after } = changes[name]!;
      const act = (given: Workspace): Promise<unknown> => changes[name]!.act(given);
      const counted = await workspace();
      await act(counted);
      const calls = [...counted.fileSystem.calls];
      const outcomes: Record<string, number> = {};
      for (const [call, called] of calls.entries()) {
        const given = await workspace();
        given.fileSystem.failAt(call, fault);
        const outcome = await codeOf(act(given));
        given.fileSystem.reset();
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        const { keys, notes } = await opening(given);
        const at = `${call} ${called}: ${outcome}`;
        if (outcome === 'fulfilled') expect(keys, at).toEqual(after);
        else if (outcome === 'keys-uncertain') expect([before, after], at).toContainEqual(keys);
        else {
          expect(['disk-full', 'write-failed', 'read-failed'], at).toContain(outcome);
          expect(keys, at).toEqual(before);
        }
        expect([...notes], at).toEqual(['i journalen']);
        await write(given.store, 'videre');
        expect([...(await opening(given)).notes], at).toEqual(['videre']);
        await given.store.lock();
      }
      console.log(`${name}, ${fault}: ${JSON.stringify(outcomes)} of ${calls.length} calls`);
      if (fault !== 'short-write') expect(Object.keys(outcomes).length).toBeGreaterThan(1);
    },
  );

  it('whose disk stops answering in the middle is said to be uncertain, and both keys are tried later', async () => {
    const counted = await workspace();
    await changes['another passphrase']!.act(counted);
    const renamed = counted.fileSystem.calls.indexOf('rename');
    const given = await workspace();
    given.fileSystem.failAt(renamed + 1, 'EIO', 10_000);
    expect(await codeOf(changes['another passphrase']!.act(given))).toBe('keys-uncertain');
    given.fileSystem.reset();
    expect((await opening(given)).keys).toEqual(['new', 'recovery']);
    await write(given.store, 'videre');
    expect((await opening(given)).keys).toEqual(['new', 'recovery']);
    expect(verifyAuditLog(given.store.auditLog())).toEqual({ sound: true });
    expect(given.store.auditLog().filter(({ kind }) => kind === 'key.passphrase-changed')).toHaveLength(1);
  });
});
