import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';

import type { Random } from '#core/ports.ts';

import type { OsSlot, RecoverySlot } from './envelope-header.ts';
import { slotContext } from './key-slots.ts';
import { unwrapKey, wrapKey } from './wrapped-key.ts';

type PairSlot = OsSlot | RecoverySlot;
/** The part of a slot that holds the file key, wrapped for a public key. */
export type WrappedForPair = Pick<PairSlot, 'publicKey' | 'ephemeral' | 'nonce' | 'wrapped' | 'tag'>;

/** RFC 8410: what stands before the 32 bytes of an X25519 key in DER. */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');

function privateKeyFrom(bytes: Uint8Array): KeyObject {
  const key = Buffer.concat([privatePrefix, bytes]);
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } finally {
    key.fill(0);
  }
}

function publicKeyFrom(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: 'der', type: 'spki' });
}

/** The public key of any 32 bytes taken as a private X25519 key. */
export function publicKeyOf(privateKey: Uint8Array): Buffer {
  const spki = createPublicKey(privateKeyFrom(privateKey)).export({ format: 'der', type: 'spki' });
  return spki.subarray(publicPrefix.length);
}

/** X25519 (RFC 7748). Throws for a public key of small order. */
export function agreedSecret(privateKey: Uint8Array, publicKey: Uint8Array): Buffer {
  return diffieHellman({ privateKey: privateKeyFrom(privateKey), publicKey: publicKeyFrom(publicKey) });
}

interface Agreed {
  readonly secret: Buffer;
  readonly ephemeral: Uint8Array;
  readonly publicKey: Uint8Array;
}

function wrappingKeyOf({ secret, ephemeral, publicKey }: Agreed, context: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.concat([ephemeral, publicKey]), context, 32));
  secret.fill(0);
  return key;
}

/** Wraps the file key for whoever holds the private key of `publicKey`; every time with another pair of its own. */
export function wrapForPair(
  fileKey: Uint8Array,
  publicKey: Uint8Array,
  { fileId, kind, random }: { readonly fileId: string; readonly kind: PairSlot['kind']; readonly random: Random },
): WrappedForPair {
  const own = Buffer.from(random.bytes(32));
  const ephemeral = publicKeyOf(own);
  const context = slotContext(fileId, kind);
  const wrappingKey = wrappingKeyOf({ secret: agreedSecret(own, publicKey), ephemeral, publicKey }, context);
  own.fill(0);
  return {
    publicKey: Buffer.from(publicKey).toString('base64'),
    ephemeral: ephemeral.toString('base64'),
    ...wrapKey(fileKey, { wrappingKey, nonce: random.bytes(12), context }),
  };
}

export function publicKeyOfSlot(slot: PairSlot): Buffer {
  return Buffer.from(slot.publicKey, 'base64');
}

/** The file key, or null where this private key does not open the slot. */
export function unwrapWithPair(slot: PairSlot, privateKey: Uint8Array, fileId: string): Buffer | null {
  const publicKey = publicKeyOfSlot(slot);
  if (!publicKeyOf(privateKey).equals(publicKey)) return null;
  const ephemeral = Buffer.from(slot.ephemeral, 'base64');
  const context = slotContext(fileId, slot.kind);
  const secret = agreed(privateKey, ephemeral);
  if (secret === null) return null;
  return unwrapKey(slot, wrappingKeyOf({ secret, ephemeral, publicKey }, context), context);
}

function agreed(privateKey: Uint8Array, publicKey: Uint8Array): Buffer | null {
  try {
    return agreedSecret(privateKey, publicKey);
  } catch {
    return null;
  }
}
