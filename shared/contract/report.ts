import { z } from 'zod';

import { committeeWords, type CommitteeWords } from '../domain/report/committee-words.ts';
import type { Figures } from '../domain/report/figures.ts';
import type { Workbook } from '../domain/report/workbook.ts';
import { fileRef, ofType, type OperationSpec, stepProgress } from './operation.ts';

export const reportKinds = ['administrative', 'political', 'casework'] as const;
export const reportKind = z.enum(reportKinds);
export type ReportKind = z.output<typeof reportKind>;

export { committeeWords, type CommitteeWords };

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
