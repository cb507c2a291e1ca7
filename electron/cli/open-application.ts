import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Call, CoreHandlers } from '#shared/contract/operations.ts';

import { createApplication } from '../core/application.ts';
import { diskFiles } from '../core/files/disk-files.ts';
import { programVersion, resourceFolder } from '../core/files/program.ts';
import { keyCostFromEnvironment } from '../core/files/key-cost.ts';
import type { Clock } from '../core/ports.ts';
import { systemClock } from '../core/files/system-clock.ts';

/** A file of the command line as the application knows files: the reference is its absolute path. */
export function fileAt(path: string): FileRef {
  return { ref: resolve(path), name: basename(path) };
}

/** The user's own data folder: local, not roaming, so that no profile server gets a copy. */
export function defaultWorkspaceFolder(): string {
  const base = process.env['LOCALAPPDATA'] ?? process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
  return join(base, 'Ledelsestilsyn');
}

/** The application on a folder, in this process: a command line has no window to keep alive. */
export function applicationOn(workspaceFolder: string, clock: Clock = systemClock): Promise<CoreHandlers> {
  return createApplication({
    workspaceFolder,
    resourceFolder,
    programVersion,
    files: diskFiles,
    clock,
    random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    keyCost: keyCostFromEnvironment(process.env),
    announce: () => undefined,
  });
}

/** A call that nobody cancels and nobody watches. */
export const noCall: Call<unknown> = { signal: new AbortController().signal, report: () => undefined };

/**
 * The application with its workspace open. `createIfMissing`: the first import makes the workspace, with the
 * passphrase of TILSYN_PASSPHRASE. Without that variable: `workspace-locked`.
 */
export async function openApplication(folder: string | undefined, createIfMissing: boolean): Promise<CoreHandlers> {
  const application = await applicationOn(resolve(folder ?? defaultWorkspaceFolder()));
  const passphrase = process.env['TILSYN_PASSPHRASE'];
  if (passphrase === undefined || passphrase === '') {
    throw new AppError('workspace-locked', 'TILSYN_PASSPHRASE is not set');
  }
  const { state } = await application['workspace.status']({}, noCall);
  if (state === 'missing' && createIfMissing) {
    const profile = { municipality: '', department: '', reviewer: '' };
    await application['workspace.create']({ passphrase, ...profile }, noCall);
  } else if (state !== 'open') {
    await application['workspace.unlock']({ passphrase }, noCall);
  }
  return application;
}
