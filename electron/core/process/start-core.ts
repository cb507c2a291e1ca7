import { createAnnouncer } from '#shared/contract/events.ts';
import type { Call, CoreHandlers } from '#shared/contract/operations.ts';
import { createCommandQueue, queueCommands } from '#shared/rpc/command-queue.ts';
import { serve } from '#shared/rpc/serve.ts';

import { createFileTable } from '../files/file-table.ts';
import { systemClock } from '../files/system-clock.ts';
import { systemRandom } from '../files/system-random.ts';
import type { Ports } from '../ports.ts';
import type { CoreEnd, CoreOptions } from './core-pipe.ts';
import { keyStoreOver } from './key-store-pipe.ts';

/** What nobody watches and nobody cancels. */
const lastCall: Call<never> = { signal: new AbortController().signal, report: () => undefined };

/**
 * Runs the application at the core's end of a pipe. Commands take turns; queries do not wait. On `stop` the commands
 * under way end first, so that a save is never cut short, and the workspace is locked: no journal is left behind.
 */
export async function startCore(
  pipe: CoreEnd,
  options: CoreOptions,
  createApplication: (ports: Ports) => Promise<CoreHandlers>,
): Promise<void> {
  const { announce, subscribe } = createAnnouncer();
  const table = createFileTable((message) => pipe.post(message));
  const queue = createCommandQueue();
  const { systemKey, ...rest } = options;
  const { keyStore, receive } = keyStoreOver((message) => pipe.post(message));
  const application = await createApplication({
    ...rest,
    files: table.files,
    clock: systemClock,
    random: systemRandom,
    keyStore: systemKey ? keyStore : null,
    announce,
  });

  let onFrame: (frame: unknown) => void = () => undefined;
  serve(
    queueCommands(application, queue),
    {
      send: (frame) => pipe.post(frame),
      onFrame: (listener) => {
        onFrame = listener;
      },
      onClose: (listener) => pipe.onClose(listener),
    },
    subscribe,
  );
  // Listening starts only now: what the host sent meanwhile was kept by the pipe, in order.
  pipe.onMessage((message) => {
    if (message.type === 'offer' || message.type === 'target') {
      table.receive(message);
    } else if (message.type === 'key-store-answer') {
      receive(message);
    } else if (message.type === 'stop') {
      void queue
        .idle()
        .then(() => application['workspace.lock']({}, lastCall))
        // Without an open workspace there is nothing to lock.
        .catch(() => undefined)
        .then(() => pipe.close());
    } else {
      onFrame(message);
    }
  });
}
