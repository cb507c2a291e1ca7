import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readHeader } from '#core/store/envelope.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { noteOf, passphrase } from '../store/store-fixture.ts';
import { headerOn, ofVersion, withHeader } from './forge.ts';
import { keyedWorkspace, write } from './key-fixture.ts';

const newer = 'fire andre grise på marken';

/** Two workspaces with all three keys and the same passphrase; of the first an older copy, made before it was changed. */
async function scene() {
  const mine = await keyedWorkspace();
  const recoveryKey = await mine.store.keys.makeRecoveryKey(passphrase);
  await mine.store.keys.setSystemKey(true, passphrase);
  await mine.store.lock();
  const yours = await keyedWorkspace();
  const otherKey = await yours.store.keys.makeRecoveryKey(passphrase);
  await yours.store.keys.setSystemKey(true, passphrase);
  await yours.store.lock();
  return { mine, recoveryKey, otherKey, file: readFileSync(mine.path), foreign: readFileSync(yours.path), yours };
}
type Scene = Awaited<ReturnType<typeof scene>>;

interface Row {
  /** What lies on the disk when the program starts. */
  readonly file?: (given: Scene) => Promise<Buffer> | Buffer;
  readonly open: (store: WorkspaceStore, given: Scene) => Promise<unknown>;
  readonly error: { readonly code: string; readonly detail?: object };
  /** The beginning of what the person is told. */
  readonly told: RegExp;
}

const byPassphrase: Row['open'] = (store) => store.unlock(passphrase);
const byRecovery: Row['open'] = (store, { recoveryKey }) => store.keys.unlockWithRecoveryKey(recoveryKey, newer);
const bySystem: Row['open'] = (store) => store.keys.unlockWithSystem();

/** The slot of one kind is that of another file. */
function foreignSlot(kind: string): NonNullable<Row['file']> {
  return ({ file, foreign }) => {
    const others = readHeader(foreign, foreign.length);
    const slot = others.keySlots.find((each) => each.kind === kind);
    return withHeader(file, (header) => ({
      ...header,
      keySlots: header.keySlots.map((own) => (own.kind === kind ? slot : own)),
    }));
  };
}

async function changedFile({ mine }: Scene): Promise<Buffer> {
  await mine.store.unlock(passphrase);
  await mine.store.keys.changePassphrase(passphrase, newer);
  await mine.store.lock();
  return readFileSync(mine.path);
}

async function renewedFile({ mine, recoveryKey }: Scene): Promise<Buffer> {
  await mine.store.unlock(passphrase);
  await write(mine.store, 'nyt');
  await mine.store.keys.removePassphrase(passphrase);
  expect(recoveryKey).toHaveLength(34);
  await mine.store.lock();
  return readFileSync(mine.path);
}

const wrongPassphrase = /^Adgangskoden passer ikke/;
const damaged = /beskadiget/;
const future = /nyere udgave/;

const rows: Readonly<Record<string, Row>> = {
  'a wrong passphrase': {
    open: (store) => store.unlock('tre små grise i skovem'),
    error: { code: 'wrong-passphrase' },
    told: wrongPassphrase,
  },
  'a recovery key with one wrong character': {
    open: (store, { recoveryKey }) =>
      store.keys.unlockWithRecoveryKey(
        recoveryKey.slice(0, 6) + (recoveryKey[6] === 'A' ? 'B' : 'A') + recoveryKey.slice(7),
        newer,
      ),
    error: { code: 'wrong-recovery-key', detail: { reason: 'typing', group: 2 } },
    told: /tastefejl.*gruppe 2/,
  },
  'a recovery key that is cut short': {
    open: (store, { recoveryKey }) => store.keys.unlockWithRecoveryKey(recoveryKey.slice(0, 30), newer),
    error: { code: 'wrong-recovery-key', detail: { reason: 'length', group: 0 } },
    told: /syv grupper/,
  },
  'the recovery key of another workspace': {
    open: (store, { otherKey }) => store.keys.unlockWithRecoveryKey(otherKey, newer),
    error: { code: 'wrong-recovery-key', detail: { reason: 'other-key', group: 0 } },
    told: /passer ikke til arbejdsmappen/,
  },
  'a recovery key where there is none': {
    file: ({ file }) => withHeader(file, (header) => ({ ...header, keySlots: header.keySlots.slice(0, 1) })),
    open: byRecovery,
    error: { code: 'wrong-recovery-key', detail: { reason: 'none', group: 0 } },
    told: /ingen gendannelsesnøgle/,
  },
  'the passphrase slot of another file, with its passphrase': {
    file: foreignSlot('passphrase'),
    open: byPassphrase,
    error: { code: 'wrong-passphrase' },
    told: wrongPassphrase,
  },
  'the recovery slot of another file, with its key': {
    file: foreignSlot('recovery'),
    open: (store, { otherKey }) => store.keys.unlockWithRecoveryKey(otherKey, newer),
    error: { code: 'wrong-recovery-key', detail: { reason: 'other-key', group: 0 } },
    told: /passer ikke/,
  },
  "the system's slot of another file": {
    file: foreignSlot('os'),
    open: bySystem,
    error: { code: 'system-key-lost' },
    told: /ikke længere åbne/,
  },
  'the old passphrase after a change': {
    file: changedFile,
    open: byPassphrase,
    error: { code: 'wrong-passphrase' },
    told: wrongPassphrase,
  },
  'the old slot put back after a change': {
    file: async (given) => {
      const old = readHeader(given.file, given.file.length);
      return withHeader(await changedFile(given), (header) => ({ ...header, keySlots: old.keySlots }));
    },
    open: byPassphrase,
    error: { code: 'file-damaged' },
    told: damaged,
  },
  'the old slots put back after one was removed': {
    file: async (given) => {
      const old = readHeader(given.file, given.file.length);
      return withHeader(await renewedFile(given), (header) => ({ ...header, keySlots: old.keySlots }));
    },
    open: byPassphrase,
    error: { code: 'file-damaged' },
    told: damaged,
  },
  'the removed passphrase': {
    file: renewedFile,
    open: byPassphrase,
    error: { code: 'wrong-passphrase', detail: { reason: 'none' } },
    told: /ingen adgangskode.*kommandolinjen/,
  },
  'the header of an older copy on the newer content': {
    file: async (given) => headerOn(given.file, await changedFile(given)),
    open: byPassphrase,
    error: { code: 'file-damaged' },
    told: damaged,
  },
  'the header of another workspace': {
    file: ({ file, foreign }) => headerOn(foreign, file),
    open: byPassphrase,
    error: { code: 'file-damaged' },
    told: damaged,
  },
  'a format version of the future': {
    file: ({ file }) => ofVersion(file, 2),
    open: byPassphrase,
    error: { code: 'file-from-future', detail: { version: 2 } },
    told: future,
  },
  'a schema of the future': {
    file: ({ file }) => withHeader(file, (header) => ({ ...header, schemaVersion: 999 })),
    open: byRecovery,
    error: { code: 'file-from-future', detail: { version: 999 } },
    told: future,
  },
  'a store of the system that only hides': {
    open: (store, { mine }) => {
      mine.keyStore.setState('obfuscated');
      return store.keys.unlockWithSystem();
    },
    error: { code: 'system-key-unavailable', detail: { reason: 'obfuscated' } },
    told: /kan ikke bruges/,
  },
  'a store of the system that is not there': {
    open: (store, { mine }) => {
      mine.keyStore.setState('unavailable');
      return store.keys.unlockWithSystem();
    },
    error: { code: 'system-key-unavailable', detail: { reason: 'unavailable' } },
    told: /kan ikke bruges/,
  },
  'a store of the system that lost its key': {
    open: (store, { mine }) => {
      mine.keyStore.lose();
      return store.keys.unlockWithSystem();
    },
    error: { code: 'system-key-lost' },
    told: /ikke længere åbne.*adgangskoden eller gendannelsesnøglen/s,
  },
};

describe('opening (R6)', () => {
  it.each(Object.entries(rows))('with %s says so, and leaves the file as it is', async (_name, row) => {
    const given = await scene();
    const onDisk = (await row.file?.(given)) ?? given.file;
    writeFileSync(given.mine.path, onDisk);
    const store = await given.mine.again();
    const error: unknown = await row.open(store, given).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(row.error);
    const { what, next } = wordsOfError(error as Parameters<typeof wordsOfError>[0]);
    expect(`${what}. ${next}`).toMatch(row.told);
    expect(store.status().state).toBe('locked');
    expect(readFileSync(given.mine.path).equals(onDisk)).toBe(true);
    expect((await store.opening()).damaged).toBe(row.error.code === 'file-damaged');
  });

  it('an older copy opens with what opened it then, and shows what was in it then', async () => {
    const given = await scene();
    const folder = given.mine.copy();
    await renewedFile(given);
    const old = await createStore({ ...given.mine.ports, workspaceFolder: folder });
    await old.unlock(passphrase);
    expect(old.read((tables) => noteOf(tables))).toBe('før');
    expect(readFileSync(join(folder, 'tilsyn.ltdb'), 'latin1')).not.toContain('nyt');
  });

  it('damage that needs no key is seen while it is locked, and the slots are not guessed', async () => {
    const { mine, file } = await scene();
    expect(await mine.store.opening()).toMatchObject({ slots: ['passphrase', 'recovery', 'os'], damaged: false });
    const broken = Buffer.from(file);
    broken[40]! ^= 1;
    writeFileSync(mine.path, broken);
    expect(await (await mine.again()).opening()).toMatchObject({ slots: [], damaged: true });
    writeFileSync(mine.path, file.subarray(0, file.length - 1));
    expect(await (await mine.again()).opening()).toMatchObject({ slots: [], damaged: true });
  });
});
