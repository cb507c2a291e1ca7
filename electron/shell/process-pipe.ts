import type { CoreEnd, CoreOptions, FromCore, HostEnd, ToCore } from '#core/process/core-pipe.ts';

import type { ShellChild } from './electron-apis.ts';

/** The variable that carries the core's options to its process; they hold no secret. */
export const optionsVariable = 'TILSYN_CORE_OPTIONS';

/** The main process's end of the pipe to the core's process. */
export function hostEndOf(child: ShellChild): HostEnd {
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      // The core is this program's own process: what it sends is what the type says.
      child.on('message', (message) => listener(message as FromCore));
    },
    onClose: (listener) => {
      child.once('exit', listener);
    },
  };
}

/** What the core's process has of Electron. */
export interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/** The core's end. It never closes before its process does: when the main process goes, Electron ends this one. */
export function coreEndOf(port: ParentPort, end: () => void): CoreEnd {
  return {
    post: (message: FromCore) => port.postMessage(message),
    onMessage: (listener) => {
      // Only the main process holds the other end.
      port.on('message', ({ data }) => listener(data as ToCore));
    },
    onClose: () => undefined,
    close: end,
  };
}

export function optionsFrom(environment: Readonly<Record<string, string | undefined>>): CoreOptions {
  // Written by start-shell.ts of the same program.
  return JSON.parse(environment[optionsVariable] ?? '') as CoreOptions;
}
