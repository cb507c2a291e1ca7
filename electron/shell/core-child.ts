import { type CoreConnection, connectCore } from '#core/process/connect-core.ts';
import type { CoreOptions } from '#core/process/core-pipe.ts';
import type { Announce } from '#shared/contract/events.ts';

import type { ElectronApis } from './electron-apis.ts';
import { hostEndOf, optionsVariable } from './process-pipe.ts';
import { words } from './words.ts';

/** How long the core may take to end, in milliseconds, before it is ended. A save takes far less. */
const patienceMs = 5_000;

/**
 * Runs the core in a process of its own, so that the window never freezes, and ties the two ends of the program: quitting
 * waits for the commands under way, and a core that ends by itself ends the program with a message.
 */
export function startCoreChild(
  { app, dialog, utilityProcess }: Pick<ElectronApis, 'app' | 'dialog' | 'utilityProcess'>,
  modulePath: string,
  options: CoreOptions,
  announce: Announce,
): CoreConnection {
  const env = { ...process.env, [optionsVariable]: JSON.stringify(options) };
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'Ledelsestilsyn', env });
  const core = connectCore(hostEndOf(child), announce);
  let state: 'running' | 'stopping' | 'ended' = 'running';

  app.on('will-quit', (event) => {
    if (state !== 'ended') {
      event.preventDefault();
    }
    if (state === 'running') {
      state = 'stopping';
      core.stop();
      setTimeout(() => child.kill(), patienceMs).unref();
    }
  });
  child.once('exit', () => {
    const expected = state === 'stopping';
    state = 'ended';
    if (expected) {
      app.quit();
    } else {
      dialog.showErrorBox(words.coreEndedTitle, words.coreEnded);
      app.exit(1);
    }
  });
  return core;
}
