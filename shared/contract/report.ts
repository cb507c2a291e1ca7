import { z } from 'zod';

import { committeeWords, type CommitteeWords } from '../domain/report/committee-words.ts';
import type { Figures } from '../domain/report/figures.ts';
import type { Workbook } from '../domain/report/workbook.ts';
import { fileRef, ofType, type OperationSpec, stepProgress } from './operation.ts';

/** The reports of a whole round. */
export const reportKinds = ['administrative', 'political', 'casework'] as const;
export type ReportKind = (typeof reportKinds)[number];
/** What can be written: a report of a round, or the page of one case, which says which case. */
export const paperKind = z.enum([...reportKinds, 'case']);
export type PaperKind = z.output<typeof paperKind>;

export { committeeWords, type CommitteeWords };

/** `caseId`: for kind `case` only; without it, or with one that is not in the round, `case-not-in-round`. */
const ofRound = z.object({ roundId: z.string(), kind: paperKind, caseId: z.string().optional() });

export const reportOperations = {
  /** The same workbook as data that `report.write` turns into a file, for the preview on the page. */
  'report.preview': {
    kind: 'query',
    input: ofRound,
    output: ofType<{ readonly workbook: Workbook; readonly figures: Figures }>(),
  },
  'report.words': {
    kind: 'query',
    input: z.object({ roundId: z.string() }),
    output: ofType<{ readonly words: CommitteeWords; readonly proposal: CommitteeWords }>(),
  },
  'report.setWords': {
    kind: 'command',
    input: z.object({ roundId: z.string(), words: committeeWords.nullable() }),
    output: ofType<{ readonly words: CommitteeWords }>(),
  },
  'report.write': {
    kind: 'command',
    input: ofRound.extend({ target: fileRef }),
    output: ofType<{ readonly name: string; readonly sheets: readonly string[]; readonly figures: Figures }>(),
    progress: stepProgress,
  },
} as const satisfies Record<string, OperationSpec>;
