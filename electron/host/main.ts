import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { defaultWorkspace } from '#core/files/data-folder.ts';
import { keyCostFromEnvironment } from '#core/files/key-cost.ts';
import { readPolicy } from '#core/files/read-policy.ts';
import { programFolder, programVersion, resourceFolder } from '#core/files/program.ts';
import { traceOf } from '#core/log/trace-of.ts';
import { AppError } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/words/errors.ts';

import { browserCommand } from './browser-command.ts';
import { createLinkFile, type LinkFile } from './link-file.ts';
import { type RunningHost, startHost } from './start-host.ts';
import { words } from './words.ts';

// What nobody caught would be printed by Node with its message.
process.on('uncaughtException', (error) => {
  console.error(traceOf(error));
  console.error(words.coreEnded);
  process.exit(1);
});

try {
  await run();
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      workspace: { type: 'string' },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
      page: { type: 'string', default: join(programFolder, 'dist', 'page') },
    },
  });
  const pageFolder = values.page;
  if (!existsSync(join(pageFolder, 'index.html'))) {
    console.error(words.pageMissing);
    process.exitCode = 1;
    return;
  }
  const { platform, env: environment } = process;
  const host = await startHost({
    port: Number(values.port),
    pageFolder,
    coreWorker: new URL('core-worker.ts', import.meta.url),
    workspaceFolder: resolve(values.workspace ?? defaultWorkspace({ platform, environment, home: homedir() })),
    resourceFolder,
    programVersion,
    keyCost: keyCostFromEnvironment(environment),
    policy: await readPolicy({ platform, environment }, false),
    systemKey: false,
    onCoreFailure: (error) => console.error(traceOf(error)),
  });
  // Listening for the end comes first: who has read the address may already ask the program to stop.
  const ended = untilTheEnd(host);
  console.log(host.link);
  console.log(words.running);
  const linkFile = values.open ? await openBrowser(host.link) : null;
  void host.linkUsed.then(() => linkFile?.remove());
  await ended;
  await linkFile?.remove();
}

/** Ends on Ctrl+C and after long idleness with exit code 0, or with 1 when the core ended by itself. */
async function untilTheEnd(host: RunningHost): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void host.close());
  }
  const ending = await host.ended;
  if (ending === 'idle') {
    console.log(words.idle);
  }
  if (ending === 'core-ended') {
    console.error(words.coreEnded);
    process.exitCode = 1;
  }
}

/** Starts the browser on a file that leads to the link; null where nobody sits in front of a display. */
async function openBrowser(link: string): Promise<LinkFile | null> {
  if (browserCommand(process.platform, process.env, '') === null) {
    return null;
  }
  const linkFile = await createLinkFile(link);
  const opener = browserCommand(process.platform, process.env, linkFile.path);
  if (opener !== null) {
    // The link is printed too, so a browser that does not open costs a copy and paste, not the program.
    spawn(opener.command, opener.arguments, { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  }
  return linkFile;
}

function sentenceFor(error: unknown): string {
  if (error instanceof AppError) {
    return errorSentence(error);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS') || code === 'ERR_SOCKET_BAD_PORT') {
    return words.usage;
  }
  return code === 'EADDRINUSE' || code === 'EACCES' ? words.portTaken : words.coreEnded;
}
