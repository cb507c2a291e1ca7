import { traceOf } from '#core/log/trace-of.ts';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/words/errors.ts';
import { planError } from '#shared/words/plan-errors.ts';

import { parseCommandLine, usage } from './command-line.ts';
import { commands } from './commands.ts';

/** Where a command writes: JSON for programs, sentences for people. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

/** Runs one command. Exit code 0, or 1 with what was wrong; with --json `out` gets one JSON object and nothing else. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const out = (text: string): void => terminal.out(text);
  const err = (text: string): void => terminal.err(text);
  const line = parseCommandLine(words);
  if (line.kind === 'help') {
    err(`${usage}\n`);
    if (!line.wanted && words.includes('--json')) {
      const { code, message } = inWords(new AppError('invalid-input', 'unknown command or option'));
      out(`${JSON.stringify({ error: { code, message } })}\n`);
    }
    return line.wanted ? 0 : 1;
  }
  const say = (sentence: string): void => err(`${sentence}\n`);
  try {
    const { json, ok } = await commands[line.command](line, say);
    if (line.json) {
      out(`${JSON.stringify(json)}\n`);
    }
    return ok ? 0 : 1;
  } catch (error) {
    const { code, message } = inWords(error);
    if (line.json) {
      out(`${JSON.stringify({ error: { code, message } })}\n`);
    }
    say(message);
    return 1;
  }
}

/** A plan, a mapping or a record is written by hand: say also which part of it was not understood. */
const handWritten: readonly ErrorCode[] = [
  'workspace-locked',
  'plan-invalid',
  'mapping-invalid',
  'record-invalid',
  'invalid-input',
];

function inWords(error: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (error instanceof AppError) {
    const sentence = errorSentence(error);
    return {
      code: error.code,
      message:
        handWritten.includes(error.code) && planError(error) === undefined
          ? `${sentence} (${error.message})`
          : sentence,
    };
  }
  return { code: 'internal', message: `${errorSentence({ code: 'internal' })} (${traceOf(error).split('\n', 1)[0]})` };
}
