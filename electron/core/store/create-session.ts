import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { whoWorks } from './current-session.ts';
import { journalPath } from './journal-file.ts';
import { checkPassphrase, wrapWithPassphrase } from './key-slots.ts';
import { asSaveError } from './save-file.ts';
import { openSession, type Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';
import type { Profile } from './tables.ts';
import { openDatabase } from './workspace-database.ts';

/** A new workspace, saved. Rejects with `workspace-exists`, `workspace-lost` (only backups or a
 * journal are left: a new key would let them rotate away), `passphrase-too-short`, `disk-full`, `write-failed`. */
export async function createSession(around: Surroundings, passphrase: string, profile: Profile): Promise<Session> {
  const { ports, fileSystem } = around;
  if (fileSystem.exists(around.path)) {
    throw new AppError('workspace-exists', 'The folder holds a workspace');
  }
  if (fileSystem.exists(journalPath(around.path)) || (await hasBackups(around))) {
    throw new AppError('workspace-lost', 'The folder holds what is left of a workspace that is gone');
  }
  checkPassphrase(passphrase);
  await fileSystem.makeFolder(ports.workspaceFolder).catch((error: unknown) => {
    throw asSaveError(error);
  });
  const key = Buffer.from(ports.random.bytes(32));
  const fileId = Buffer.from(ports.random.bytes(16)).toString('hex');
  const at = ports.clock.now();
  const keySlots = [await wrapWithPassphrase(key, passphrase, fileId, ports)];
  const session = openSession(around, {
    keys: { key, keySlots },
    identity: { fileId, created: at },
    database: openDatabase(around.sql, null),
    saved: null,
    journal: null,
  });
  try {
    const line = { at, who: whoWorks(ports, profile), kind: 'workspace.created', target: fileId };
    await session.commit(() => session.tables().profile.set(profile), [line]);
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

/** A folder that cannot be looked into is no empty folder: only "not there" counts as none. */
async function hasBackups({ ports, fileSystem }: Surroundings): Promise<boolean> {
  const folder = join(ports.workspaceFolder, 'backups');
  if (!fileSystem.exists(folder)) {
    return false;
  }
  const names = await fileSystem.list(folder).catch((error: unknown) => {
    throw asSaveError(error);
  });
  return names.some((name) => name.endsWith('.ltdb'));
}
