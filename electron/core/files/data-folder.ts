import { posix, win32 } from 'node:path';

const program = 'Ledelsestilsyn';

export interface Surroundings {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The folder of this program's data on this computer. Never the roaming profile: that is copied to a server at logoff.
 */
export function dataFolder({ platform, home, environment }: Surroundings): string {
  if (platform === 'win32') {
    return win32.join(environment['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), program);
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', program);
  }
  return posix.join(environment['XDG_DATA_HOME'] ?? posix.join(home, '.local', 'share'), program.toLowerCase());
}

/** The workspace a person gets without asking for another; the same for the window and the loopback host. */
export function defaultWorkspace(surroundings: Surroundings): string {
  const path = surroundings.platform === 'win32' ? win32 : posix;
  return path.join(dataFolder(surroundings), 'workspace');
}

/** Where the window's host writes the program's own log. */
export function logFolder(surroundings: Surroundings): string {
  const path = surroundings.platform === 'win32' ? win32 : posix;
  return path.join(dataFolder(surroundings), 'logs');
}
