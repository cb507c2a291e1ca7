import type { ErrorData } from '#shared/contract/errors.ts';
import type { Inspection } from '#shared/contract/importing.ts';
import type { StepProgress } from '#shared/contract/operation.ts';
import type { ColumnMapping, MappingFile } from '#shared/domain/importing/mapping.ts';

import type { ImportedExport } from '../import-export.ts';

/** The file that a worker is started for. */
export interface WorkerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface InspectTask {
  readonly type: 'inspect';
  readonly sheet: string | null;
  readonly headerRow: number | null;
}

export interface ImportTask {
  readonly type: 'import';
  readonly mapping: MappingFile | ColumnMapping | null;
}

export type Task = InspectTask | ImportTask;

/** An import whose cases are already the lines of a population file. */
export interface SerialisedImport extends Omit<ImportedExport, 'pieces' | 'ids'> {
  readonly caseCount: number;
  /** The hex SHA-256 of the file, and of the frame of all case numbers. */
  readonly sha256: string;
  readonly frameFingerprint: string;
}

/** What a worker says. The lines come in pieces before the import they belong to is done. */
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: StepProgress }
  | { readonly type: 'lines'; readonly lines: Uint8Array }
  | { readonly type: 'inspected'; readonly inspection: Inspection }
  | { readonly type: 'imported'; readonly imported: SerialisedImport }
  | { readonly type: 'failed'; readonly error: ErrorData };
