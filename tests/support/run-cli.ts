import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

import { type CliSession, cliSession } from './cli-session.ts';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const main = resolve(import.meta.dirname, '../../electron/cli/main.ts');

const usual = { TILSYN_KEY_COST: '1024', TILSYN_PASSPHRASE: 'en lang adgangskode' };

/** Runs the program as its own process; scrypt is cheap in tests, the file header says so. */
export function runProgram(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  const env = { ...process.env, ...usual, ...environment };
  return new Promise((done) => {
    execFile(process.execPath, [main, ...words], { env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

/** The same with --json, and stdout read as the one JSON object it must be. */
export async function programJson<T>(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const { stdout } = await runProgram([...words, '--json'], environment);
  return JSON.parse(stdout) as T;
}

let session: CliSession | null = null;

/**
 * Runs a command as the program does, in a process that all such commands of the tests share: starting the program costs
 * more than most of them. Every command is also run by `runProgram` somewhere. The process ends with the one of the tests.
 */
export function runCli(words: readonly string[]): Promise<CliRun> {
  session ??= cliSession(usual);
  return session.run(words);
}

/** The same with --json, and stdout read as the one JSON object it must be. */
export async function cliJson<T>(words: readonly string[]): Promise<T> {
  const { stdout } = await runCli([...words, '--json']);
  return JSON.parse(stdout) as T;
}
