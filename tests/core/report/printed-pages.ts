import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { officeProfile } from '../../support/office-profile.ts';

/** What stands on each page that LibreOffice prints of a workbook, its header and footer included. */
export function printedPages(bytes: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-pages-'));
  try {
    writeFileSync(join(folder, 'report.xlsx'), bytes);
    const options = { cwd: folder, stdio: 'ignore' } as const;
    execFileSync('soffice', [officeProfile(), '--headless', '--convert-to', 'pdf', 'report.xlsx'], options);
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' });
    return text.split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
