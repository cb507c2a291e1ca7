import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Kill {
  /** The file of the program; it says a number a line, each only after what it counts was saved. */
  readonly program: string;
  readonly args: readonly string[];
  /** After how many numbers the moment is waited for. */
  readonly after: number;
  /** Resolves when the program is to be killed. */
  readonly moment: () => Promise<unknown>;
}

const compiled = join(tmpdir(), 'tilsyn-compiled');

/** Lets a program of its own write until its moment has come, and kills it; the last number it said. */
export function killWriting({ program, args, after, moment }: Kill): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Node keeps the compiled sources: a child starts in a third of the time.
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    let said = '';
    let complaint = '';
    let killing = false;
    child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (killing || said.split('\n').length <= after) return;
      killing = true;
      moment().then(() => child.kill('SIGKILL'), reject);
    });
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(Number(said.split('\n').at(-2))) : reject(new Error(complaint)),
    );
  });
}
