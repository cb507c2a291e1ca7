import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { startHost } from '../../electron/host/start-host.ts';
import { coreOptions } from '../contract/hosts.ts';
import { shellInFolder } from './shell-in-folder.ts';

/** What Node's server adds to every answer, about the connection and not about the page. */
const ofTheConnection = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length'];

function headersOf(answer: Response): Record<string, string> {
  const headers = [...answer.headers].filter(([name]) => !ofTheConnection.includes(name));
  return Object.fromEntries(headers.map(([name, value]) => [name, value.replace(/'nonce-[^']{24}'/, "'nonce'")]));
}

it.each(['/index.html', '/missing.js'])(
  'both windows answer %s with the same headers, but for the network',
  async (path) => {
    const { folder, start } = await shellInFolder();
    const { recorded } = await start();
    const workspaceFolder = await mkdtemp(join(tmpdir(), 'tilsyn-headers-'));
    const host = await startHost({
      ...coreOptions,
      workspaceFolder,
      port: 0,
      pageFolder: join(folder, 'page'),
      coreWorker: new URL('../contract/fake-core-worker.ts', import.meta.url),
      onCoreFailure: (error) => {
        throw error;
      },
    });
    try {
      const inElectron = await recorded.serve!({ url: `app://bundle${path}` });
      const onLoopback = await fetch(new URL(path, host.link));
      expect(onLoopback.status).toBe(inElectron.status);
      const electron = headersOf(inElectron);
      const loopback = headersOf(onLoopback);
      expect(electron['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce'; img-src 'self' data:; font-src 'self'; " +
          "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
      );
      const own = electron['content-security-policy']?.replace("connect-src 'none'", "connect-src 'self'");
      expect(loopback).toEqual({ ...electron, 'content-security-policy': own });
    } finally {
      await host.close();
      await rm(workspaceFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);
