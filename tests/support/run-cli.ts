import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const main = resolve(import.meta.dirname, '../../electron/cli/main.ts');

/** Runs the real command line as its own process; scrypt is cheap in tests, the file header says so. */
export function runCli(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<CliRun> {
  const env = { ...process.env, TILSYN_KEY_COST: '1024', TILSYN_PASSPHRASE: 'en lang adgangskode', ...environment };
  return new Promise((done) => {
    execFile(process.execPath, [main, ...words], { env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

/** The same with --json, and stdout read as the one JSON object it must be. */
export async function cliJson<T>(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const { stdout } = await runCli([...words, '--json'], environment);
  return JSON.parse(stdout) as T;
}
