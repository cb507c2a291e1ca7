import { parentPort, workerData } from 'node:worker_threads';

import { createApplication } from '#core/application.ts';
import type { CoreOptions } from '#core/process/core-pipe.ts';
import { startCore } from '#core/process/start-core.ts';

import { coreEndOf } from './worker-pipe.ts';

if (parentPort === null) {
  throw new Error('core-worker.ts runs as a worker of the loopback host');
}
// The host starts this worker with these options and nothing else.
await startCore(coreEndOf(parentPort), workerData as CoreOptions, createApplication);
