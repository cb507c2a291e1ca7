import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import type { ChangeEntry } from './change-entry.ts';
import type { Profile, Tables } from './tables.ts';

/** Marks of cases and of what they held, in hexadecimal digits: keyed hashes that name no one. */
export type CaseMarks = ReadonlyMap<string, string>;

/** The cases of one import, written once in their own encrypted file. */
export interface StoredPopulation {
  readonly importId: string;
  readonly cases: readonly CaseRecord[];
}

/** The same as lines of JSON, one for each case. Writing it takes the pieces: they hold ciphertext afterwards. */
export interface SerialisedPopulation {
  readonly importId: string;
  readonly lines: readonly Uint8Array[];
  /** Hears how much is done, often; once its signal is aborted the write rejects with the reason and leaves nothing. */
  readonly call?: { readonly signal: AbortSignal; report(done: number, total: number): void };
}

export interface StoreStatus {
  readonly state: 'missing' | 'locked' | 'open';
  readonly savedAt: string | null;
}

/**
 * What opens the workspace, and changing it. `proof` is the passphrase, or the recovery key where there is no passphrase;
 * a wrong one rejects with `wrong-passphrase` or `wrong-recovery-key`. What cannot be saved changes nothing; where that is
 * not certain, it rejects with `keys-uncertain`. What is removed opens no newer file, also not from an older copy of it.
 */
export interface StoreKeys {
  /** Throws `workspace-locked`. */
  state(): Promise<{
    readonly passphrase: boolean;
    readonly recovery: { readonly madeAt: string } | null;
    readonly system: 'on' | 'off' | 'obfuscated' | 'unavailable';
  }>;
  /** Also the first one of a workspace without. Rejects with `passphrase-too-short`. */
  changePassphrase(proof: string, passphrase: string): Promise<void>;
  /** Rejects with `last-key` without a recovery key. */
  removePassphrase(proof: string): Promise<void>;
  /** The key in its printed form, which is kept nowhere; replaces an earlier one. */
  makeRecoveryKey(proof: string): Promise<string>;
  /** Rejects with `last-key` without a passphrase. */
  removeRecoveryKey(proof: string): Promise<void>;
  /** Rejects with `system-key-unavailable`. */
  setSystemKey(on: boolean, proof: string): Promise<void>;
  /** Opens the workspace and gives it this passphrase, or leaves it locked. Rejects with `wrong-recovery-key`. */
  unlockWithRecoveryKey(typed: string, passphrase: string): Promise<void>;
  /** Rejects with `system-key-unavailable` or `system-key-lost`. */
  unlockWithSystem(): Promise<void>;
}

export interface Store {
  status(): StoreStatus;
  /** What opens the file, and whether it was found to be damaged; also while it is locked. */
  opening(): Promise<Pick<WorkspaceStatus, 'slots' | 'damaged' | 'place'>>;
  readonly keys: StoreKeys;
  /** Rejects with `workspace-exists` or `passphrase-too-short`; on success the store is open. */
  create(passphrase: string, profile: Profile): Promise<void>;
  /** Rejects with `workspace-missing`, `wrong-passphrase`, `file-damaged`, `file-from-future`, `crypto-unsound`. */
  unlock(passphrase: string): Promise<void>;
  /** Forgets the key and everything decrypted, after what is being saved is on disk. */
  lock(): Promise<void>;
  /** Throws `workspace-locked` when it is not open. */
  read<T>(work: (tables: Tables) => T): T;
  /**
   * One change: one transaction, both logs, one save. Resolves when it is safely on disk. When saving fails the
   * change is rolled back in memory as well, so that what the page shows is what the disk holds.
   */
  change<T>(entry: ChangeEntry, work: (tables: Tables) => T): Promise<T>;
  writePopulation(population: StoredPopulation | SerialisedPopulation): Promise<void>;
  /** Rejects with `population-deleted` when the file is gone. */
  readPopulation(importId: string): Promise<StoredPopulation>;
  /** Deletes the cases of an import; their marks stay. */
  removePopulation(importId: string): Promise<void>;
  /** What is left of an import whose cases were deleted; null where nothing is. */
  readMarks(importId: string): Promise<CaseMarks | null>;
}
