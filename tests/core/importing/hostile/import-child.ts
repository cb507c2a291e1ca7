import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import { diskFiles } from '#core/files/disk-files.ts';
import { systemRandom } from '#core/files/system-random.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { noPolicy } from '#shared/domain/policy.ts';

export interface ChildOutcome {
  readonly name: string;
  readonly outcome: string;
  /** Processor time of all threads: another program's load is no hang. */
  readonly cpuMs: number;
  /** Of the whole process until then. */
  readonly peakMb: number;
  readonly untouched: boolean;
}

/** Imports each file it is told of with the whole application, and prints one line of JSON for each. */
const [folder = '', ...paths] = process.argv.slice(2);
const workspaceFolder = join(folder, 'workspace');
const application = await createApplication({
  workspaceFolder,
  resourceFolder,
  programVersion: 'test',
  files: diskFiles,
  clock: { now: () => '2026-01-15T08:00:00.000Z', today: () => '2026-01-15' as LocalDate },
  random: systemRandom,
  keyCost: { N: 1024, r: 8, p: 1 },
  keyStore: null,
  policy: noPolicy,
  announce: () => undefined,
});
const call = { signal: new AbortController().signal, report: () => undefined };
const profile = { municipality: 'E', department: 'B', reviewer: 'Å' };
await application['workspace.create']({ passphrase: 'en lang adgangssætning', ...profile }, call);

for (const path of paths) {
  const before = await fingerprint();
  const started = process.cpuUsage();
  const outcome = await importFile(path);
  const { user, system } = process.cpuUsage(started);
  const peakMb = await peak();
  const untouched = (await fingerprint()) === before;
  console.log(
    JSON.stringify({
      name: basename(path),
      outcome,
      cpuMs: (user + system) / 1000,
      peakMb,
      untouched,
    } satisfies ChildOutcome),
  );
}

/**
 * The most memory that this program held. Where Linux tells it of the program alone, from there: the resource usage of a
 * process begins with that of the process which started it.
 */
async function peak(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const held = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
  return (held === undefined ? process.resourceUsage().maxRSS : Number(held)) / 1024;
}

async function importFile(path: string): Promise<string> {
  try {
    await application['importing.run']({ file: { ref: path, name: basename(path) }, mapping: null }, call);
    return 'imported';
  } catch (error) {
    return error instanceof AppError ? error.code : `crashed: ${String(error)}`;
  }
}

/** Every file of the workspace by name and content. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(workspaceFolder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile()).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(entry.name).update(await readFile(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex');
}
