import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** A Chromium of this computer: the one that `CHROMIUM` names, else one in a usual place; null where there is none. */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const named = environment['CHROMIUM'];
  if (named !== undefined && named !== '') {
    return exists(named) ? named : null;
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...usual, ...inPath].find(exists) ?? null;
}

/** Installs Debian's own Chromium where that is allowed: as root, with apt-get. Says whether one is there afterwards. */
export function installChromium(): string | null {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.log('Chromium is missing; installing the Debian package chromium.');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = (args: readonly string[]) => spawnSync('apt-get', args, { stdio: 'inherit', env: environment });
    install(['update', '-qq']);
    install(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  return findChromium();
}
