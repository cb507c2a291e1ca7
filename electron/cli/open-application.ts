import { homedir, userInfo } from 'node:os';
import { basename, resolve } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Call, CoreHandlers } from '#shared/contract/operations.ts';

import { createApplication } from '../core/application.ts';
import { diskFiles } from '../core/files/disk-files.ts';
import { programVersion, resourceFolder } from '../core/files/program.ts';
import { keyCostFromEnvironment } from '../core/files/key-cost.ts';
import { readPolicy } from '../core/files/read-policy.ts';
import type { Clock } from '../core/ports.ts';
import { systemClock } from '../core/files/system-clock.ts';
import { systemRandom } from '../core/files/system-random.ts';
import { defaultWorkspace } from '../core/files/data-folder.ts';

/** A file of the command line as the application knows files: the reference is its absolute path. */
export function fileAt(path: string): FileRef {
  return { ref: resolve(path), name: basename(path) };
}

/** The application on a folder, in this process: a command line has no window to keep alive. */
export async function applicationOn(workspaceFolder: string, clock: Clock = systemClock): Promise<CoreHandlers> {
  return createApplication({
    workspaceFolder,
    resourceFolder,
    programVersion,
    files: diskFiles,
    clock,
    random: systemRandom,
    keyCost: keyCostFromEnvironment(process.env),
    keyStore: null,
    policy: await readPolicy({ platform: process.platform, environment: process.env }, false),
    announce: () => undefined,
    user: systemUser(),
  });
}

/** An account without a name, as a container may have, is called by what it uses. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'kommandolinje';
  }
}

/** A call that nobody cancels and nobody watches. */
export const noCall: Call<unknown> = { signal: new AbortController().signal, report: () => undefined };

function usualWorkspace(): string {
  return defaultWorkspace({ platform: process.platform, home: homedir(), environment: process.env });
}

/**
 * The application with its workspace open. `createIfMissing`: the first import makes the workspace, with the
 * passphrase of TILSYN_PASSPHRASE. Without that variable: `workspace-locked`.
 */
export async function openApplication(folder: string | undefined, createIfMissing: boolean): Promise<CoreHandlers> {
  const application = await applicationOn(resolve(folder ?? usualWorkspace()));
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
