import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { createApplication } from '#core/application.ts';
import { diskFiles } from '#core/files/disk-files.ts';
import { programVersion, resourceFolder } from '#core/files/program.ts';
import type { Ports } from '#core/ports.ts';
import type { Call, CoreHandlers } from '#shared/contract/operations.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { noPolicy } from '#shared/domain/policy.ts';

export const call: Call<never> = { signal: new AbortController().signal, report: () => undefined };
export const passphrase = 'en lang adgangssætning';
const profile = { municipality: 'Prøvekøbing Kommune', department: 'Børn og Familie', reviewer: 'Karen Læser' };

/** Files of the disk, real chance, a cheap scrypt, and the test's clock. */
export function reportPorts(folder: string, now = () => '2026-01-20T09:30:00.000Z'): Ports {
  return {
    workspaceFolder: join(folder, 'workspace'),
    resourceFolder,
    programVersion,
    files: diskFiles,
    clock: { now, today: () => now().slice(0, 10) as LocalDate },
    random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    keyCost: { N: 1024, r: 8, p: 1 },
    keyStore: null,
    policy: noPolicy,
    announce: () => undefined,
  };
}

/** The application as it is served, with an open workspace that holds the bundled example. */
export async function applicationWithExample(
  ports: Ports,
): Promise<{ readonly application: CoreHandlers; readonly importId: string }> {
  const application = await createApplication(ports);
  await application['workspace.create']({ passphrase, ...profile }, call);
  const { importId } = await application['importing.example']({}, call);
  return { application, importId };
}
