import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ensurePage } from './build-page.ts';
import { buildShell } from './build-shell.ts';
import { electronBinary, hasDisplay } from './electron-binary.ts';
import { projectFolder } from './project-folder.ts';
import { words } from './words.ts';

const electron = electronBinary();
const options = process.argv.slice(2);

await ensurePage();
if (electron !== null && hasDisplay()) {
  await buildShell(join(projectFolder, 'dist', 'shell'));
  run(electron, [projectFolder, ...options]);
} else {
  console.error(electron === null ? words.noElectron : words.noDisplay);
  run(process.execPath, [join(projectFolder, 'electron', 'host', 'main.ts'), ...options]);
}

/** Runs the program in this terminal and ends as it ends. Ctrl+C reaches it directly; other signals are passed on. */
function run(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const parent = process.ppid;
  // npm's shell does not pass SIGTERM on; when it is gone, nobody is left to stop the program.
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref();
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
