import type { CommandLine } from './command-line.ts';

/** What a command came to: the JSON for programs, and whether the exit code is 0. */
export interface CommandResult {
  readonly json: unknown;
  readonly ok: boolean;
}

/** `say` is for people: Danish sentences on stderr. */
export type Command = (line: CommandLine, say: (sentence: string) => void) => Promise<CommandResult>;
