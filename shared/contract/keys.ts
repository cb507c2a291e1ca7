import { z } from 'zod';

import { ofType, type OperationSpec } from './operation.ts';
import type { WorkspaceStatus } from './workspace.ts';

/** What opens the workspace that is open now. */
export interface KeyStatus {
  readonly passphrase: boolean;
  readonly recovery: { readonly madeAt: string } | null;
  /** `off`: it could be turned on. `obfuscated`: the system would only hide it. `unavailable`: there is none here. */
  readonly system: 'on' | 'off' | 'obfuscated' | 'unavailable';
  /** A recovery key is left to open with, and no policy forbids it. */
  readonly mayRemovePassphrase: boolean;
}

/** A recovery key in its printed form. It is shown this once and kept nowhere. */
export interface MadeRecoveryKey {
  readonly recoveryKey: string;
  readonly status: KeyStatus;
}

const secret = z.string().max(1_000);
/** The passphrase as it is now; the recovery key where the workspace has no passphrase. */
const proof = { passphrase: secret };

export const keyOperations = {
  'keys.status': { kind: 'query', input: z.object({}), output: ofType<KeyStatus>() },
  /** `current` as `proof`. Rejects with `wrong-passphrase`, `wrong-recovery-key`, `passphrase-too-short`. */
  'keys.changePassphrase': {
    kind: 'command',
    input: z.object({ current: secret, passphrase: secret }),
    output: ofType<KeyStatus>(),
  },
  /** Rejects with `last-key` without a recovery key, `forbidden-by-policy`, `wrong-passphrase`. */
  'keys.removePassphrase': { kind: 'command', input: z.object({ current: secret }), output: ofType<KeyStatus>() },
  /** Replaces an earlier one, which then opens nothing newer. */
  'keys.makeRecoveryKey': { kind: 'command', input: z.object(proof), output: ofType<MadeRecoveryKey>() },
  /** Rejects with `last-key` where there is no passphrase. */
  'keys.removeRecoveryKey': { kind: 'command', input: z.object(proof), output: ofType<KeyStatus>() },
  /** Rejects with `system-key-unavailable` where the system has none, or would only hide it. */
  'keys.setSystemKey': {
    kind: 'command',
    input: z.object({ on: z.boolean(), ...proof }),
    output: ofType<KeyStatus>(),
  },
  /**
   * Opens with the recovery key and gives the workspace this passphrase. Rejects with `wrong-recovery-key`, whose detail
   * says whether it is a typing error: `{ reason: 'length' | 'letter' | 'typing' | 'other-key' | 'none', group }`.
   */
  'keys.unlockWithRecoveryKey': {
    kind: 'command',
    input: z.object({ recoveryKey: z.string().max(200), passphrase: secret }),
    output: ofType<WorkspaceStatus>(),
  },
  /** Rejects with `system-key-unavailable`, `system-key-lost`; then the passphrase or the recovery key opens. */
  'keys.unlockWithSystem': { kind: 'command', input: z.object({}), output: ofType<WorkspaceStatus>() },
} as const satisfies Record<string, OperationSpec>;
