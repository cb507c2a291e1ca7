import { createCipheriv, createDecipheriv } from 'node:crypto';

import type { KeySlot } from './envelope-header.ts';

/** The part of a slot that every kind has: the file key under AES-256-GCM. */
type WrappedKey = Pick<KeySlot, 'nonce' | 'wrapped' | 'tag'>;

/** Wraps the file key under a key that is used once and overwritten here. The context is bound to it. */
export function wrapKey(
  fileKey: Uint8Array,
  {
    wrappingKey,
    nonce,
    context,
  }: { readonly wrappingKey: Buffer; readonly nonce: Uint8Array; readonly context: Buffer },
): WrappedKey {
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: 16 });
  cipher.setAAD(context);
  const wrapped = Buffer.concat([cipher.update(fileKey), cipher.final()]);
  wrappingKey.fill(0);
  return {
    nonce: Buffer.from(nonce).toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The file key, or null where this is not the key or the context it was wrapped with. Overwrites the wrapping key. */
export function unwrapKey({ nonce, wrapped, tag }: WrappedKey, wrappingKey: Buffer, context: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(nonce, 'base64'), { authTagLength: 16 });
  decipher.setAAD(context);
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  const fileKey = decipher.update(Buffer.from(wrapped, 'base64'));
  wrappingKey.fill(0);
  try {
    decipher.final();
    return fileKey;
  } catch {
    fileKey.fill(0);
    return null;
  }
}
