import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';

import { expect, it, onTestFinished } from 'vitest';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import { connectCore } from '#core/process/connect-core.ts';
import { startCore } from '#core/process/start-core.ts';
import type { Application } from '#shared/contract/operations.ts';

import { coreEndOf } from '../../electron/host/worker-pipe.ts';
import type { ShellSafeStorage } from '../../electron/shell/electron-apis.ts';
import { createSystemKey } from '../../electron/shell/system-key.ts';
import { coreOptions } from '../contract/hosts.ts';
import { safeStorageStandIn } from './electron-stand-in.ts';

const passphrase = 'en lang adgangssætning';
const profile = { municipality: 'E', department: 'B', reviewer: 'Å' };

/** The real core at the other end of a pipe, on a computer whose key store a test holds. */
async function programOn(
  workspaceFolder: string,
  safeStorage: ShellSafeStorage,
  platform = 'linux',
): Promise<Application> {
  const { port1, port2 } = new MessageChannel();
  await startCore(
    coreEndOf(port2),
    { ...coreOptions, workspaceFolder, resourceFolder, systemKey: true },
    createApplication,
  );
  const { application } = connectCore(
    {
      post: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      onClose: () => undefined,
    },
    () => undefined,
    createSystemKey(safeStorage, platform, async () => undefined),
  );
  onTestFinished(() => port1.close());
  return application;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-system-key-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it("opens the workspace with the computer's key, and with no other computer's", async () => {
  const folder = await temporaryFolder();
  const own = safeStorageStandIn();
  const first = await programOn(folder, own);
  await first['workspace.create']({ passphrase, ...profile });
  expect(await first['keys.setSystemKey']({ on: true, passphrase })).toMatchObject({ system: 'on' });
  await first['workspace.lock']({});
  expect(await first['keys.unlockWithSystem']({})).toMatchObject({ state: 'open' });
  await first['workspace.lock']({});

  const elsewhere: ShellSafeStorage = {
    ...own,
    decryptStringAsync: async () => Promise.reject(new Error('Error while decrypting the ciphertext')),
  };
  const second = await programOn(folder, elsewhere);
  await expect(second['keys.unlockWithSystem']({})).rejects.toMatchObject({ code: 'system-key-lost' });
  expect(await second['workspace.unlock']({ passphrase })).toMatchObject({ state: 'open' });
  await second['workspace.lock']({});

  // What the system sealed lies in the file; what it sealed does not.
  const files = await Promise.all(
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
  const [sealed] = own.sealed;
  const { result } = await own.decryptStringAsync(sealed!);
  const secret = Buffer.from(result, 'base64');
  expect(secret.length).toBeGreaterThanOrEqual(32);
  for (const form of [secret, Buffer.from(result), Buffer.from(secret.toString('hex'))]) {
    expect(files.some((bytes) => bytes.includes(form))).toBe(false);
  }
});

it.each([
  ['is only hidden', 'basic_text', true],
  ['is not there', 'gnome_libsecret', false],
])("refuses the computer's key where it %s, and the passphrase goes on working", async (_where, backend, available) => {
  const program = await programOn(
    await temporaryFolder(),
    safeStorageStandIn(backend, () => available),
  );
  await program['workspace.create']({ passphrase, ...profile });
  await expect(program['keys.setSystemKey']({ on: true, passphrase })).rejects.toMatchObject({
    code: 'system-key-unavailable',
  });
  expect(await program['keys.status']({})).toMatchObject({ passphrase: true, mayRemovePassphrase: false });
  await program['workspace.lock']({});
});
