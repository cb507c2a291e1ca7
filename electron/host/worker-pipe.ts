import type { MessagePort, Worker } from 'node:worker_threads';

import type { CoreEnd, HostEnd } from '#core/process/core-pipe.ts';

/** The host's end of the pipe to a core that runs as a worker. */
export function hostEndOf(worker: Worker): HostEnd {
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.on('message', listener);
    },
    onClose: (listener) => {
      worker.once('exit', listener);
    },
  };
}

/** The worker's end. A worker that closes its port has nothing left to wait for, and ends. */
export function coreEndOf(port: MessagePort): CoreEnd {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', listener);
    },
    onClose: (listener) => {
      port.once('close', listener);
    },
    close: () => port.close(),
  };
}
