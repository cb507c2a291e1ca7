import { createApplication } from '#core/application.ts';
import { startCore } from '#core/process/start-core.ts';

import { coreEndOf, optionsFrom } from './process-pipe.ts';

await startCore(
  coreEndOf(process.parentPort, () => process.exit(0)),
  optionsFrom(process.env),
  createApplication,
);
