import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { type Page, test as base } from '@playwright/test';

import { passphrase } from '../pages/program.ts';
import { isOwnHost, watchBrowser } from './watch-network.ts';
import { type Beginning, beginIn } from './workspace-copy.ts';

export interface StartedHost {
  /** The address that works once: one host serves one browser session. */
  readonly link: string;
  readonly origin: string;
  readonly workspace: string;
  /** The cases of the round that it began with, as they were drawn. */
  readonly cases: readonly string[];
  stop(): Promise<void>;
}

interface HostStart {
  /** A folder of the story's own, which is left as it is when the host stops. */
  readonly workspace?: string | undefined;
  /** What is in the workspace already; nothing at all, unless told. */
  readonly begins?: Beginning | undefined;
}

/**
 * The program as `npm start` runs it, on a workspace of its own in a temporary folder. Keys are made cheap
 * (TILSYN_KEY_COST), because a test unlocks often and guards nothing; the workspace's header says so.
 */
export async function startHost({ workspace: given, begins }: HostStart = {}): Promise<StartedHost> {
  const workspace = given ?? (await mkdtemp(join(tmpdir(), 'tilsyn-e2e-')));
  const cases = begins === undefined ? [] : await beginIn(workspace, begins);
  const args = ['electron/host/main.ts', '--workspace', workspace, '--no-open'];
  const env = { ...process.env, TILSYN_KEY_COST: '1024' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const link = await firstLine(child);
  isOwnHost(new URL(link).origin);
  return {
    link,
    origin: new URL(link).origin,
    workspace,
    cases,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      if (given === undefined) {
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

/** Opens the window of a host on a workspace that has been begun, as a person does. */
export async function unlock(page: Page, { link }: StartedHost): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Adgangskode' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await base.expect(page.getByRole('heading', { level: 1, name: 'Overblik' })).toBeVisible();
}

/**
 * `test` with a host of its own, and a page on it: at the very first page, or unlocked at Overblik where the story `begins` with
 * something. Every story fails when a page in any window asks anybody but its host for anything, opens another web socket or
 * starts a worker, and when a security policy had to stop something: `attacks` is for the stories that try just that.
 */
export const test = base.extend<{ host: StartedHost; attacks: boolean; begins: Beginning | undefined; quiet: null }>({
  attacks: [false, { option: true }],
  begins: [undefined, { option: true }],
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
  host: async ({ begins }, run) => {
    const host = await startHost({ begins });
    await run(host);
    await host.stop();
  },
  page: async ({ page, host, begins }, run) => {
    await (begins === undefined ? page.goto(host.link) : unlock(page, host));
    await run(page);
  },
});
export { expect } from '@playwright/test';
