import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { connectCore } from '#core/process/connect-core.ts';
import type { CoreOptions } from '#core/process/core-pipe.ts';
import { createAnnouncer } from '#shared/contract/events.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import { serve } from '#shared/rpc/serve.ts';

import { route, type RouteContext } from './http-routes.ts';
import { createPageSockets } from './page-sockets.ts';
import { createSessions } from './sessions.ts';
import { createSettingsFile } from './settings-file.ts';
import { createSystemHandlers } from './system-handlers.ts';
import { hostEndOf } from './worker-pipe.ts';

export interface HostOptions extends CoreOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly pageFolder: string;
  /** The module that runs the core in a worker. */
  readonly coreWorker: URL;
  /** Hears why the core failed; it ends then. */
  readonly onCoreFailure: (error: Error) => void;
}

export interface RunningHost {
  /** The address with the token that works once. */
  readonly link: string;
  /** Ends the connections, then the core after the commands under way. */
  close(): Promise<void>;
  /** Resolves with the worker's exit code, also when it ended by itself. */
  readonly ended: Promise<number>;
}

/** How long a core may take to end, in milliseconds, before it is ended. A save takes far less. */
const patienceMs = 5_000;

/** Serves the page and the application to one browser session on this computer. Rejects when the port is taken. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { announce, subscribe } = createAnnouncer();
  const { port, pageFolder, coreWorker, onCoreFailure, ...coreOptions } = options;
  const http = createServer();
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  // A server that listens on an address and port (not on a pipe) has an AddressInfo.
  const authority = `127.0.0.1:${(http.address() as AddressInfo).port}`;

  const worker = new Worker(coreWorker, { workerData: coreOptions });
  const ended = new Promise<number>((resolve) => worker.once('exit', resolve));
  worker.on('error', onCoreFailure);
  const core = connectCore(hostEndOf(worker), announce);
  const settings = createSettingsFile(settingsPath(options), options.policy);
  const application = {
    ...core.application,
    ...createSystemHandlers(aboutHost(options), options.policy, settings, core),
  } satisfies Handlers;

  const sessions = createSessions();
  const sockets = createPageSockets((wire) => serve(application, wire, subscribe));
  const context: RouteContext = { authority, pageFolder, sessions, files: core.files };
  http.on('request', (request, response) => void route(request, response, context));
  http.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head, context));

  return {
    link: `http://${authority}/#link=${sessions.linkToken}`,
    ended,
    close: async () => {
      sessions.close();
      sockets.close();
      http.close();
      http.closeAllConnections();
      core.stop();
      const impatience = setTimeout(() => void worker.terminate(), patienceMs);
      await ended;
      clearTimeout(impatience);
    },
  };
}

function aboutHost({ programVersion, workspaceFolder }: HostOptions) {
  return { program: 'Ledelsestilsyn', version: programVersion, host: 'loopback', workspaceFolder } as const;
}

function settingsPath({ workspaceFolder }: HostOptions): string {
  return join(workspaceFolder, 'settings.json');
}
