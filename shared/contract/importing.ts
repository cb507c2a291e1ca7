import { z } from 'zod';

import { type ColumnGuess, columnMapping, type ColumnMapping, mappingFile } from '../domain/importing/mapping.ts';
import type { ImportProblem, RowCounts } from '../domain/importing/problem.ts';
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
  readonly problemCount: number;
  /** True when the import is the bundled example: every page and report says so. */
  readonly example: boolean;
  readonly ms: number;
}

const importId = z.object({ importId: z.string() });

export const importingOperations = {
  'importing.inspect': {
    kind: 'query',
    input: z.object({ file: fileRef, sheet: z.string().nullish(), headerRow: z.int().positive().nullish() }),
    output: ofType<Inspection>(),
  },
  'importing.run': {
    kind: 'command',
    input: z.object({ file: fileRef, mapping: z.union([columnMapping, mappingFile]).nullish() }),
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
} as const satisfies Record<string, OperationSpec>;
