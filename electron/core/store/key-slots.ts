import { hkdfSync, scrypt } from 'node:crypto';

import type { KeyCost, Random } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';
import { minimumPassphrase } from '#shared/contract/workspace.ts';

import type { KeySlot, PassphraseSlot } from './envelope-header.ts';
import { unwrapKey, wrapKey } from './wrapped-key.ts';

/** A passphrase of a new workspace. Throws `passphrase-too-short`; length counts characters after NFKC. */
export function checkPassphrase(passphrase: string): void {
  if (Array.from(passphrase.normalize('NFKC')).length < minimumPassphrase) {
    throw new AppError('passphrase-too-short', `A passphrase has at least ${minimumPassphrase} characters`, {
      minimum: minimumPassphrase,
    });
  }
}

async function deriveKey(passphrase: string, salt: Uint8Array, { N, r, p }: KeyCost): Promise<Buffer> {
  const secret = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const maxmem = 128 * r * (N + p + 2) + 1024 * 1024;
      scrypt(secret, salt, 32, { N, r, p, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
    });
  } finally {
    secret.fill(0);
  }
}

/** Binds a slot to its file and kind: a slot moved from another file does not open. */
export function slotContext(fileId: string, kind: KeySlot['kind']): Buffer {
  return Buffer.from(`LTDB-slot|${fileId}|${kind}`, 'utf8');
}

/** Wraps the file key under a passphrase with a fresh salt and nonce. */
export async function wrapWithPassphrase(
  fileKey: Uint8Array,
  passphrase: string,
  fileId: string,
  { keyCost, random }: { readonly keyCost: KeyCost; readonly random: Random },
): Promise<PassphraseSlot> {
  const salt = random.bytes(16);
  const nonce = random.bytes(12);
  const wrappingKey = await deriveKey(passphrase, salt, keyCost);
  const context = slotContext(fileId, 'passphrase');
  const { N, r, p } = keyCost;
  return {
    kind: 'passphrase',
    kdf: { name: 'scrypt', N, r, p, salt: Buffer.from(salt).toString('base64') },
    ...wrapKey(fileKey, { wrappingKey, nonce, context }),
  };
}

async function unwrapSlot(slot: PassphraseSlot, passphrase: string, fileId: string): Promise<Buffer | null> {
  const wrappingKey = await deriveKey(passphrase, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf);
  return unwrapKey(slot, wrappingKey, slotContext(fileId, 'passphrase'));
}

/** The file key, from the passphrase slot. Throws `wrong-passphrase`; with the reason `none` where there is no such slot. */
export async function unwrapWithPassphrase(
  slots: readonly KeySlot[],
  passphrase: string,
  fileId: string,
): Promise<Buffer> {
  for (const slot of slots) {
    const fileKey = slot.kind === 'passphrase' ? await unwrapSlot(slot, passphrase, fileId) : null;
    if (fileKey !== null) {
      return fileKey;
    }
  }
  if (!slots.some(({ kind }) => kind === 'passphrase')) {
    throw new AppError('wrong-passphrase', 'The workspace has no passphrase', { reason: 'none' });
  }
  throw new AppError('wrong-passphrase', 'No key slot opens with this passphrase');
}

/** The key of one import's cases as it was before each had one of its own: HKDF-SHA-256 of the workspace's file key. */
export function derivePopulationKey(fileKey: Uint8Array, fileId: string, importId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, fileId, `LTDB-population|${importId}`, 32));
}
