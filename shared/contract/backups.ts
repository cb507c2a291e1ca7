import { z } from 'zod';

import { ofType, type OperationSpec } from './operation.ts';
import type { WorkspaceStatus } from './workspace.ts';

/** Why a copy was made. `damaged`: a file that no longer opened when something was about to take its place. */
export const backupKinds = ['daily', 'before-migration', 'before-overwrite', 'before-restore', 'damaged'] as const;
export type BackupKind = (typeof backupKinds)[number];

export interface BackupSummary {
  readonly id: string;
  /** When what it holds was saved; of a file whose header cannot be read, the day it was kept. */
  readonly at: string;
  readonly kind: BackupKind;
  readonly bytes: number;
  /** As far as shows without its key: header and length are sound, and this program knows its format. */
  readonly readable: boolean;
}

/**
 * What is counted, in the order of the rows. `changes` counts every change ever made: it differs also where an answer
 * was changed and no count did. `populations` are those the workspace names and whose cases are still there.
 */
export const comparedKinds = [
  'changes',
  'imports',
  'populations',
  'rounds',
  'cases',
  'reviews-not-started',
  'reviews-draft',
  'reviews-done',
  'reviews-locked',
  'reviews-reopened',
  'answers',
  'actions-open',
  'actions-done',
  'templates',
  'population-gone',
] as const;
export type ComparedKind = (typeof comparedKinds)[number];

export interface ComparedRow {
  readonly what: ComparedKind;
  /**
   * Empty: the whole workspace. Otherwise the round's name, in a row that differs; with `population-gone` the name of
   * an import's file whose cases the copy needs and that are no longer there: restoring does not bring them back.
   */
  readonly name: string;
  readonly now: number;
  readonly then: number;
}

/** The workspace, open, as it was then. */
export interface RestoredStatus extends WorkspaceStatus {
  /** Names of the imports' files whose cases are named and no longer there. */
  readonly gone: readonly string[];
}

const id = z.string().min(1).max(200);

export const backupOperations = {
  /** Newest first. From the files' clear headers, so also while the workspace is locked, damaged or missing. */
  'backups.list': { kind: 'query', input: z.object({}), output: ofType<readonly BackupSummary[]>() },
  /** Rejects with `workspace-locked`, `backup-not-found`, `backup-other-passphrase`, `file-damaged`, `file-from-future`. */
  'backups.compare': {
    kind: 'query',
    input: z.object({ id }),
    output: ofType<{ readonly rows: readonly ComparedRow[] }>(),
  },
  /**
   * Keeps the present state as a copy, then puts the other in its place and opens it. Afterwards the workspace opens
   * with `passphrase`. Rejects with `backup-not-found`, `wrong-passphrase`, `backup-other-passphrase` (right today, but
   * not then), `file-damaged`, `file-from-future`, `workspace-changed-elsewhere`, `disk-full`, `write-failed`,
   * `read-failed`; nothing is changed then.
   */
  'backups.restore': {
    kind: 'command',
    input: z.object({ id, passphrase: z.string().max(1_000) }),
    output: ofType<RestoredStatus>(),
  },
} as const satisfies Record<string, OperationSpec>;
