import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createApplication } from '../../electron/core/application.ts';
import type { KeyCost, Ports } from '../../electron/core/ports.ts';
import { resourceFolder } from '../../electron/core/files/program.ts';
import { systemRandom } from '../../electron/core/files/system-random.ts';
import type { CoreHandlers } from '../../shared/contract/operations.ts';
import { noPolicy } from '#shared/domain/policy.ts';
import { benchDay } from './files.ts';

export const noCall = { signal: new AbortController().signal, report: () => undefined };

export interface BenchApplication {
  readonly application: CoreHandlers;
  /** Files by reference; what is written lands here too. */
  readonly files: Map<string, Uint8Array>;
  readonly workspaceFolder: string;
  readonly ports: Ports;
  readonly passphrase: string;
  readonly close: () => Promise<void>;
}

const passphrase = 'en lang adgangskode';
const cheapCost: KeyCost = { N: 1024, r: 8, p: 1 };

/** The real application on a real folder, with files in memory and cheap scrypt unless told otherwise: what is measured is the work. */
export async function benchApplication(keyCost = cheapCost): Promise<BenchApplication> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'));
  const files = new Map<string, Uint8Array>();
  const workspaceFolder = join(folder, 'workspace');
  const ports: Ports = {
    workspaceFolder,
    resourceFolder,
    programVersion: 'bench',
    files: {
      read: ({ ref }) => Promise.resolve(files.get(ref) ?? new Uint8Array()),
      write: ({ ref }, bytes) => {
        files.set(ref, bytes);
        return Promise.resolve();
      },
    },
    clock: { now: () => new Date().toISOString(), today: () => benchDay },
    random: systemRandom,
    keyCost,
    keyStore: null,
    policy: noPolicy,
    announce: () => undefined,
  };
  const application = await createApplication(ports);
  const profile = { municipality: 'Bænk', department: 'Børn', reviewer: 'B' };
  await application['workspace.create']({ passphrase, ...profile }, noCall);
  return {
    application,
    files,
    workspaceFolder,
    ports,
    passphrase,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
