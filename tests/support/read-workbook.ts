import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[cell if isinstance(cell, (int, float, str, bool, type(None))) else cell.isoformat()
  for cell in row] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}))
`;

const python = '/usr/bin/python3';

/** Whether this machine has the independent reader (Debian's python3-openpyxl). */
export const hasWorkbookReader =
  existsSync(python) && succeeds(() => execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' }));

function succeeds(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

export type WorkbookCells = Readonly<Record<string, readonly (readonly (string | number | boolean | null)[])[]>>;

/** Every cell of a workbook, read by a program that shares nothing with ours. */
export function readWorkbook(path: string): WorkbookCells {
  return JSON.parse(
    execFileSync(python, ['-c', script, path], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as WorkbookCells;
}
