import { z } from 'zod';

import { committeeWords, type CommitteeWords } from '../domain/report/committee-words.ts';
import type { Figures } from '../domain/report/figures.ts';
import type { PersonDataHit } from '../domain/report/person-data.ts';
import { suppressionThreshold } from '../domain/report/suppression.ts';
import type { Workbook } from '../domain/report/workbook.ts';
import { fileRef, ofType, type OperationSpec, stepProgress } from './operation.ts';

/**
 * The reports of a whole round, in the order of the page: for a leader about the own team, for the administrative
 * leadership, for the political committee about the round and about the year so far, and for the talks.
 */
export const reportKinds = ['leader', 'administrative', 'political', 'year', 'casework'] as const;
export type ReportKind = (typeof reportKinds)[number];
/** What can be written: a report of a round, or the page of one case, which says which case. */
export const paperKind = z.enum([...reportKinds, 'case']);
export type PaperKind = z.output<typeof paperKind>;

/** Every report is an Excel workbook; the committee's are also a tagged PDF and a text for the agenda item. */
export const reportFormats = ['xlsx', 'pdf', 'docx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export { committeeWords, type CommitteeWords };

/**
 * `with`: further rounds that the report is about together with it; the page of one case is of its own round alone.
 * `compile-different-templates` where the checklists are not editions of one; `report-not-of-part` for a round that was
 * received, except for kinds `leader`, `casework` and `case` of it alone.
 */
const ofSet = { roundId: z.string(), with: z.array(z.string()).max(400).readonly().optional() };

/**
 * `caseId`: for kind `case` only; without it, or with one that is not in the round, `case-not-in-round`. `team`: for
 * kind `leader` only; without it, all teams; with one that the round has no cases of, `team-not-in-round`. `format`: xlsx where nothing is said; another for the committee's kinds only, otherwise
 * `invalid-input`.
 */
const ofRound = z.object({
  ...ofSet,
  kind: paperKind,
  caseId: z.string().optional(),
  team: z.string().optional(),
  format: z.enum(reportFormats).optional(),
});

const reportSettings = z.object({ threshold: suppressionThreshold });
export type ReportSettings = z.output<typeof reportSettings>;

export const reportOperations = {
  /** The same workbook as data that `report.write` turns into a file, for the preview on the page. */
  'report.preview': {
    kind: 'query',
    /** `rows`: no sheet is given with more rows; without it, all of them. */
    input: ofRound.extend({ rows: z.int().positive().optional() }),
    /**
     * `hits`: what stops a committee's report from being written; none for other kinds. `rowCounts`: how many rows each
     * sheet has on paper.
     */
    output: ofType<{
      readonly workbook: Workbook;
      readonly figures: Figures;
      readonly hits: readonly PersonDataHit[];
      readonly rowCounts?: readonly number[];
    }>(),
  },
  /** The teams that the round, or the set, has cases of, in the order of the alphabet. */
  'report.teams': { kind: 'query', input: z.object(ofSet), output: ofType<readonly string[]>() },
  'report.settings': { kind: 'query', input: z.object({}), output: ofType<ReportSettings>() },
  'report.setSettings': { kind: 'command', input: reportSettings, output: ofType<ReportSettings>() },
  'report.words': {
    kind: 'query',
    input: z.object(ofSet),
    output: ofType<{ readonly words: CommitteeWords; readonly proposal: CommitteeWords }>(),
  },
  'report.setWords': {
    kind: 'command',
    /** Words over several rounds are kept apart from those of each. Null: the proposal again. */
    input: z.object({ ...ofSet, words: committeeWords.nullable() }),
    output: ofType<{ readonly words: CommitteeWords }>(),
  },
  'report.write': {
    kind: 'command',
    input: ofRound.extend({ target: fileRef }),
    output: ofType<{ readonly name: string; readonly sheets: readonly string[]; readonly figures: Figures }>(),
    progress: stepProgress,
  },
} as const satisfies Record<string, OperationSpec>;
