import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | null = null;

/**
 * LibreOffice's argument for one profile a process: making a new one takes as long as a small conversion. It goes with the
 * process, whichever program of tests that is.
 */
export function officeProfile(): string {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'tilsyn-office-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return `-env:UserInstallation=file://${folder}`;
}
