import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

import { projectFolder } from './project-folder.ts';

/** The checks of package.json, the longest first: none needs another, and all are told of, not the first that fails. */
const waiting = ['lint', 'types', 'dead-code', 'format:check', 'boundaries'];

const failed: string[] = [];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
console.log(failed.length === 0 ? 'checks: all passed' : `checks: ${failed.join(', ')} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const { code, output } = await run(name);
    process.stdout.write(output);
    if (code !== 0) failed.push(name);
  }
}

/** All that it said in one piece, so that two do not speak in between each other. */
function run(name: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn('npm', ['run', '-s', name], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  const hear = (text: string): void => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
