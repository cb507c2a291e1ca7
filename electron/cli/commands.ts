import type { CommandLine, CommandName } from './command-line.ts';
import { answerCommand } from './commands/answer.ts';
import { demoCommand } from './commands/demo.ts';
import { drawCommand } from './commands/draw.ts';
import { importCommand } from './commands/import.ts';
import { recordCommand } from './commands/record.ts';
import { reportCommand } from './commands/report.ts';
import { verifyCommand } from './commands/verify.ts';

/** What a command came to: the JSON for programs, and whether the exit code is 0. */
export interface CommandResult {
  readonly json: unknown;
  readonly ok: boolean;
}

/** `say` is for people: Danish sentences on stderr. */
export type Command = (line: CommandLine, say: (sentence: string) => void) => Promise<CommandResult>;

export const commands: Readonly<Record<CommandName, Command>> = {
  demo: demoCommand,
  import: importCommand,
  draw: drawCommand,
  answer: answerCommand,
  report: reportCommand,
  record: recordCommand,
  verify: verifyCommand,
};
