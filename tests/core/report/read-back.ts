import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unpack } from '#core/report/zip-package.ts';

const python = '/usr/bin/python3';
const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
shown = openpyxl.load_workbook(sys.argv[1], data_only=True)
def plain(value):
    return value.isoformat() if hasattr(value, 'isoformat') else value
print(json.dumps({
    'title': book.properties.title, 'language': book.properties.language, 'creator': book.properties.creator,
    'sheets': [{
        'name': sheet.title,
        'rows': [[plain(cell.value) for cell in row] for row in sheet.iter_rows()],
        'shown': [[plain(cell.value) for cell in row] for row in shown[sheet.title].iter_rows()],
        'types': [[cell.data_type for cell in row] for row in sheet.iter_rows()],
        'formats': [[cell.number_format for cell in row] for row in sheet.iter_rows()],
        'quoted': [[bool(cell.quotePrefix) for cell in row] for row in sheet.iter_rows()],
        'freeze': sheet.freeze_panes, 'filter': sheet.auto_filter.ref, 'titles': sheet.print_title_rows,
        'paper': sheet.page_setup.paperSize, 'orientation': sheet.page_setup.orientation,
        'fit': [sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight],
        'merged': [str(each) for each in sheet.merged_cells.ranges],
        'header': sheet.oddHeader.left.text, 'footer': [sheet.oddFooter.left.text, sheet.oddFooter.right.text],
    } for sheet in book.worksheets],
}))`;

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** As rows, with what a formula gave in place of the formula. */
  readonly shown: readonly (readonly (string | number | null)[])[];
  readonly types: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  readonly quoted: readonly (readonly boolean[])[];
  readonly freeze: string | null;
  readonly filter: string | null;
  readonly titles: string | null;
  readonly paper: number;
  readonly orientation: string;
  readonly fit: readonly [number, number];
  readonly merged: readonly string[];
  readonly header: string | null;
  readonly footer: readonly [string | null, string | null];
}

export interface ReadBook {
  readonly title: string;
  readonly language: string;
  readonly creator: string;
  readonly sheets: readonly ReadSheet[];
}

/** Why a file cannot be read by another program here, or null where it can. */
export function openpyxlMissing(): string | null {
  if (!existsSync(python)) return `${python} is not installed`;
  try {
    execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'the Python package openpyxl is not installed';
  }
}

/** What another program finds in the file. */
export function readBack(bytes: Uint8Array): ReadBook {
  return inFolder((folder) => {
    const path = join(folder, 'report.xlsx');
    writeFileSync(path, bytes);
    const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    return JSON.parse(execFileSync(python, ['-c', script, path], options)) as ReadBook;
  });
}

/** Why no paper can be printed here, or null where it can. */
export function officeMissing(): string | null {
  for (const program of ['soffice', 'pdftotext']) {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
    } catch {
      return `${program} is not installed`;
    }
  }
  return null;
}

/** The text of every part of the file, by name. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(unpack(bytes).map(({ name, content }) => [name, content.toString('utf8')]));
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-report-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
