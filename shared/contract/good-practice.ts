import { z } from 'zod';

import type { GoodPractice } from '../domain/report/good-practice/catalogue.ts';
import { fileRef, ofType, type OperationSpec } from './operation.ts';

/** `text`: every word must be found in what the entry says; empty finds all. `areaId`: null for every area. */
const search = { text: z.string().max(200), areaId: z.string().nullable() };
const line = z.string().trim().max(2_000);

export const goodPracticeOperations = {
  /** The starred examples of all units, without names: newest first. `total`: before the search. */
  'goodPractice.list': {
    kind: 'query',
    input: z.object(search),
    output: ofType<{
      readonly entries: readonly GoodPractice[];
      readonly areas: readonly { readonly id: string; readonly name: string; readonly entries: number }[];
      readonly total: number;
    }>(),
  },
  /**
   * What the catalogue says of one example, in place of the reader's own line. `report-contains-person-data` where a
   * text names a child or a caseworker of the workspace, or holds what looks like a CPR number.
   */
  'goodPractice.save': {
    kind: 'command',
    input: z.object({
      roundId: z.string(),
      caseId: z.string(),
      itemId: z.string(),
      what: line,
      why: line,
      ask: line,
      /** Left out of the sheet; the star stays. */
      hidden: z.boolean(),
    }),
    output: ofType<null>(),
  },
  /** The same examples as a sheet, without case numbers and without those that are hidden. */
  'goodPractice.write': {
    kind: 'command',
    input: z.object({ ...search, target: fileRef }),
    output: ofType<{ readonly name: string; readonly entries: number }>(),
  },
} as const satisfies Record<string, OperationSpec>;
