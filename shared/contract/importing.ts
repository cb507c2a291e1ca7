import { z } from 'zod';

import {
  type ColumnGuess,
  columnMapping,
  type ColumnMapping,
  mappingFile,
  type MappingFile,
} from '../domain/importing/mapping.ts';
import type { ImportProblem, ProblemKind, RowCounts, RowRanges } from '../domain/importing/problem.ts';
import type { SamplingUnit } from '../domain/sampling/plan.ts';
import { fileRef, ofType, type OperationSpec, stepProgress } from './operation.ts';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** What a look at a file says before anything is stored. */
export interface Inspection {
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv';
  /** For text files: the encoding and separator that were recognised. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly columns: readonly ColumnGuess[];
  readonly mapping: ColumnMapping;
  /** Names the set of column names, whatever their order; a mapping is remembered under it. */
  readonly headersKey: string;
  /** The remembered mapping that was applied to `mapping` and `columns`. */
  readonly remembered: { readonly name: string; readonly savedAt: string } | null;
  /** The mapping's unit, or the one that the columns suggest. */
  readonly unit: SamplingUnit;
}

/** A mapping as the workspace remembers it. */
export interface RememberedMapping {
  readonly headersKey: string;
  readonly name: string;
  readonly savedAt: string;
  readonly mapping: MappingFile;
}

export interface ImportSummary {
  readonly importId: string;
  readonly fileName: string;
  readonly importedAt: string;
  readonly sha256: string;
  readonly frameFingerprint: string;
  readonly rows: RowCounts;
  readonly cases: number;
  readonly columns: readonly { readonly header: string; readonly field: string; readonly confidence: number }[];
  /** What one case of the population is; the default of a sampling plan on it. */
  readonly unit: SamplingUnit;
  /** The name of the remembered mapping that the import was read with. */
  readonly mappingName: string | null;
  /** All of them, also those that are counted but not listed. */
  readonly problemCount: number;
  /** Every kind of problem with its count, the most frequent first. */
  readonly problemKinds: readonly ProblemKind[];
  /** Which rows count as header and as blank. */
  readonly lines: { readonly header: RowRanges; readonly blank: RowRanges };
  /** True when the import is the bundled example: every page and report says so. */
  readonly example: boolean;
  readonly ms: number;
}

const importId = z.object({ importId: z.string() });
const mappingName = z.string().trim().min(1).max(100);

export const importingOperations = {
  'importing.inspect': {
    kind: 'query',
    input: z.object({ file: fileRef, sheet: z.string().nullish(), headerRow: z.int().positive().nullish() }),
    output: ofType<Inspection>(),
  },
  'importing.run': {
    kind: 'command',
    input: z.object({
      file: fileRef,
      /** None: the mapping that is remembered for these column names, or else the guess. */
      mapping: z.union([columnMapping, mappingFile]).nullish(),
      /** Keep the mapping under this name for the next file with these column names. */
      remember: z.object({ name: mappingName }).nullish(),
    }),
    output: ofType<ImportSummary>(),
    progress: stepProgress,
  },
  'importing.example': {
    kind: 'command',
    input: z.object({}),
    output: ofType<ImportSummary>(),
    progress: stepProgress,
  },
  'importing.list': { kind: 'query', input: z.object({}), output: ofType<readonly ImportSummary[]>() },
  'importing.problems': { kind: 'query', input: importId, output: ofType<readonly ImportProblem[]>() },
  /** The rejected rows, flagged cells, header and blank rows as an Excel file. */
  'importing.saveProblems': {
    kind: 'command',
    input: importId.extend({ target: fileRef }),
    output: ofType<{ readonly name: string }>(),
  },
  /** The remembered mappings, the newest first. */
  'importing.mappings': { kind: 'query', input: z.object({}), output: ofType<readonly RememberedMapping[]>() },
  'importing.forgetMapping': {
    kind: 'command',
    input: z.object({ headersKey: z.string() }),
    output: ofType<{ readonly forgotten: boolean }>(),
  },
  /** Writes a mapping as a file for a colleague, another PC or the command line. */
  'importing.saveMapping': {
    kind: 'command',
    input: z.object({ mapping: z.union([columnMapping, mappingFile]), name: mappingName, target: fileRef }),
    output: ofType<{ readonly name: string }>(),
  },
  /** Reads a mapping file; `name` is null for one written by hand. Rejects with `mapping-file-invalid`. */
  'importing.readMapping': {
    kind: 'query',
    input: z.object({ file: fileRef }),
    output: ofType<{ readonly name: string | null; readonly mapping: MappingFile }>(),
  },
} as const satisfies Record<string, OperationSpec>;
