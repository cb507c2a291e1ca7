import { placeOf } from '#core/log/log-entry.ts';
import type { Log } from '#core/log/log-file.ts';

import type { ShellDialog } from './electron-apis.ts';
import { words } from './words.ts';

/** Where Node tells of errors that nobody handled. */
export interface Faults {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
}

/**
 * Ends the program in order after the first error that nobody handled: what it was goes into the log without its words,
 * the person is told, and the core saves. Electron's own box would show the error's message, which may quote a case.
 */
export function endOnFault(faults: Faults, log: Log, dialog: Pick<ShellDialog, 'showErrorBox'>, end: () => void): void {
  let ending = false;
  const fail = (error: unknown): void => {
    log.write({ level: 'error', event: 'program-failed', ...placeOf(error) });
    if (!ending) {
      ending = true;
      dialog.showErrorBox(words.coreEndedTitle, words.coreEnded);
      end();
    }
  };
  faults.on('uncaughtException', fail);
  faults.on('unhandledRejection', fail);
}
