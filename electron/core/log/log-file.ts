import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Clock } from '../ports.ts';
import { lineOf, type LogEntry } from './log-entry.ts';

/** The program's own log: what failed, when, and how long it took. Never what it was about. */
export interface Log {
  /** Never throws: a log that cannot be written stops nobody's work. */
  write(entry: LogEntry): void;
}

/** The file of a log's folder; the one before it lies beside it as `ledelsestilsyn.1.log`. */
export function logFileIn(folder: string): string {
  return join(folder, 'ledelsestilsyn.log');
}

/**
 * A log in a folder of the person's own: lines of JSON, at most twice `largest` bytes. The file is open only while a
 * line is written, so that it can be read and deleted at any time. Writing is immediate: the last line before the end
 * is the one that matters.
 */
export function createLog(folder: string, clock: Pick<Clock, 'now'>, largest = 256 * 1024): Log {
  const path = logFileIn(folder);
  return {
    write: (entry) => {
      const line = lineOf(clock.now(), entry);
      if (line === null) return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) + line.length > largest) {
          renameSync(path, join(folder, 'ledelsestilsyn.1.log'));
        }
        appendFileSync(path, line, { mode: 0o600 });
      } catch {
        // There is nowhere left to say so.
      }
    },
  };
}
