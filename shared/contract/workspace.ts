import { z } from 'zod';

import type { Action } from '../domain/review/action.ts';
import { ofType, type OperationSpec } from './operation.ts';

export const minimumPassphrase = 10;

/** `synced`: a client copies the folder to a service (OneDrive, Dropbox). `share`: it lies on a server. */
export type WorkspacePlace = 'local' | 'synced' | 'share';

export interface WorkspaceStatus {
  readonly state: 'missing' | 'locked' | 'open';
  readonly municipality: string;
  readonly department: string;
  /** ISO date-time of the last save, or null before the first. */
  readonly savedAt: string | null;
  /** The reviewer's name as typed at creation; stands in the logs and the reports. */
  readonly reviewer: string;
  /** What opens it, also while it is locked; empty where that cannot be read. */
  readonly slots: readonly ('passphrase' | 'os' | 'recovery')[];
  /** The file is there and is not whole, as far as it was looked at. It is left as it is. */
  readonly damaged: boolean;
  /** Where its folder is, as far as can be told. Elsewhere than `local` other computers may write to it as well. */
  readonly place: WorkspacePlace;
}

/** What the start page answers: what needs me today. */
export interface Overview {
  readonly today: string;
  readonly openActions: readonly Action[];
  readonly imports: number;
  /** Rounds that are to be deleted within a month, or should have been; the most urgent first. */
  readonly retention: readonly {
    readonly roundId: string;
    readonly name: string;
    readonly retainUntil: string;
    readonly due: boolean;
  }[];
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly drawn: number;
    readonly closed: number;
    /** Begun and not closed. */
    readonly started: number;
    readonly nextCaseId: string | null;
  } | null;
}

const empty = z.object({});

export const workspaceOperations = {
  'workspace.status': { kind: 'query', input: empty, output: ofType<WorkspaceStatus>() },
  'workspace.create': {
    kind: 'command',
    input: z.object({
      passphrase: z.string().max(1_000),
      municipality: z.string().trim().max(100),
      department: z.string().trim().max(100),
      reviewer: z.string().trim().max(100),
    }),
    output: ofType<WorkspaceStatus>(),
  },
  'workspace.unlock': {
    kind: 'command',
    input: z.object({ passphrase: z.string().max(1_000) }),
    output: ofType<WorkspaceStatus>(),
  },
  'workspace.lock': { kind: 'command', input: empty, output: ofType<WorkspaceStatus>() },
  'workspace.settings': {
    kind: 'command',
    input: z.object({
      municipality: z.string().trim().max(100),
      department: z.string().trim().max(100),
      reviewer: z.string().trim().max(100),
    }),
    output: ofType<WorkspaceStatus>(),
  },
  'workspace.overview': { kind: 'query', input: empty, output: ofType<Overview>() },
} as const satisfies Record<string, OperationSpec>;
