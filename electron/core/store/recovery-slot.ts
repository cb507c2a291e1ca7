import { hkdfSync } from 'node:crypto';

import type { Random } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readRecoveryKey, writeRecoveryKey } from '#shared/domain/keys/recovery-key.ts';

import type { KeySlot, RecoverySlot } from './envelope-header.ts';
import { publicKeyOf, unwrapWithPair, wrapForPair } from './key-pair-slots.ts';

function privateKeyOf(printed: Uint8Array, fileId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', printed, fileId, 'LTDB-recovery', 32));
}

/** A new recovery key in its printed form, and the slot that it opens. */
export function makeRecoverySlot(
  fileKey: Uint8Array,
  fileId: string,
  { random, madeAt }: { readonly random: Random; readonly madeAt: string },
): { readonly recoveryKey: string; readonly slot: RecoverySlot } {
  const printed = Buffer.from(random.bytes(16));
  const privateKey = privateKeyOf(printed, fileId);
  const wrapped = wrapForPair(fileKey, publicKeyOf(privateKey), { fileId, kind: 'recovery', random });
  privateKey.fill(0);
  const recoveryKey = writeRecoveryKey(printed);
  printed.fill(0);
  return { recoveryKey, slot: { kind: 'recovery', madeAt, ...wrapped } };
}

/**
 * The file key, by a recovery key as it was typed. Throws `wrong-recovery-key`; a typing error is found by the check
 * digits before anything is tried.
 */
export function unwrapWithRecoveryKey(slots: readonly KeySlot[], typed: string, fileId: string): Buffer {
  const printed = readRecoveryKey(typed);
  if (!(printed instanceof Uint8Array)) {
    throw new AppError('wrong-recovery-key', 'The recovery key is mistyped', { ...printed });
  }
  const slot = slots.find((slot) => slot.kind === 'recovery');
  if (slot === undefined) {
    throw new AppError('wrong-recovery-key', 'The workspace has no recovery key', { reason: 'none', group: 0 });
  }
  const privateKey = privateKeyOf(printed, fileId);
  printed.fill(0);
  const fileKey = unwrapWithPair(slot, privateKey, fileId);
  privateKey.fill(0);
  if (fileKey === null) {
    throw new AppError('wrong-recovery-key', 'The recovery key is that of another workspace, or an earlier one', {
      reason: 'other-key',
      group: 0,
    });
  }
  return fileKey;
}
