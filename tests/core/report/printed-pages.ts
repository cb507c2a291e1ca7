import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { officeProfile } from '../../support/office-profile.ts';

/**
 * What stands on each page that LibreOffice prints of each workbook, its header and footer included. All are printed by one
 * program: starting it takes longer than most workbooks.
 */
export function printedPages<Name extends string>(
  workbooks: Readonly<Record<Name, Uint8Array>>,
): Readonly<Record<Name, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-pages-'));
  try {
    const files = Object.values<Uint8Array>(workbooks).map((bytes, index) => {
      writeFileSync(join(folder, `${index}.xlsx`), bytes);
      return `${index}.xlsx`;
    });
    const options = { cwd: folder, stdio: 'ignore' } as const;
    execFileSync('soffice', [officeProfile(), '--headless', '--convert-to', 'pdf', ...files], options);
    const pages = Object.keys(workbooks).map((name, index) => [name, pagesOf(join(folder, `${index}.pdf`))] as const);
    return Object.fromEntries(pages) as Record<Name, readonly string[]>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pagesOf(path: string): readonly string[] {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}
