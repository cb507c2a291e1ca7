import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import type { CliRun } from './run-cli.ts';

export interface CliSession {
  run(words: readonly string[]): Promise<CliRun>;
  /** What the process itself wrote on stderr, besides what the commands said. */
  end(): Promise<string>;
}

const program = resolve(import.meta.dirname, '../cli/session-child.ts');

/** The command line in one process for many commands: starting it costs more than most of them. */
export function cliSession(environment: Readonly<Record<string, string>>): CliSession {
  const env = { ...process.env, TILSYN_KEY_COST: '1024', ...environment };
  const child = spawn(process.execPath, [program], { env, stdio: 'pipe' });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    run: async (words) => {
      child.stdin.write(`${JSON.stringify(words)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the command line ended: ${errors}`);
      return JSON.parse(value) as CliRun;
    },
    end: async () => {
      child.stdin.end();
      await once(child, 'close');
      return errors;
    },
  };
}
