import { setImmediate } from 'node:timers/promises';

import { AppError } from '#shared/contract/errors.ts';
import type { RawCell, RawRow } from '#shared/domain/importing/raw-row.ts';

import { inspectText, type ReadCall, readText } from './read-text.ts';
import { sniffFile } from './sniff-file.ts';
import { type Archive, openArchive } from './xlsx/archive.ts';
import { markupOf } from './xlsx/markup.ts';
import { maxSheet, maxStrings, openWorkbook, type Workbook, type WorkbookSheet } from './xlsx/open-workbook.ts';
import { countValues, readSheet } from './xlsx/read-sheet.ts';
import { readSharedStrings } from './xlsx/shared-strings.ts';

const megabyte = 1_048_576;
const maxBytes = { text: 200 * megabyte, xlsx: 50 * megabyte } as const;

export interface OpenedExport {
  readonly format: 'xlsx' | 'csv';
  /** For text: 'utf-8', 'windows-1252', 'utf-16le' or 'utf-16be'. */
  readonly encoding: string | null;
  /** For text: ';', ',' or a tab, or what the file's own `sep=` line says. */
  readonly delimiter: string | null;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** The visible sheet with most values; a hidden one only if no visible one has any. */
  readonly proposedSheet: string | null;
  /**
   * Batches of rows in file order, numbered as Excel or a text editor shows; a quoted record with line breaks has the
   * number of its first line. Blank text lines have no cells; rows that a sheet's XML does not hold are not there.
   * `sheet` null is the proposed one. Rejects with the signal's reason when aborted, with `sheet-not-found`,
   * `workbook-broken`, `file-too-large` or `file-not-an-export`; what was handed out before is then void.
   */
  rows(sheet: string | null, call: ReadCall): AsyncIterable<readonly RawRow[]>;
}

/**
 * Recognises a file by its content and opens it; nothing is kept but the bytes. Throws `file-empty`,
 * `file-too-large` (200 MB of text, 50 MB of workbook), `file-is-pdf`, `file-is-old-excel`, `file-is-encrypted`,
 * `file-has-macros`, `file-not-an-export` or `workbook-broken`.
 */
export async function openExport(name: string, bytes: Uint8Array): Promise<OpenedExport> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = sniffFile(name, content);
  if (content.length > maxBytes[kind]) {
    throw new AppError('file-too-large', 'The file is too large', { bytes: content.length, limit: maxBytes[kind] });
  }
  return kind === 'text' ? openText(content) : openXlsx(await openArchive(content));
}

function openText(content: Buffer): OpenedExport {
  const format = inspectText(content);
  const rows: OpenedExport['rows'] = (_sheet, call) => readText(content, format, call);
  return { format: 'csv', ...format, sheets: [], proposedSheet: null, rows };
}

async function openXlsx(archive: Archive): Promise<OpenedExport> {
  const workbook = await openWorkbook(archive);
  const proposed = await proposeSheet(archive, workbook.sheets);
  const strings = stringsOf(archive, workbook.stringsPart);
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    proposedSheet: proposed?.name ?? null,
    async *rows(name, call) {
      const sheet = name === null ? proposed : workbook.sheets.find((candidate) => candidate.name === name);
      if (sheet === undefined) throw new AppError('sheet-not-found', 'The workbook has no such sheet');
      if (sheet !== null) yield* readRows(archive, workbook, sheet, strings, call);
    },
  };
}

/** The strings of a workbook, read when they are first asked for and kept. */
interface Strings {
  /** Their bytes in the archive. */
  readonly size: number;
  read(watch: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer>): Promise<readonly string[]>;
}

function stringsOf(archive: Archive, part: string | null): Strings {
  if (part === null || !archive.has(part)) return { size: 0, read: () => Promise.resolve([]) };
  let known: readonly string[] | undefined;
  return {
    size: archive.sizeOf(part),
    read: async (watch) => (known ??= await readSharedStrings(markupOf(watch(archive.chunks(part, maxStrings))))),
  };
}

async function* readRows(
  archive: Archive,
  workbook: Workbook,
  sheet: WorkbookSheet,
  strings: Strings,
  call: ReadCall,
): AsyncGenerator<readonly RawRow[]> {
  const total = archive.sizeOf(sheet.part) + strings.size;
  let done = 0;
  async function* watched(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      call.signal.throwIfAborted();
      yield chunk;
      call.report((done += chunk.length), total);
      await setImmediate();
    }
  }
  const context = { ...workbook, known: new Map<number, RawCell>(), strings: await strings.read(watched) };
  done = strings.size;
  yield* readSheet(markupOf(watched(archive.chunks(sheet.part, maxSheet))), context);
}

async function proposeSheet(archive: Archive, sheets: readonly WorkbookSheet[]): Promise<WorkbookSheet | null> {
  const visible = await fullest(
    archive,
    sheets.filter(({ hidden }) => !hidden),
  );
  return (
    visible ??
    fullest(
      archive,
      sheets.filter(({ hidden }) => hidden),
    )
  );
}

/** The first of the sheets with most values. One sheet needs no counting, only a look whether it has any. */
async function fullest(archive: Archive, sheets: readonly WorkbookSheet[]): Promise<WorkbookSheet | null> {
  let best: WorkbookSheet | null = null;
  let most = 0;
  for (const sheet of sheets) {
    const enough = sheets.length === 1 ? 1 : Infinity;
    const values = await countValues(markupOf(archive.chunks(sheet.part, maxSheet)), enough);
    if (values <= most) continue;
    most = values;
    best = sheet;
  }
  return best;
}
