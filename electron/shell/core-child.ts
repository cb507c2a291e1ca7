import { type CoreConnection, connectCore } from '#core/process/connect-core.ts';
import type { CoreOptions } from '#core/process/core-pipe.ts';
import type { Log } from '#core/log/log-file.ts';
import type { KeyStore } from '#core/ports.ts';
import type { Announce } from '#shared/contract/events.ts';

import type { ElectronApis } from './electron-apis.ts';
import { hostEndOf, optionsVariable } from './process-pipe.ts';
import { words } from './words.ts';

/** How long the core may take to end, in milliseconds, before it is ended. A save takes far less. */
const patienceMs = 5_000;

export interface CoreChildParts {
  readonly modulePath: string;
  readonly options: CoreOptions;
  readonly keyStore: KeyStore;
  readonly log: Log;
  readonly announce: Announce;
}

export interface CoreChild extends CoreConnection {
  /** Ends the program with exit code 1 after the commands under way. */
  readonly fail: () => void;
}

/**
 * Runs the core in a process of its own, so that the window never freezes, and ties the two ends of the program: quitting
 * waits for the commands under way, and a core that ends by itself ends the program with a message.
 */
export function startCoreChild(
  { app, dialog, utilityProcess }: Pick<ElectronApis, 'app' | 'dialog' | 'utilityProcess'>,
  { modulePath, options, keyStore, log, announce }: CoreChildParts,
): CoreChild {
  const env = { ...process.env, [optionsVariable]: JSON.stringify(options) };
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'Ledelsestilsyn', env });
  const core = connectCore(hostEndOf(child), announce, keyStore);
  let state: 'running' | 'stopping' | 'ended' = 'running';
  let failed = false;

  const stop = (): void => {
    if (state === 'running') {
      state = 'stopping';
      core.stop();
      setTimeout(() => child.kill(), patienceMs).unref();
    }
  };
  app.on('will-quit', (event) => {
    if (state !== 'ended') {
      event.preventDefault();
    }
    stop();
  });
  child.once('exit', () => {
    const expected = state === 'stopping';
    state = 'ended';
    if (failed) {
      app.exit(1);
    } else if (expected) {
      log.write({ level: 'info', event: 'program-ended' });
      app.quit();
    } else {
      log.write({ level: 'error', event: 'core-ended' });
      dialog.showErrorBox(words.coreEndedTitle, words.coreEnded);
      app.exit(1);
    }
  });
  const fail = (): void => {
    failed = true;
    stop();
  };
  return { ...core, fail };
}
