import { z } from 'zod';

import type { ReviewState } from '../domain/review/answer.ts';
import { ofType, type OperationSpec } from './operation.ts';

/** A case picked for a second reading, with how far both readings are; never what they say. */
export interface SecondReadingLine {
  readonly caseId: string;
  /** Empty before the reading is begun. */
  readonly firstReader: string;
  readonly firstState: ReviewState;
  readonly secondReader: string;
  readonly secondState: ReviewState;
  /** Of the second reading: by a person, of the items that are asked in this case. */
  readonly answered: number;
  readonly items: number;
  /** Whole minutes of the second reading, pauses left out. */
  readonly minutes: number;
}

/** The second readings of a round. Lines: in the order of the draw, without replaced cases. */
export interface SecondReadings {
  /** How many cases of the round could be read twice. */
  readonly cases: number;
  readonly lines: readonly SecondReadingLine[];
}

export const secondReadingOperations = {
  'review.secondReadings': {
    kind: 'query',
    input: z.object({ roundId: z.string() }),
    output: ofType<SecondReadings>(),
  },
} as const satisfies Record<string, OperationSpec>;
