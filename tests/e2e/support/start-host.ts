import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { test as base } from '@playwright/test';

import { isOwnHost, watchBrowser } from './watch-network.ts';

export interface StartedHost {
  /** The address that works once: one host serves one browser session. */
  readonly link: string;
  readonly origin: string;
  readonly workspace: string;
  stop(): Promise<void>;
}

/**
 * The program as `npm start` runs it, on a workspace of its own in a temporary folder. Keys are made cheap
 * (TILSYN_KEY_COST), because a test unlocks often and guards nothing; the workspace's header says so.
 */
export async function startHost(keep?: { readonly workspace: string }): Promise<StartedHost> {
  const workspace = keep?.workspace ?? (await mkdtemp(join(tmpdir(), 'tilsyn-e2e-')));
  const args = ['electron/host/main.ts', '--workspace', workspace, '--no-open'];
  const env = { ...process.env, TILSYN_KEY_COST: '1024' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const link = await firstLine(child);
  isOwnHost(new URL(link).origin);
  return {
    link,
    origin: new URL(link).origin,
    workspace,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      if (keep === undefined) {
        await rm(workspace, { recursive: true, force: true });
      }
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the host ended before it printed its address');
    }),
  ])) as [string];
  return line;
}

/**
 * `test` with a host of its own, and a page on it. Every story fails when a page in any window asks anybody but its host for
 * anything, opens another web socket or starts a worker, and when a security policy had to stop something: `attacks` is for the
 * stories that try just that.
 */
export const test = base.extend<{ host: StartedHost; attacks: boolean; quiet: null }>({
  attacks: [false, { option: true }],
  quiet: [
    async ({ browser, attacks }, run) => {
      const wrong: string[] = [];
      const stop = watchBrowser(browser, wrong);
      await run(null);
      stop();
      base.expect(attacks ? [] : wrong).toEqual([]);
    },
    { auto: true },
  ],
  host: async ({ browserName: _anyBrowser }, run) => {
    const host = await startHost();
    await run(host);
    await host.stop();
  },
  page: async ({ page, host }, run) => {
    await page.goto(host.link);
    await run(page);
  },
});
export { expect } from '@playwright/test';
