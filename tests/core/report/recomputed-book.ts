import { execFileSync } from 'node:child_process';

const script = `
import json, sys, openpyxl
def plain(value):
    return value.isoformat() if hasattr(value, 'isoformat') else value
def cells(book):
    return {sheet.title: [[plain(cell.value) for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}
formulas = openpyxl.load_workbook(sys.argv[1])
names = formulas.defined_names
named = list(names.values()) if hasattr(names, 'values') else names.definedName
print(json.dumps({
    'formulas': cells(formulas), 'values': cells(openpyxl.load_workbook(sys.argv[1], data_only=True)),
    'names': {one.name: one.attr_text for one in named},
}))`;

export type ReadCell = string | number | boolean | null;
type Cells = Readonly<Record<string, readonly (readonly ReadCell[])[]>>;

/** What another program finds in a file: each cell's formula, or its value; the stored result; the named ranges. */
export interface FiguresBook {
  readonly formulas: Cells;
  readonly values: Cells;
  readonly names: Readonly<Record<string, string>>;
}

export function readFigures(path: string): FiguresBook {
  const options = { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const;
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script, path], options)) as FiguresBook;
}

/** The rows of a sheet's table as records by the names of its columns; the header is the row that begins with `first`. */
export function tableIn(cells: Cells, sheet: string, first: string): readonly Readonly<Record<string, ReadCell>>[] {
  const rows = cells[sheet];
  if (rows === undefined) throw new Error(`no sheet ${sheet}`);
  const header = rows.findIndex((row) => row[0] === first);
  if (header === -1) throw new Error(`no column ${first} on ${sheet}`);
  const names = rows[header]!.map(String);
  return rows
    .slice(header + 1)
    .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])));
}
