#!/usr/bin/env node
import { traceOf } from '#core/log/trace-of.ts';
import { errorSentence } from '#shared/words/errors.ts';

import { runCommandLine } from './run-command-line.ts';

// What nobody caught would be printed by Node with its message, which may quote what a file held.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${errorSentence({ code: 'internal' })} (${traceOf(error)})\n`);
  process.exit(1);
});
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
