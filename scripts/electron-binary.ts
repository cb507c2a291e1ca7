import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from './project-folder.ts';

const names: Readonly<Record<string, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/**
 * The Electron program, or null where it was not downloaded. Only looks for the file: the package itself starts a
 * download as soon as it is imported.
 */
export function electronBinary(folder = projectFolder, platform: string = process.platform): string | null {
  const path = join(folder, 'node_modules', 'electron', 'dist', names[platform] ?? 'electron');
  return existsSync(path) ? path : null;
}

/** True where a window can be shown. */
export function hasDisplay(
  platform: string = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const display = environment['DISPLAY'] || environment['WAYLAND_DISPLAY'];
  return platform === 'win32' || platform === 'darwin' || display !== undefined;
}
