import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';

import { AppError } from '#shared/contract/errors.ts';

import { nodeFileSystem } from '../store/file-system.ts';
import { saveFile } from '../store/save-file.ts';

/** How long a target held by a virus scanner is waited for, in milliseconds; a person waits for the answer. */
const patienceMs = 1_000;

/**
 * Writes a report whole or not at all, like the workspace itself is saved. Rejects with `report-target-busy` where the
 * target is open in another program, `disk-full` or `write-failed`.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const saveId = randomBytes(6).toString('hex');
    await saveFile(nodeFileSystem, { path, pieces: [bytes], saveId, beforeReplace: async () => undefined, patienceMs });
  } catch (error) {
    throw writeFailure(error, existsSync(path));
  }
}

/** What a failed write means. Windows answers EBUSY or EPERM when an existing report is open in Excel. */
export function writeFailure(error: unknown, targetExists: boolean): unknown {
  const system = error instanceof AppError ? error.detail?.['system'] : undefined;
  const busy = targetExists && (system === 'EBUSY' || system === 'EPERM');
  return busy ? new AppError('report-target-busy', `the target is in use (${system})`) : error;
}
