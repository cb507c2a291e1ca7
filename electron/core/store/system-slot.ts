import type { KeyStore, Random } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

import type { KeySlot, OsSlot } from './envelope-header.ts';
import { publicKeyOf, unwrapWithPair, wrapForPair } from './key-pair-slots.ts';

function unavailable(reason: string): AppError {
  return new AppError('system-key-unavailable', `The system's key cannot be used: ${reason}`, { reason });
}

/** Throws `system-key-unavailable` for a host without a store, a store that only hides, and one that is not there. */
async function protectedStore(keyStore: KeyStore | null): Promise<KeyStore> {
  const state = keyStore === null ? 'unavailable' : await keyStore.state();
  if (keyStore === null || state !== 'protected') throw unavailable(state);
  return keyStore;
}

/** A slot whose private key only the operating system can give back. Rejects with `system-key-unavailable`. */
export async function makeSystemSlot(
  fileKey: Uint8Array,
  fileId: string,
  { keyStore, random }: { readonly keyStore: KeyStore | null; readonly random: Random },
): Promise<OsSlot> {
  const store = await protectedStore(keyStore);
  const privateKey = Buffer.from(random.bytes(32));
  try {
    const stored = Buffer.from(await store.wrap(privateKey)).toString('base64');
    return {
      kind: 'os',
      stored,
      ...wrapForPair(fileKey, publicKeyOf(privateKey), { fileId, kind: 'os', random }),
    };
  } finally {
    privateKey.fill(0);
  }
}

/** The file key; and the slot with its private key wrapped anew where the system asked for that, else null. */
export interface SystemUnwrapped {
  readonly fileKey: Buffer;
  readonly renewed: OsSlot | null;
}

/** Rejects with `system-key-unavailable`, or with `system-key-lost`: then the passphrase or the recovery key opens. */
export async function unwrapWithSystem(
  slots: readonly KeySlot[],
  fileId: string,
  keyStore: KeyStore | null,
): Promise<SystemUnwrapped> {
  const slot = slots.find((slot) => slot.kind === 'os');
  if (slot === undefined) throw unavailable('no-slot');
  const store = await protectedStore(keyStore);
  const { secret, shouldWrapAgain } = await store.unwrap(Buffer.from(slot.stored, 'base64'));
  try {
    const fileKey = secret.length === 32 ? unwrapWithPair(slot, secret, fileId) : null;
    if (fileKey === null) {
      throw new AppError('system-key-lost', 'What the system gave back does not open the workspace');
    }
    // Wrapping again is a service to the next time; this time has what it needs.
    const again = shouldWrapAgain ? await store.wrap(secret).catch(() => null) : null;
    const renewed = again === null ? null : { ...slot, stored: Buffer.from(again).toString('base64') };
    return { fileKey, renewed };
  } finally {
    secret.fill(0);
  }
}
