import { z } from 'zod';

import { isLocalDate } from '../domain/calendar/local-date.ts';
import type { DeletionReceipt } from '../domain/deletion/receipt.ts';
import { fileRef, ofType, type OperationSpec } from './operation.ts';

/** How long a round is kept. Dates are calendar days in Denmark. */
export interface RoundRetention {
  readonly roundId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly retainUntil: string;
  /** The day has come. */
  readonly due: boolean;
  /** Until the day; below 0 once it has passed. */
  readonly daysLeft: number;
  /** Cases whose review is not closed. */
  readonly open: number;
}

/** What stays when a round is deleted, as codes for the page's words. */
export const keptThings = [
  'audit-log',
  'saved-reports',
  'templates',
  'mappings',
  'reviewed-marks',
  'population-in-use',
  'named-in-other-rounds',
  'other-backups',
] as const;
export type KeptThing = (typeof keptThings)[number];

export interface DeletionPreview {
  readonly cases: number;
  readonly reviews: number;
  readonly answers: number;
  readonly actions: number;
  /** The names of the files that the populations came from; empty where another round needs them. */
  readonly populations: readonly string[];
  readonly backups: number;
  readonly keeps: readonly KeptThing[];
}

/** The cases of an import that still lie on the computer. */
export interface KeptPopulation {
  readonly importId: string;
  readonly fileName: string;
  readonly importedAt: string;
  readonly cases: number;
  readonly rounds: readonly { readonly roundId: string; readonly name: string; readonly open: number }[];
  /**
   * `rounds-closed`: nothing needs them any more. `newest`: the latest import, a round may still be drawn on it.
   * `newer-than-copy`: imported after the copy that was restored, so only the copy that was kept then knows them; name and
   * day are '' and the count is 0. They go when no copy names them any more.
   */
  readonly why: 'open-round' | 'rounds-closed' | 'no-round' | 'newest' | 'newer-than-copy';
}

export type { DeletionReceipt };

const ofRound = z.object({ roundId: z.string() });
const localDate = z.string().refine(isLocalDate);

export const deletionOperations = {
  'deletion.status': { kind: 'query', input: z.object({}), output: ofType<readonly RoundRetention[]>() },
  /** Rejects with `round-not-found`, or `forbidden-by-policy` for a day later than the policy allows. */
  'deletion.setRetention': {
    kind: 'command',
    input: ofRound.extend({ retainUntil: localDate }),
    output: ofType<readonly RoundRetention[]>(),
  },
  'deletion.preview': { kind: 'query', input: ofRound, output: ofType<DeletionPreview>() },
  /**
   * Removes everything of the round. `name`: the round's name, typed again; another one is `round-name-differs`. Rejects
   * with `deletion-unfinished` when the round is gone and a file of it is not.
   */
  'deletion.run': {
    kind: 'command',
    input: ofRound.extend({ name: z.string().max(200) }),
    output: ofType<DeletionReceipt>(),
  },
  /** Goes on with the deletions that were cut off; the same list as `deletion.receipts`. */
  'deletion.finish': { kind: 'command', input: z.object({}), output: ofType<readonly DeletionReceipt[]>() },
  /** Newest first. */
  'deletion.receipts': { kind: 'query', input: z.object({}), output: ofType<readonly DeletionReceipt[]>() },
  'deletion.saveReceipt': {
    kind: 'command',
    input: z.object({ id: z.string(), target: fileRef }),
    output: ofType<{ readonly name: string }>(),
  },
  'deletion.populations': { kind: 'query', input: z.object({}), output: ofType<readonly KeptPopulation[]>() },
  /** Removes the cases of an import whose rounds are closed; `population-needed` while a round is open. */
  'deletion.removePopulation': {
    kind: 'command',
    input: z.object({ importId: z.string() }),
    output: ofType<readonly KeptPopulation[]>(),
  },
} as const satisfies Record<string, OperationSpec>;
