import { createInterface } from 'node:readline';

import { runCommandLine } from '../../electron/cli/run-command-line.ts';

/** Runs one command line after another: a line of JSON words comes in, a line of JSON with what came of it goes out. */
for await (const words of createInterface({ input: process.stdin })) {
  let [stdout, stderr] = ['', ''];
  const code = await runCommandLine(JSON.parse(words) as string[], {
    out: (text) => (stdout += text),
    err: (text) => (stderr += text),
  });
  process.stdout.write(`${JSON.stringify({ code, stdout, stderr })}\n`);
}
