import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { projectFolder } from '../../scripts/project-folder.ts';
import { electronDefaults } from './fuses.ts';

/** How Electron's program marks its fuses: these bytes, the version of the list, its length, and a digit for each. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/**
 * A folder as Electron is delivered in, for Linux and Windows at once, with programs that hold what electron-builder
 * changes: the fuses, and on Windows the resources of an executable.
 */
export async function makeElectronFolder(folder: string): Promise<void> {
  const fuses = Buffer.concat([
    sentinel,
    Buffer.from([1, electronDefaults.length]),
    Buffer.from(electronDefaults),
    Buffer.alloc(64),
  ]);
  const windowsProgram = join(projectFolder, 'node_modules', 'electron-winstaller', 'vendor', 'rcedit.exe');
  await mkdir(join(folder, 'locales'), { recursive: true });
  // electron-builder writes its archive here; of a folder, other than of a download, it takes nothing away.
  await mkdir(join(folder, 'resources'));
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.alloc(1024), fuses]));
  await chmod(join(folder, 'electron'), 0o755);
  await writeFile(join(folder, 'electron.exe'), Buffer.concat([await readFile(windowsProgram), fuses]));
  await writeFile(join(folder, 'LICENSE'), 'MIT');
  await writeFile(join(folder, 'LICENSES.chromium.html'), '<p>Chromium</p>');
  for (const language of ['da', 'de', 'en-US']) {
    await writeFile(join(folder, 'locales', `${language}.pak`), language);
  }
}

/** The digits of a program's fuses, in the order of Electron's list. */
export async function fusesOf(program: string): Promise<string> {
  const bytes = await readFile(program);
  const start = bytes.indexOf(sentinel) + sentinel.length;
  const length = bytes[start + 1] ?? 0;
  return bytes.subarray(start + 2, start + 2 + length).toString();
}

/** What electron-builder needs of the project, in a folder of its own; the built parts lie in its `dist`. */
export async function makeProjectCopy(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of ['package.json', 'electron-builder.yml', 'LICENSE', 'build']) {
    await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

const run = promisify(execFile);

/** A person's environment: both programs behave otherwise where they see a test runner. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, VITEST: _runner, ...rest } = process.env;
  return rest;
}

/** Runs electron-builder itself up to the folders that the installers are made of. Answers what it printed; throws where it fails. */
export async function runBuilder(project: string, electron: string, ...args: readonly string[]): Promise<string> {
  const program = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  const options = [program, '--projectDir', project, '--x64', '--dir', `-c.electronDist=${electron}`, ...args];
  const { stdout, stderr } = await run(process.execPath, options, { env: environment() });
  return stdout + stderr;
}

/** Runs `npm run package` without installers. Answers what it printed. */
export async function runPackage(out: string): Promise<string> {
  const program = join(projectFolder, 'scripts', 'package.ts');
  const { stdout } = await run(process.execPath, [program, '--out', out], { env: environment() });
  return stdout;
}
