import { z } from 'zod';

import type { Figures } from '../domain/report/figures.ts';
import type { Workbook } from '../domain/report/workbook.ts';
import { fileRef, ofType, type OperationSpec, stepProgress } from './operation.ts';

export const reportKinds = ['administrative', 'political', 'casework'] as const;
export const reportKind = z.enum(reportKinds);
export type ReportKind = z.output<typeof reportKind>;

/** The words of the committee page; a person may change every line of the proposal. */
export const committeeWords = z.object({
  conclusion: z.string().max(600),
  works: z.array(z.string().max(300)).max(5),
  improve: z.array(z.string().max(300)).max(5),
  recommendation: z.string().max(600),
});
export type CommitteeWords = z.output<typeof committeeWords>;

const ofRound = z.object({ roundId: z.string(), kind: reportKind });

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
