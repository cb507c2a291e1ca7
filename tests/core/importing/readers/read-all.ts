import { openExport, type OpenedExport } from '#core/importing/open-export.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RawRow } from '#shared/domain/importing/raw-row.ts';

/** Every row of an export, batches joined. */
export async function rowsOf(opened: OpenedExport, sheet: string | null = null): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  const call = { signal: new AbortController().signal, report: () => undefined };
  for await (const batch of opened.rows(sheet, call)) rows.push(...batch);
  return rows;
}

/** Opens a file and reads its proposed sheet, or the one named. */
export async function readAll(bytes: Uint8Array, sheet: string | null = null): Promise<RawRow[]> {
  return rowsOf(await openExport('udtræk', bytes), sheet);
}

/** The cells alone. */
export async function cellsOf(bytes: Uint8Array): Promise<RawRow['cells'][]> {
  return (await readAll(bytes)).map(({ cells }) => cells);
}

/** The code with which opening or reading fails; 'read' when it does not. Anything but an AppError is thrown on. */
export async function outcomeOf(bytes: Uint8Array, name = 'udtræk'): Promise<string> {
  try {
    await rowsOf(await openExport(name, bytes));
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
