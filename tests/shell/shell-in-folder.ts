import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { ShellChild } from '../../electron/shell/electron-apis.ts';
import { startShell } from '../../electron/shell/start-shell.ts';
import { electronStandIn, type StandInOptions } from './electron-stand-in.ts';

/** A core process that answers nothing, but remembers what it was sent. */
function silentCore() {
  const sent: unknown[] = [];
  let onExit: (code: number) => void = () => undefined;
  let onMessage: (message: unknown) => void = () => undefined;
  const child: ShellChild = {
    kill: () => true,
    postMessage: (message) => sent.push(message),
    on: (_event, listener) => {
      onMessage = listener;
    },
    once: (_event, listener) => {
      onExit = listener;
    },
  };
  /** Answers the last call of the main process. */
  const answer = (outcome: object): void => {
    const call = sent.findLast((message) => (message as { type: string }).type === 'call') as { id: number };
    onMessage({ id: call.id, ...outcome });
  };
  return { child, sent, answer, say: (message: unknown) => onMessage(message), exit: (code: number) => onExit(code) };
}

export type StartInTest = Awaited<ReturnType<typeof shellInFolder>>['start'];

/** The shell on a page and a data folder of this test's own, with a core that only listens. */
export async function shellInFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-shell-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'page'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<meta property="csp-nonce" nonce="__csp_nonce__">');

  const start = async (
    options: StandInOptions = {},
    stored: Record<string, unknown> = {},
    environment: Record<string, string> = {},
  ) => {
    const core = silentCore();
    const faults = new EventEmitter();
    const forked: { modulePath: string; options: string | undefined }[] = [];
    const { apis, recorded } = electronStandIn({
      ...options,
      fork: (modulePath, env) => {
        forked.push({ modulePath, options: env['TILSYN_CORE_OPTIONS'] });
        return core.child;
      },
    });
    await startShell(apis, {
      folder: join(folder, 'shell'),
      surroundings: { platform: 'linux', home: folder, environment: { XDG_DATA_HOME: folder, ...environment } },
      createStore: () => ({ get: (key) => stored[key], set: (key, value) => (stored[key] = value) }),
      faults,
    });
    const logPath = join(folder, 'ledelsestilsyn', 'logs', 'ledelsestilsyn.log');
    const logged = () =>
      readFileSync(logPath, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    return { recorded, core, forked, stored, faults, logged, logPath, window: recorded.windows[0]! };
  };
  return { folder, start };
}
