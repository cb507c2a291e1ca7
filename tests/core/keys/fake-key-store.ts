import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import type { KeyStore } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

/** A system's key store as Electron's behaves: real encryption under a key of the account, which can go. */
export interface FakeKeyStore extends KeyStore {
  setState(state: 'protected' | 'obfuscated' | 'unavailable'): void;
  /** The account has another key from now on. */
  lose(): void;
  askToWrapAgain(asked: boolean): void;
  wraps(): number;
}

export function fakeKeyStore(): FakeKeyStore {
  let key = randomBytes(32);
  let state: 'protected' | 'obfuscated' | 'unavailable' = 'protected';
  let again = false;
  let count = 0;
  return {
    state: async () => state,
    wrap: async (secret) => {
      if (state !== 'protected') throw new AppError('system-key-unavailable', state);
      count += 1;
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: async (wrapped) => {
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12));
      decipher.setAuthTag(wrapped.subarray(-16));
      const secret = decipher.update(wrapped.subarray(12, -16));
      try {
        decipher.final();
      } catch {
        throw new AppError('system-key-lost', 'another account');
      }
      return { secret, shouldWrapAgain: again };
    },
    setState: (next) => (state = next),
    lose: () => (key = randomBytes(32)),
    askToWrapAgain: (asked) => (again = asked),
    wraps: () => count,
  };
}
