import { z } from 'zod';

import { errorCodes } from '#shared/contract/errors.ts';
import { isOperationName } from '#shared/contract/operations.ts';

/** How a process of the program ended, in Electron's words. */
const endings = [
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
] as const;

/**
 * All that the log can hold: codes from closed lists, numbers, and places in the program's own code. There is no field
 * for words, so no name and no note can come into it.
 */
const logEntry = z.strictObject({
  level: z.enum(['info', 'warning', 'error']),
  event: z.enum([
    'program-started',
    'program-ended',
    'program-failed',
    'start-refused',
    'core-failed',
    'core-ended',
    'page-gone',
    'process-gone',
    'call-failed',
  ]),
  operation: z.string().refine(isOperationName).optional(),
  code: z.enum(errorCodes).optional(),
  /** How long it took, up to a day. */
  ms: z.int().min(0).max(86_400_000).optional(),
  ending: z.enum(endings).optional(),
  /** File and line of the program: `start-shell.ts:40`. */
  place: z
    .string()
    .regex(/^[a-z][a-z.-]{0,60}\.(?:ts|js|cjs):\d{1,6}$/)
    .optional(),
});
export type LogEntry = Readonly<z.input<typeof logEntry>>;

/** What no line may hold, should a list above ever become too wide: a CPR number, or a letter that no code has. */
const personal = /(?<![\d.:-])\d{6}-?\d{4}(?!\d)|[^\x20-\x7e]/;

/** The line of an entry; null where it holds anything that the log does not know. */
export function lineOf(at: string, entry: LogEntry): string | null {
  const known = logEntry.safeParse(entry);
  if (!known.success) return null;
  const line = JSON.stringify({ at, ...known.data });
  return personal.test(line) ? null : `${line}\n`;
}

/** How a process ended; nothing for a word that Electron did not have when this was written. */
export function endingOf(reason: string): Pick<LogEntry, 'ending'> {
  const ending = endings.find((known) => known === reason);
  return ending === undefined ? {} : { ending };
}

/** Where in the program an error arose. Its message stays out, also where it looks like a frame of the stack. */
export function placeOf(error: unknown): Pick<LogEntry, 'place'> {
  if (!(error instanceof Error)) return {};
  const { message, stack = '' } = error;
  const end = stack.indexOf(message);
  const frames = end === -1 ? '' : stack.slice(end + message.length);
  const first = frames.split('\n').find((line) => line.startsWith('    at ')) ?? '';
  const place = /[/\\]([a-z][a-z.-]*\.(?:ts|js|cjs):\d+):\d+\)?$/.exec(first)?.[1];
  return place === undefined ? {} : { place };
}
