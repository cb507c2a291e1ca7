import { AppError } from '#shared/contract/errors.ts';

import { open, readHeader } from './envelope.ts';
import { unwrapWithPassphrase } from './key-slots.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { readWhole } from './read-file.ts';
import { openSession, type Session, type Surroundings } from './session.ts';

/**
 * Opens the workspace file. Rejects with `workspace-missing`, `wrong-passphrase`, `file-damaged`, `file-from-future`,
 * `read-failed`. A damaged file is reported and left as it is.
 */
export async function unlockSession(around: Surroundings, passphrase: string): Promise<Session> {
  const bytes = await readWhole(around.fileSystem, around.path);
  if (bytes === null) {
    throw new AppError('workspace-missing', 'The folder holds no workspace');
  }
  const header = readHeader(bytes, bytes.length);
  if (header.purpose !== 'workspace') {
    throw new AppError('file-damaged', 'The file is no workspace');
  }
  if (header.schemaVersion > schemaVersion) {
    throw new AppError('file-from-future', `Schema ${header.schemaVersion} is newer than this program knows`, {
      version: header.schemaVersion,
    });
  }
  const key = await unwrapWithPassphrase(header.keySlots, passphrase, header.fileId);
  try {
    const { fileId, created, keySlots } = header;
    return openSession(around, key, { fileId, created, keySlots }, { header, image: open(bytes, key).plaintext });
  } catch (error) {
    key.fill(0);
    throw error;
  }
}
