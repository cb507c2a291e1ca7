import { AppError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import { fixColumns } from '#shared/domain/importing/fix-columns.ts';
import type { ColumnMapping } from '#shared/domain/importing/mapping.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';
import { showNames } from '#shared/domain/sampling/hidden-names.ts';
import { compareTold, toldCases } from '#shared/domain/sampling/partial-record.ts';
import { SamplingFailure } from '#shared/domain/sampling/sampling-failure.ts';
import { compareDraws, type DrawDifference, isSameDraw, repeatDraw } from '#shared/domain/sampling/verify-draw.ts';
import { differenceSentence } from '#shared/words/sampling.ts';
import { unlikeFileWords as words } from '#shared/words/unlike-file.ts';

/** Reads the cases of a file as a mapping says, without storing anything; `sha256` is of the whole file. */
export type ImportCases = (
  file: FileRef,
  mapping: ColumnMapping,
) => Promise<{ readonly cases: readonly CaseRecord[]; readonly sha256: string }>;

/**
 * Repeats a draw from its record and an export file, and says in words what differs. Another file that holds the same
 * cases gives the same draw; that it is another file is told all the same. A file that is built otherwise (no such
 * column, sheet or header row) is another list, and the sentence says what it lacks. Of a record that one reader was sent
 * only her own cases are checked, and `part` says how many they are. Needs no workspace.
 */
export async function verifyRecord(
  record: DrawRecord,
  file: FileRef,
  importCases: ImportCases,
): Promise<Output<'sampling.verify'>> {
  const { mapping } = record.file;
  const read = await importCases(file, mapping).catch((error: unknown) => unlikeFile(error, mapping));
  if (typeof read === 'string') return { same: false, differences: [read] };
  const part = toldCases(record);
  const differences =
    part === null
      ? differencesOf(record, read.cases, read.sha256)
      : compareTold(showNames(record, read.cases), read.cases, read.sha256);
  const same = part?.told !== 0 && isSameDraw(differences);
  const found = { same, differences: differences.map(differenceSentence) };
  return part === null ? found : { ...found, part };
}

/** What a readable file lacks that the drawn one had, in words; any other failure is thrown on. */
function unlikeFile(error: unknown, mapping: ColumnMapping): string {
  const sentence = error instanceof AppError ? unlikeSentence(error, mapping) : null;
  if (sentence === null) throw error;
  return sentence;
}

function unlikeSentence({ code, detail = {} }: AppError, mapping: ColumnMapping): string | null {
  if (code === 'mapping-invalid') {
    const header = String(detail['header'] ?? '');
    return isMappedTwice(header, mapping) ? words.twice(header) : words.column(header);
  }
  if (code === 'sheet-not-found') return words.sheet(String(detail['sheet'] ?? ''));
  if (code === 'no-header-row') return words.header(String(mapping.headerRow));
  if (code === 'no-case-id-column') return words.caseId;
  return code === 'no-cases' ? words.noCases : null;
}

/** True where the record itself gives one field two columns, which no file can mend. */
function isMappedTwice(header: string, { columns }: ColumnMapping): boolean {
  const headers = columns.map((column) => column.header);
  return fixColumns(columns, headers).twice.includes(header);
}

/** A list on which the plan cannot be drawn at all (fewer cases than the sample) is a difference, not a failure. */
function differencesOf(record: DrawRecord, cases: readonly CaseRecord[], sha256: string): readonly DrawDifference[] {
  try {
    const named = showNames(record, cases);
    return compareDraws(named, repeatDraw(named, cases, sha256));
  } catch (error) {
    if (!(error instanceof SamplingFailure)) throw error;
    const otherFile = sha256 === record.file.sha256 ? [] : [{ kind: 'file' } as const];
    return [...otherFile, { kind: 'not-repeatable' }];
  }
}
