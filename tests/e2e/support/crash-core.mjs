// Preloaded into the host: when the file that TILSYN_CRASH names is there, the core's thread fails with what stands in it.
import { existsSync, readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const path = process.env.TILSYN_CRASH;
if (!isMainThread && path !== undefined) {
  setInterval(() => {
    if (existsSync(path)) throw new Error(readFileSync(path, 'utf8'));
  }, 100).unref();
}
