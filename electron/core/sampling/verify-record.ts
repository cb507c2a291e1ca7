import type { FileRef } from '#shared/contract/operation.ts';
import type { ColumnMapping } from '#shared/domain/importing/mapping.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';
import { SamplingFailure } from '#shared/domain/sampling/sampling-failure.ts';
import { compareDraws, type DrawDifference, isSameDraw, repeatDraw } from '#shared/domain/sampling/verify-draw.ts';
import { differenceSentence } from '#shared/words/sampling.ts';

/** Reads the cases of a file as a mapping says, without storing anything; `sha256` is of the whole file. */
export type ImportCases = (
  file: FileRef,
  mapping: ColumnMapping,
) => Promise<{ readonly cases: readonly CaseRecord[]; readonly sha256: string }>;

/**
 * Repeats a draw from its record and an export file, and says in words what differs. Another file that holds the same
 * cases gives the same draw; that it is another file is told all the same. Needs no workspace.
 */
export async function verifyRecord(
  record: DrawRecord,
  file: FileRef,
  importCases: ImportCases,
): Promise<{ readonly same: boolean; readonly differences: readonly string[] }> {
  const { cases, sha256 } = await importCases(file, record.file.mapping);
  const differences = differencesOf(record, cases, sha256);
  return { same: isSameDraw(differences), differences: differences.map(differenceSentence) };
}

/** A list on which the plan cannot be drawn at all (fewer cases than the sample) is a difference, not a failure. */
function differencesOf(record: DrawRecord, cases: readonly CaseRecord[], sha256: string): readonly DrawDifference[] {
  try {
    return compareDraws(record, repeatDraw(record, cases, sha256));
  } catch (error) {
    if (!(error instanceof SamplingFailure)) throw error;
    const otherFile = sha256 === record.file.sha256 ? [] : [{ kind: 'file' } as const];
    return [...otherFile, { kind: 'not-repeatable' }];
  }
}
