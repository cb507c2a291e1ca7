import { setTimeout as pause } from 'node:timers/promises';

import type { KeyStore } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

import type { ShellSafeStorage } from './electron-apis.ts';

/** What Linux keeps secrets with. Everything else there is a password that stands in Electron's source. */
const keepers: ReadonlySet<string> = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

/** The first letters of what Linux encrypts with that password. */
const obfuscatedMark = 'v10';

/** How long to wait, in milliseconds, before asking again a key store that is only just waking up. */
const pauses: readonly number[] = [250, 1_000, 3_000];

/**
 * The operating system's key by Electron's safeStorage, for use after the app is ready. What only looks encrypted is
 * refused. A store that does not answer now is asked again; no new key is ever made in its place.
 */
export function createSystemKey(
  safeStorage: ShellSafeStorage,
  platform: string,
  wait: (ms: number) => Promise<unknown> = (ms) => pause(ms),
): KeyStore {
  const state = async (): ReturnType<KeyStore['state']> => {
    const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null;
    if (backend === 'basic_text') return 'obfuscated';
    if (backend !== null && !keepers.has(backend)) return 'unavailable';
    const available = await safeStorage.isAsyncEncryptionAvailable().catch(() => false);
    return available ? 'protected' : 'unavailable';
  };
  const refuseUnprotected = async (): Promise<void> => {
    const found = await state();
    if (found !== 'protected') throw new AppError('system-key-unavailable', `the system's key is ${found}`);
  };
  return {
    state,
    wrap: async (secret) => {
      await refuseUnprotected();
      const wrapped = await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64')).catch(() => {
        throw new AppError('system-key-unavailable', "the system's key does not encrypt");
      });
      if (platform === 'linux' && isObfuscated(wrapped)) {
        throw new AppError('system-key-unavailable', 'the system would only hide the secret');
      }
      return new Uint8Array(wrapped);
    },
    unwrap: async (wrapped) => {
      await refuseUnprotected();
      const { result, shouldReEncrypt } = await patiently(safeStorage, Buffer.from(wrapped), wait);
      return { secret: new Uint8Array(Buffer.from(result, 'base64')), shouldWrapAgain: shouldReEncrypt };
    },
  };
}

function isObfuscated(wrapped: Uint8Array): boolean {
  return Buffer.from(wrapped.subarray(0, obfuscatedMark.length)).toString('latin1') === obfuscatedMark;
}

async function patiently(safeStorage: ShellSafeStorage, wrapped: Buffer, wait: (ms: number) => Promise<unknown>) {
  for (const ms of [...pauses, null]) {
    try {
      return await safeStorage.decryptStringAsync(wrapped);
    } catch (error) {
      if (!isTemporary(error)) throw new AppError('system-key-lost', "the system's key does not open this");
      if (ms !== null) await wait(ms);
    }
  }
  throw new AppError('system-key-unavailable', "the system's key does not answer");
}

/** Electron says so in words only: `safeStorage.decryptStringAsync is temporarily unavailable. Please try again.` */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
