import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';
import type { BackupSummary } from '#shared/contract/backups.ts';

import { readBackupName } from './backup-names.ts';
import type { EnvelopeHeader } from './envelope-header.ts';
import { systemCode } from './file-system.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { readHeaderOf, readingFile } from './read-file.ts';
import type { Surroundings } from './surroundings.ts';

/** The copies that this program made, newest first, by what their headers say. Rejects with `read-failed`. */
export async function listBackups(around: Surroundings): Promise<readonly BackupSummary[]> {
  const folder = join(around.ports.workspaceFolder, 'backups');
  const names = await around.fileSystem.list(folder).catch((error: unknown) => {
    const system = systemCode(error);
    if (system === 'ENOENT') return [];
    throw new AppError('read-failed', `Reading failed: ${system}`, { system });
  });
  const summaries: BackupSummary[] = [];
  for (const name of names) {
    const summary = await summaryOf(around, folder, name);
    if (summary !== null) summaries.push(summary);
  }
  return summaries.toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}

async function summaryOf({ fileSystem }: Surroundings, folder: string, id: string): Promise<BackupSummary | null> {
  const named = readBackupName(id);
  if (named === null) return null;
  const path = join(folder, id);
  const bytes = await readingFile(fileSystem, path, (file) => file.size()).catch(() => 0);
  if (bytes === null) return null;
  const header = await readHeaderOf(fileSystem, path).catch(() => null);
  const at = header?.modified ?? `${named.day}T00:00:00.000Z`;
  return { id, at, kind: named.kind, bytes, readable: header !== null && isKnown(header) };
}

function isKnown(header: EnvelopeHeader): boolean {
  return header.purpose === 'workspace' && header.schemaVersion <= schemaVersion;
}
