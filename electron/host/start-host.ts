import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { systemClock } from '#core/files/system-clock.ts';
import { placeOf } from '#core/log/log-entry.ts';
import { logFailures } from '#core/log/log-failures.ts';
import { createLog, logFileIn } from '#core/log/log-file.ts';
import { connectCore } from '#core/process/connect-core.ts';
import type { CoreOptions } from '#core/process/core-pipe.ts';
import { createAnnouncer } from '#shared/contract/events.ts';
import { serve } from '#shared/rpc/serve.ts';

import { route, type RouteContext } from './http-routes.ts';
import { createIdleWatch, systemTimers, type Timers, usualIdleMs } from './idle-watch.ts';
import { listenOnLoopback, type ServerLimits, usualLimits } from './listen.ts';
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
  readonly limits?: ServerLimits;
  readonly timers?: Timers;
}

/** Why a host ended: it was asked to, no page was there for long, or the core ended by itself. */
export type HostEnding = 'closed' | 'idle' | 'core-ended';

export interface RunningHost {
  /** The address with the token that works once. */
  readonly link: string;
  /** Resolves when the link was used; it is worth nothing from then on. */
  readonly linkUsed: Promise<void>;
  /** Ends the connections, locks the workspace after the commands under way, and ends the core. */
  close(): Promise<void>;
  readonly ended: Promise<HostEnding>;
}

/** How long a core may take to end, in milliseconds, before it is ended. A save takes far less. */
const patienceMs = 5_000;

/** Serves the page and the application to one browser session on this computer. Rejects when the port is taken. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { announce, subscribe } = createAnnouncer();
  const { port, pageFolder, coreWorker, onCoreFailure, limits, timers, ...coreOptions } = options;
  const { http, authority } = await listenOnLoopback(port, limits ?? usualLimits);

  const log = createLog(logFolder(options), systemClock);
  const worker = new Worker(coreWorker, { workerData: coreOptions });
  const workerEnd = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('error', (error) => {
    log.write({ level: 'error', event: 'core-failed', ...placeOf(error) });
    onCoreFailure(error);
  });
  const core = connectCore(hostEndOf(worker), announce);
  const settings = createSettingsFile(settingsPath(options), options.policy);
  const application = logFailures(
    { ...core.application, ...createSystemHandlers(aboutHost(options), options.policy, settings, core) },
    log,
  );

  const linkUsed = Promise.withResolvers<void>();
  const sessions = createSessions(linkUsed.resolve);
  const idle = createIdleWatch(timers ?? systemTimers, usualIdleMs, () => void end('idle'));
  const sockets = createPageSockets(
    (wire) => serve(application, wire, subscribe),
    (count) => idle.pages(count),
  );
  const context: RouteContext = { authority, pageFolder, sessions, files: core.files };
  http.on('request', (request, response) => void route(request, response, context));
  http.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head, context));

  const ended = Promise.withResolvers<HostEnding>();
  let ending: Promise<void> | undefined;
  const end = (why: HostEnding): Promise<void> => (ending ??= endAll(why));
  async function endAll(why: HostEnding): Promise<void> {
    idle.stop();
    sessions.close();
    sockets.close();
    http.close();
    http.closeAllConnections();
    const impatience = setTimeout(() => void worker.terminate(), patienceMs);
    // A core that has nothing open, or is gone, has nothing to lock.
    await core.application['workspace.lock']({}).catch(() => undefined);
    core.stop();
    await workerEnd;
    clearTimeout(impatience);
    ended.resolve(why);
  }
  void workerEnd.then(() => end('core-ended'));

  return {
    link: `http://${authority}/#link=${sessions.linkToken}`,
    linkUsed: linkUsed.promise,
    ended: ended.promise,
    close: () => end('closed'),
  };
}

function aboutHost(options: HostOptions) {
  const { programVersion, workspaceFolder } = options;
  const logFile = logFileIn(logFolder(options));
  return { program: 'Ledelsestilsyn', version: programVersion, host: 'loopback', workspaceFolder, logFile } as const;
}

function logFolder({ workspaceFolder }: HostOptions): string {
  return join(workspaceFolder, 'logs');
}

function settingsPath({ workspaceFolder }: HostOptions): string {
  return join(workspaceFolder, 'settings.json');
}
