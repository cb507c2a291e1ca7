import { MessageChannel } from 'node:worker_threads';

import { describe, expect, it } from 'vitest';

import { connectCore } from '#core/process/connect-core.ts';
import type { HostEnd } from '#core/process/core-pipe.ts';
import { startCore } from '#core/process/start-core.ts';
import type { KeyStore, Ports } from '#core/ports.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';

import { coreEndOf } from '../../electron/host/worker-pipe.ts';
import type { ShellSafeStorage } from '../../electron/shell/electron-apis.ts';
import { createSystemKey } from '../../electron/shell/system-key.ts';
import { coreOptions } from '../contract/hosts.ts';
import { ownFrame, safeStorageStandIn } from './electron-stand-in.ts';
import { shellInFolder } from './shell-in-folder.ts';

const secret = new Uint8Array([0, 1, 2, 128, 254, 255]);
const noWait = async (): Promise<void> => undefined;

/** A key store whose decryption fails so many times with these words first. */
function failing(words: string, times: number, calls = { decrypt: 0, encrypt: 0 }) {
  const whole = safeStorageStandIn();
  const safeStorage: ShellSafeStorage = {
    ...whole,
    encryptStringAsync: (text) => {
      calls.encrypt += 1;
      return whole.encryptStringAsync(text);
    },
    decryptStringAsync: async (encrypted) => {
      calls.decrypt += 1;
      if (calls.decrypt <= times) throw new Error(words);
      return whole.decryptStringAsync(encrypted);
    },
  };
  return { safeStorage, calls };
}
const later = 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.';
const never = 'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.';

describe("the system's key", () => {
  it.each([
    ['win32', 'unknown', true, 'protected'],
    ['darwin', 'unknown', true, 'protected'],
    ['win32', 'basic_text', false, 'unavailable'],
    ['darwin', 'unknown', false, 'unavailable'],
    ['linux', 'gnome_libsecret', true, 'protected'],
    ['linux', 'kwallet', true, 'protected'],
    ['linux', 'kwallet5', true, 'protected'],
    ['linux', 'kwallet6', true, 'protected'],
    ['linux', 'gnome_libsecret', false, 'unavailable'],
    ['linux', 'basic_text', true, 'obfuscated'],
    ['linux', 'basic_text', false, 'obfuscated'],
    ['linux', 'unknown', true, 'unavailable'],
    ['linux', '', true, 'unavailable'],
    ['linux', 'a keeper of tomorrow', true, 'unavailable'],
  ])(
    'on %s with %s (available: %s) is %s, and wraps only what is protected',
    async (platform, backend, there, state) => {
      const safeStorage = safeStorageStandIn(backend, () => there);
      const keyStore = createSystemKey(safeStorage, platform, noWait);
      expect(await keyStore.state()).toBe(state);
      if (state === 'protected') {
        const wrapped = await keyStore.wrap(secret);
        expect(await keyStore.unwrap(wrapped)).toEqual({ secret, shouldWrapAgain: false });
      } else {
        await expect(keyStore.wrap(secret)).rejects.toMatchObject({ code: 'system-key-unavailable' });
        await expect(keyStore.unwrap(secret)).rejects.toMatchObject({ code: 'system-key-unavailable' });
        expect(safeStorage.sealed).toEqual([]);
      }
    },
  );

  it('is not asked for the backend where there is none', async () => {
    const safeStorage: ShellSafeStorage = {
      ...safeStorageStandIn(),
      getSelectedStorageBackend: () => {
        throw new TypeError('not a function on Windows');
      },
    };
    expect(await createSystemKey(safeStorage, 'win32').state()).toBe('protected');
  });

  it('is refused when Linux encrypts with the password that everybody knows after all', async () => {
    const safeStorage = { ...safeStorageStandIn(), encryptStringAsync: async () => Buffer.from('v10....') };
    const wrap = (platform: string) => createSystemKey(safeStorage, platform).wrap(secret);
    await expect(wrap('linux')).rejects.toMatchObject({ code: 'system-key-unavailable' });
    expect(Buffer.from(await wrap('win32')).toString()).toBe('v10....');
  });

  it('is asked again while it is only waking up, and no new key is made', async () => {
    const wrapped = await createSystemKey(safeStorageStandIn(), 'linux').wrap(secret);
    const waited: number[] = [];
    const { safeStorage, calls } = failing(later, 3);
    const keyStore = createSystemKey(safeStorage, 'linux', async (ms) => waited.push(ms));
    expect((await keyStore.unwrap(wrapped)).secret).toEqual(secret);
    expect({ waited, ...calls }).toEqual({ waited: [250, 1_000, 3_000], decrypt: 4, encrypt: 0 });
  });

  it('says that it does not answer after four times, and that it is lost at once when it cannot open', async () => {
    const wrapped = await createSystemKey(safeStorageStandIn(), 'linux').wrap(secret);
    const busy = failing(later, 99);
    await expect(createSystemKey(busy.safeStorage, 'linux', noWait).unwrap(wrapped)).rejects.toMatchObject({
      code: 'system-key-unavailable',
    });
    const lost = failing(never, 99);
    await expect(createSystemKey(lost.safeStorage, 'linux', noWait).unwrap(wrapped)).rejects.toMatchObject({
      code: 'system-key-lost',
    });
    expect([busy.calls, lost.calls]).toEqual([
      { decrypt: 4, encrypt: 0 },
      { decrypt: 1, encrypt: 0 },
    ]);
  });

  it('passes on that the system has a newer key', async () => {
    const safeStorage: ShellSafeStorage = {
      ...safeStorageStandIn(),
      decryptStringAsync: async () => ({ shouldReEncrypt: true, result: Buffer.from(secret).toString('base64') }),
    };
    expect(await createSystemKey(safeStorage, 'darwin').unwrap(secret)).toEqual({ secret, shouldWrapAgain: true });
  });
});

describe("the core's way to the system's key", () => {
  async function corePort(keyStore: KeyStore | null, systemKey: boolean): Promise<KeyStore | null> {
    const { port1, port2 } = new MessageChannel();
    const ports = Promise.withResolvers<Ports>();
    await startCore(coreEndOf(port2), { ...coreOptions, systemKey }, async (given) => {
      ports.resolve(given);
      return {} as CoreHandlers;
    });
    const hostEnd: HostEnd = {
      post: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      onClose: () => undefined,
    };
    connectCore(hostEnd, () => undefined, keyStore);
    port1.unref();
    return (await ports.promise).keyStore;
  }

  it('leads over the pipe and back, several questions at once', async () => {
    const port = await corePort(createSystemKey(safeStorageStandIn(), 'linux'), true);
    const [state, first, second] = await Promise.all([
      port!.state(),
      port!.wrap(secret),
      port!.wrap(new Uint8Array([7])),
    ]);
    expect(state).toBe('protected');
    expect((await port!.unwrap(first)).secret).toEqual(secret);
    expect((await port!.unwrap(second)).secret).toEqual(new Uint8Array([7]));
  });

  it('keeps the code of a refusal', async () => {
    const port = await corePort(createSystemKey(safeStorageStandIn('basic_text'), 'linux'), true);
    await expect(port!.wrap(secret)).rejects.toMatchObject({ name: 'AppError', code: 'system-key-unavailable' });
    const nobody = await corePort(null, true);
    await expect(nobody!.state()).rejects.toMatchObject({ code: 'system-key-unavailable' });
  });

  it('is none where the host has no key: nothing takes its place', async () => {
    expect(await corePort(null, false)).toBeNull();
  });

  it('is open to the core process, and closed to the page', async () => {
    const safeStorage = safeStorageStandIn();
    const { start } = await shellInFolder();
    const { window, core, forked } = await start({ safeStorage });
    const answers: unknown[] = [];
    window.openPage().host.onFrame((answer) => answers.push(answer));
    window.receive(ownFrame, { type: 'key-store', id: 1, ask: 'wrap', secret });
    window.receive(ownFrame, { type: 'call', id: 2, name: 'keyStore.wrap', input: { secret } });
    await expect.poll(() => answers).toMatchObject([{ type: 'failure', error: { code: 'unknown-operation' } }]);
    expect([safeStorage.sealed, core.sent]).toEqual([[], []]);

    core.say({ type: 'key-store', id: 7, ask: 'wrap', secret });
    await expect.poll(() => core.sent).toMatchObject([{ type: 'key-store-answer', id: 7 }]);
    expect(safeStorage.sealed).toHaveLength(1);
    expect(answers).toHaveLength(1);
    expect(forked[0]?.options).not.toMatch(/secret|AAECgP7/);
  });
});
