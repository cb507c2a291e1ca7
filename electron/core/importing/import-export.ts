import { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary, Inspection } from '#shared/contract/importing.ts';
import type { StepProgress } from '#shared/contract/operation.ts';
import type { Call } from '#shared/contract/operations.ts';
import { type CollectedCases, createCaseCollector } from '#shared/domain/importing/collect-cases.ts';
import { findHeaderRow, readHeaderRow } from '#shared/domain/importing/find-header-row.ts';
import { guessColumns, type HeaderRow } from '#shared/domain/importing/guess-columns.ts';
import { plainName } from '#shared/domain/importing/cell-text.ts';
import { headersKey } from '#shared/domain/importing/headers-key.ts';
import type { ColumnGuess, ColumnMapping, MappingFile } from '#shared/domain/importing/mapping.ts';
import { maskCprInName } from '#shared/domain/importing/mask-cpr.ts';
import { proposeUnit } from '#shared/domain/importing/propose-unit.ts';
import type { SamplingUnit } from '#shared/domain/sampling/plan.ts';
import { type FixedColumn, fixColumns } from '#shared/domain/importing/fix-columns.ts';
import type { RawRow } from '#shared/domain/importing/raw-row.ts';

import type { CasePiece } from '../store/population-file.ts';
import { LineArena } from './line-arena.ts';
import type { OpenedExport } from './open-export.ts';
import type { ReadCall } from './read-text.ts';

const sampleRows = 200;

/** Where the reading starts, as the caller or a mapping file says; null: as it is found. */
interface Place {
  readonly sheet?: string | null | undefined;
  readonly headerRow?: number | null | undefined;
}

/**
 * What a look at the first 200 rows says. Rejects with `sheet-not-found` or `no-header-row`; a file without a column
 * of case numbers is shown, so that a person can point it out.
 */
export async function inspectExport(
  opened: OpenedExport,
  { fileName, ...place }: Place & { readonly fileName: string },
): Promise<Inspection> {
  const quiet = { signal: new AbortController().signal, report: () => undefined };
  const sheet = findSheet(opened, place.sheet);
  const start = readStart(await firstRows(opened, sheet, quiet), place.headerRow);
  const columns = guessColumns(start.header, start.data);
  const { format, encoding, delimiter } = opened;
  const sheets = opened.sheets.map(({ name, hidden }) => ({ name: maskCprInName(name), hidden }));
  const unit = proposeUnit(columns);
  const mapping = mappingOf(sheet, start.headerRow, columns, new Map(), unit);
  return {
    fileName: maskCprInName(fileName),
    format,
    encoding,
    delimiter,
    sheets,
    sheet: sheet === null ? null : maskCprInName(sheet),
    headerRow: start.headerRow,
    columns,
    mapping,
    headersKey: headersKey(start.header.headers),
    remembered: null,
    unit,
  };
}

export interface ImportedExport extends Omit<CollectedCases, 'lines'> {
  /** The lines of a population file. To be gone through once. */
  readonly pieces: Iterable<CasePiece>;
  /** A person's orders of day and month are in it, a CPR number in a name is not. */
  readonly mapping: ColumnMapping;
  readonly columns: ImportSummary['columns'];
  readonly headersKey: string;
}

/**
 * Reads a whole export into cases. A mapping overrides the guess for the columns it names. Rejects with
 * `sheet-not-found`, `no-header-row`, `mapping-invalid`, `no-case-id-column`, `no-cases`, or the signal's reason.
 */
export async function importExport(
  opened: OpenedExport,
  { mapping: given = null }: { readonly mapping?: MappingFile | ColumnMapping | null },
  call: Call<StepProgress>,
): Promise<ImportedExport> {
  const sheet = findSheet(opened, given?.sheet);
  const start = readStart(await firstRows(opened, sheet, readCallOf(call)), given?.headerRow);
  const fixed = fixedColumns(given, start.header);
  const columns = guessColumns(start.header, start.data, fixed);
  if (!columns.some(({ field }) => field === 'case_id')) {
    throw new AppError('no-case-id-column', 'No column holds case numbers', { headerRow: start.headerRow });
  }
  const mapping = mappingOf(sheet, start.headerRow, columns, fixed, given?.unit ?? proposeUnit(columns));
  const arena = new LineArena();
  const { lines, ...collected } = await collect(opened, sheet, mapping, start.header.headers, arena, call);
  if (collected.ids.length === 0) {
    throw new AppError('no-cases', 'No row holds a case', { rows: collected.rows.total });
  }
  const summary = columns.map(({ header, field, confidence }) => ({ header, field, confidence }));
  const key = headersKey(start.header.headers);
  return { ...collected, pieces: arena.pieces(lines), mapping, columns: summary, headersKey: key };
}

function readCallOf(call: Call<StepProgress>, rows?: () => number): ReadCall {
  return {
    signal: call.signal,
    report(done, total) {
      call.report({ done, total, label: 'reading', ...(rows === undefined ? {} : { rows: rows() }) });
    },
  };
}

function findSheet(opened: OpenedExport, wanted: string | null | undefined): string | null {
  if (opened.format === 'csv' || wanted === null || wanted === undefined) return opened.proposedSheet;
  const names = opened.sheets.map(({ name }) => name);
  // A sheet whose name holds a CPR number is known by its masked name.
  const found = names.find((name) => name === wanted) ?? names.find((name) => maskCprInName(name) === wanted);
  if (found !== undefined) return found;
  throw new AppError('sheet-not-found', 'The workbook has no such sheet', { sheet: maskCprInName(wanted) });
}

async function firstRows(opened: OpenedExport, sheet: string | null, call: ReadCall): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of opened.rows(sheet, call)) {
    rows.push(...batch);
    if (rows.length >= sampleRows) break;
  }
  return rows.slice(0, sampleRows);
}

interface Start {
  readonly headerRow: number;
  readonly header: HeaderRow;
  readonly data: readonly RawRow[];
}

function readStart(rows: readonly RawRow[], wanted: number | null | undefined): Start {
  const headerRow = wanted ?? findHeaderRow(rows);
  const header = headerRow === null ? null : readHeaderRow(rows, headerRow);
  if (headerRow === null || header === null || header.headers.every((name) => name === '')) {
    throw new AppError('no-header-row', 'No row of column names was found', headerRow === null ? {} : { headerRow });
  }
  return { headerRow, header, data: rows.filter(({ row }) => row > headerRow) };
}

function fixedColumns(
  given: MappingFile | ColumnMapping | null,
  { headers }: HeaderRow,
): ReadonlyMap<number, FixedColumn> {
  if (given === null) return new Map();
  const { fixed, unknown, twice } = fixColumns(given.columns, headers);
  const [header] = [...unknown, ...twice];
  if (header === undefined) return fixed;
  const message =
    unknown.length > 0 ? 'The mapping names a column that the file does not have' : 'A field is mapped twice';
  throw new AppError('mapping-invalid', message, { header: plainName(header) });
}

function mappingOf(
  sheet: string | null,
  headerRow: number,
  columns: readonly ColumnGuess[],
  fixed: ReadonlyMap<number, FixedColumn>,
  unit: SamplingUnit,
): ColumnMapping {
  const mapped = columns.map(({ index, header, field }) => {
    const dateOrder = fixed.get(index)?.dateOrder;
    return dateOrder === undefined ? { header, field } : { header, field, dateOrder };
  });
  const named = sheet === null ? null : maskCprInName(sheet);
  return { sheet: named, headerRow, columns: mapped, unit };
}

/** The readers give way to other work and heed the signal between batches; a last look catches a late cancel. */
async function collect(
  opened: OpenedExport,
  sheet: string | null,
  mapping: ColumnMapping,
  headers: readonly string[],
  arena: LineArena,
  call: Call<StepProgress>,
): Promise<CollectedCases> {
  const collector = createCaseCollector(mapping, headers, arena);
  const isSheet = opened.format === 'xlsx';
  let lastRow = mapping.headerRow;
  let rows = 0;
  for await (const batch of opened.rows(
    sheet,
    readCallOf(call, () => rows),
  )) {
    call.signal.throwIfAborted();
    for (const row of batch) {
      collector.add(row);
      if (isSheet && row.cells.some((cell) => cell !== null && cell !== '')) lastRow = row.row;
    }
    rows += batch.length;
  }
  call.signal.throwIfAborted();
  return isSheet ? collector.finish(lastRow) : collector.finish();
}
