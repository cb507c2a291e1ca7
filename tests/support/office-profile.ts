import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

let folder: string | null = null;

afterAll(() => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
});

/** LibreOffice's argument for one profile a test file: making a new one takes as long as a small conversion. */
export function officeProfile(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'tilsyn-office-'));
  return `-env:UserInstallation=file://${folder}`;
}
