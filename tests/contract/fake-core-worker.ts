import { parentPort, workerData } from 'node:worker_threads';

import type { CoreOptions } from '#core/process/core-pipe.ts';
import { startCore } from '#core/process/start-core.ts';

import { coreEndOf } from '../../electron/host/worker-pipe.ts';
import { createFakeApplication } from './fake-application.ts';

await startCore(coreEndOf(parentPort!), workerData as CoreOptions, createFakeApplication);
