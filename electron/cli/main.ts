#!/usr/bin/env node
import { traceOf } from '#core/log/trace-of.ts';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import { errorSentence } from '#shared/words/errors.ts';
import { planError } from '#shared/words/plan-errors.ts';

import { parseCommandLine, usage } from './command-line.ts';
import { commands } from './commands.ts';

/** Runs one command. Exit code 0, or 1 with what was wrong; with --json stdout holds one JSON object and nothing else. */
async function main(): Promise<number> {
  const line = parseCommandLine(process.argv.slice(2));
  if (line.kind === 'help') {
    process.stderr.write(`${usage}\n`);
    if (!line.wanted && process.argv.includes('--json')) {
      const { code, message } = inWords(new AppError('invalid-input', 'unknown command or option'));
      process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
    }
    return line.wanted ? 0 : 1;
  }
  const say = (sentence: string): void => {
    process.stderr.write(`${sentence}\n`);
  };
  try {
    const { json, ok } = await commands[line.command](line, say);
    if (line.json) {
      process.stdout.write(`${JSON.stringify(json)}\n`);
    }
    return ok ? 0 : 1;
  } catch (error) {
    const { code, message } = inWords(error);
    if (line.json) {
      process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
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

// What nobody caught would be printed by Node with its message, which may quote what a file held.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${errorSentence({ code: 'internal' })} (${traceOf(error)})\n`);
  process.exit(1);
});
process.exitCode = await main();
