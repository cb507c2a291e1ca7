import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { verifyAuditLog } from '#core/store/audit-log.ts';
import { unwrapWithPassphrase } from '#core/store/key-slots.ts';
import { createStore } from '#core/store/open-store.ts';

import { noteOf, passphrase, profile, temporaryFolder, testPorts } from '../store/store-fixture.ts';
import { codeOf, headerAt, keyedWorkspace, write } from './key-fixture.ts';

const other = 'fire andre grise på marken';

describe('the passphrase', () => {
  it('is changed: the new one opens, the old one does not, everything is there and the file key stays', async () => {
    const { store, again, header } = await keyedWorkspace();
    const before = await unwrapWithPassphrase(header().keySlots, passphrase, header().fileId);
    await store.keys.changePassphrase(passphrase, other);
    await write(store, 'efter');
    await store.lock();
    const next = await again();
    expect(await codeOf(next.unlock(passphrase))).toBe('wrong-passphrase');
    await next.unlock(other);
    expect(next.read((tables) => noteOf(tables))).toBe('efter');
    expect((await unwrapWithPassphrase(header().keySlots, other, header().fileId)).equals(before)).toBe(true);
  });

  it('is changed only by who knows it, and only to one that is long enough', async () => {
    const { store, path } = await keyedWorkspace();
    const before = readFileSync(path);
    expect(await codeOf(store.keys.changePassphrase('forkert forkert', other))).toBe('wrong-passphrase');
    expect(await codeOf(store.keys.changePassphrase(passphrase, 'kort'))).toBe('passphrase-too-short');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('may go where a recovery key is left, and comes back by it', async () => {
    const { store, again, header } = await keyedWorkspace();
    expect(await codeOf(store.keys.removePassphrase(passphrase))).toBe('last-key');
    const recoveryKey = await store.keys.makeRecoveryKey(passphrase);
    expect(await codeOf(store.keys.removePassphrase('forkert forkert'))).toBe('wrong-passphrase');
    await store.keys.removePassphrase(passphrase);
    expect(header().keySlots.map(({ kind }) => kind)).toEqual(['recovery']);
    await store.keys.setSystemKey(true, recoveryKey);
    expect(await codeOf(store.keys.setSystemKey(false, passphrase))).toBe('wrong-recovery-key');
    await store.keys.changePassphrase(recoveryKey, other);
    await store.lock();
    const next = await again();
    await next.unlock(other);
    expect(next.read((tables) => noteOf(tables))).toBe('før');
  });
});

describe('the recovery key', () => {
  it('opens and gives the workspace a new passphrase; the old one is then wrong', async () => {
    const { store, again } = await keyedWorkspace();
    const recoveryKey = await store.keys.makeRecoveryKey(passphrase);
    expect(await store.keys.state()).toMatchObject({ passphrase: true, recovery: { madeAt: expect.any(String) } });
    await store.lock();
    const next = await again();
    expect(await next.opening()).toMatchObject({ slots: ['passphrase', 'recovery'], damaged: false });
    expect(await codeOf(next.keys.unlockWithRecoveryKey(recoveryKey, 'kort'))).toBe('passphrase-too-short');
    expect(next.status().state).toBe('locked');
    await next.keys.unlockWithRecoveryKey(recoveryKey.toLowerCase().replaceAll('-', ' '), other);
    expect(next.read((tables) => noteOf(tables))).toBe('før');
    await next.lock();
    expect(await codeOf(next.unlock(passphrase))).toBe('wrong-passphrase');
    await next.unlock(other);
    await next.keys.unlockWithRecoveryKey(recoveryKey, passphrase);
    expect(next.status().state).toBe('open');
  });

  it('is replaced by a new one and removed; what was replaced or removed opens nothing newer', async () => {
    const { store, again } = await keyedWorkspace();
    const first = await store.keys.makeRecoveryKey(passphrase);
    const second = await store.keys.makeRecoveryKey(passphrase);
    expect(second).not.toBe(first);
    await store.lock();
    const next = await again();
    expect(await codeOf(next.keys.unlockWithRecoveryKey(first, other))).toBe('wrong-recovery-key');
    await next.keys.unlockWithRecoveryKey(second, other);
    await next.keys.removeRecoveryKey(other);
    expect(await next.keys.state()).toMatchObject({ recovery: null });
    await next.lock();
    await expect(next.keys.unlockWithRecoveryKey(second, other)).rejects.toMatchObject({
      code: 'wrong-recovery-key',
      detail: { reason: 'none' },
    });
  });

  it('does not go where it is the last key of a person', async () => {
    const { store } = await keyedWorkspace();
    const recoveryKey = await store.keys.makeRecoveryKey(passphrase);
    await store.keys.setSystemKey(true, passphrase);
    await store.keys.removePassphrase(passphrase);
    expect(await codeOf(store.keys.removeRecoveryKey(recoveryKey))).toBe('last-key');
  });
});

describe("the system's key", () => {
  it('opens without a word, and is turned off again', async () => {
    const { store, again } = await keyedWorkspace();
    expect(await store.keys.state()).toMatchObject({ system: 'off' });
    await store.keys.setSystemKey(true, passphrase);
    expect(await store.keys.state()).toMatchObject({ system: 'on' });
    await store.lock();
    const next = await again();
    await next.keys.unlockWithSystem();
    expect(next.read((tables) => noteOf(tables))).toBe('før');
    await next.keys.setSystemKey(false, passphrase);
    await next.lock();
    await expect(next.keys.unlockWithSystem()).rejects.toMatchObject({
      code: 'system-key-unavailable',
      detail: { reason: 'no-slot' },
    });
  });

  it('is wrapped again when the system asks for that, and its private key never lies in the clear', async () => {
    const { store, keyStore, again, header, path } = await keyedWorkspace();
    const real = { ...keyStore };
    let secret: Uint8Array = new Uint8Array();
    const wrap = (given: Uint8Array): Promise<Uint8Array> => real.wrap(given);
    keyStore.wrap = async (given) => {
      secret = given.slice();
      return wrap(given);
    };
    await store.keys.setSystemKey(true, passphrase);
    expect(secret).toHaveLength(32);
    expect(readFileSync(path).includes(Buffer.from(secret))).toBe(false);
    expect(readFileSync(path, 'latin1')).not.toContain(Buffer.from(secret).toString('base64'));
    await store.lock();
    const before = header().keySlots.at(-1);
    keyStore.askToWrapAgain(true);
    const next = await again();
    await next.keys.unlockWithSystem();
    expect(keyStore.wraps()).toBe(2);
    expect(header().keySlots.at(-1)).toMatchObject({ kind: 'os', tag: before?.tag });
    expect(header().keySlots.at(-1)).not.toEqual(before);
    keyStore.askToWrapAgain(false);
    await next.lock();
    await next.keys.unlockWithSystem();
    expect(next.auditLog().map(({ kind }) => kind)).toContain('key.system-renewed');
  });

  it.each(['obfuscated', 'unavailable'] as const)(
    'is refused where it is %s, to make and to open with',
    async (state) => {
      const { store, keyStore, path } = await keyedWorkspace();
      await store.keys.setSystemKey(true, passphrase);
      await store.lock();
      keyStore.setState(state);
      await expect(store.keys.unlockWithSystem()).rejects.toMatchObject({
        code: 'system-key-unavailable',
        detail: { reason: state },
      });
      await store.unlock(passphrase);
      await store.keys.setSystemKey(false, passphrase);
      expect(await store.keys.state()).toMatchObject({ system: state });
      const before = readFileSync(path);
      expect(await codeOf(store.keys.setSystemKey(true, passphrase))).toBe('system-key-unavailable');
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );

  it('is refused in a host without a key store, which opens with the passphrase', async () => {
    const { store, ports } = await keyedWorkspace();
    await store.keys.setSystemKey(true, passphrase);
    await store.lock();
    const loopback = await createStore(testPorts(ports.workspaceFolder));
    expect(await codeOf(loopback.keys.unlockWithSystem())).toBe('system-key-unavailable');
    await loopback.unlock(passphrase);
    expect(loopback.read((tables) => noteOf(tables))).toBe('før');
  });
});

describe('removing a key', () => {
  it('gives the file a new key: an old slot of an old copy, put into the newer file, opens nothing', async () => {
    const { store, copy, path } = await keyedWorkspace();
    const first = await store.keys.makeRecoveryKey(passphrase);
    await write(store, 'hemmeligt indtil nu');
    await store.checkpoint();
    const old = headerAt(join(copy(), 'tilsyn.ltdb'));
    await store.keys.removeRecoveryKey(passphrase);
    const now = headerAt(path);
    const keyOf = (header: typeof now) => unwrapWithPassphrase(header.keySlots, passphrase, header.fileId);
    expect((await keyOf(old)).equals(await keyOf(now))).toBe(false);
    expect(first).toHaveLength(34);
  });

  it('wraps the new key for every slot that stays, and leaves no journal of the old one', async () => {
    const { store, path, again } = await keyedWorkspace();
    const recoveryKey = await store.keys.makeRecoveryKey(passphrase);
    await store.keys.setSystemKey(true, passphrase);
    await write(store, 'i journalen');
    await store.keys.setSystemKey(true, passphrase);
    expect(existsSync(path.replace('.ltdb', '.ltdj'))).toBe(false);
    await store.lock();
    for (const open of [
      async () => (await again()).unlock(passphrase),
      async () => (await again()).keys.unlockWithSystem(),
      async () => (await again()).keys.unlockWithRecoveryKey(recoveryKey, passphrase),
    ]) {
      expect(await codeOf(open())).toBe('fulfilled');
    }
  });

  it('is remembered in the audit log without content, and the chain holds', async () => {
    const { store } = await keyedWorkspace();
    const recoveryKey = await store.keys.makeRecoveryKey(passphrase);
    await store.keys.setSystemKey(true, passphrase);
    await store.keys.setSystemKey(false, passphrase);
    await store.keys.changePassphrase(passphrase, other);
    await store.keys.removeRecoveryKey(other);
    await store.lock();
    await store.unlock(other);
    const lines = store.auditLog();
    const kinds = lines.map(({ kind }) => kind).filter((kind) => kind.startsWith('key.'));
    expect(kinds).toEqual([
      'key.recovery-made',
      'key.system-made',
      'key.system-removed',
      'key.file-key-renewed',
      'key.passphrase-changed',
      'key.recovery-removed',
      'key.file-key-renewed',
    ]);
    expect(verifyAuditLog(lines)).toEqual({ sound: true });
    const text = JSON.stringify(lines);
    for (const secret of [passphrase, other, recoveryKey]) expect(text).not.toContain(secret);
  });
});

it('nothing is opened or made with a cryptography that does not compute what is published', async () => {
  const { store, ports } = await keyedWorkspace();
  await store.lock();
  const checkCrypto = (): Promise<void> => Promise.reject(Object.assign(new Error('x'), { code: 'crypto-unsound' }));
  const unsound = await createStore(ports, { checkCrypto });
  expect(await codeOf(unsound.unlock(passphrase))).toBe('crypto-unsound');
  expect(await codeOf(unsound.keys.unlockWithSystem())).toBe('crypto-unsound');
  const empty = await createStore(testPorts(temporaryFolder()), { checkCrypto });
  expect(await codeOf(empty.create(passphrase, profile))).toBe('crypto-unsound');
  expect(empty.status().state).toBe('missing');
});
