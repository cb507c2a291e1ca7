import { z } from 'zod';

/** Bytes written as base64, of exactly this many bytes. */
function bytesAsText(length: number) {
  return z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `not ${length} bytes`);
}

const wrappedKey = { nonce: bytesAsText(12), wrapped: bytesAsText(32), tag: bytesAsText(16) };

/** Bounds keep a forged header from asking for more memory than a machine has. */
const scryptParameters = z.object({
  name: z.literal('scrypt'),
  N: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n)), 'not a power of two'),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: bytesAsText(16),
});

/** Wrapped for the holder of a private X25519 key, so that a new file key can be wrapped without that holder. */
const wrappedForPair = { ...wrappedKey, publicKey: bytesAsText(32), ephemeral: bytesAsText(32) };

/** The file key, wrapped for one way of opening the file. There is at most one slot of each kind. */
export const keySlot = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), kdf: scryptParameters, ...wrappedKey }),
  /** `stored` is the private key as the operating system wrapped it. */
  z.object({ kind: z.literal('os'), stored: z.base64().max(16_384), ...wrappedForPair }),
  /** The private key comes from what is printed. */
  z.object({ kind: z.literal('recovery'), madeAt: z.string(), ...wrappedForPair }),
]);
export type KeySlot = z.output<typeof keySlot>;
export type PassphraseSlot = Extract<KeySlot, { kind: 'passphrase' }>;
export type OsSlot = Extract<KeySlot, { kind: 'os' }>;
export type RecoverySlot = Extract<KeySlot, { kind: 'recovery' }>;

/** What a sealed file says in the clear. Holds nothing about cases, people or the municipality. */
export const envelopeHeader = z.object({
  fileId: z.string().min(1),
  purpose: z.enum(['workspace', 'population', 'marks', 'package']),
  /** Counts the saves of this file from 1. */
  generation: z.int().positive(),
  /** Random per save: two programs that reach the same generation can still be told apart. */
  saveId: z.string().min(1),
  created: z.string(),
  modified: z.string(),
  programVersion: z.string(),
  /** Of the content: SQLite's `user_version` for a workspace, the line format for a population. */
  schemaVersion: z.int().nonnegative(),
  plaintextLength: z.int().nonnegative(),
  keySlots: z.array(keySlot),
  /** Of a package that is sealed with the key of an exchange: random, it says which key. */
  exchangeId: z.string().min(1).max(100).exactOptional(),
});
export type EnvelopeHeader = z.output<typeof envelopeHeader>;
