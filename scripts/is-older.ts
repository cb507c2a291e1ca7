import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** True when a built file is missing, or older than any file in its sources (files or folders). */
export function isOlder(built: string, sources: readonly string[]): boolean {
  const made = statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || sources.some((source) => lastChange(source) > made);
}

/** When a file, or anything in a folder, changed last; in milliseconds since 1970. */
function lastChange(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) {
    return found.mtimeMs;
  }
  return readdirSync(path).reduce((latest, name) => Math.max(latest, lastChange(join(path, name))), 0);
}
