import type { ElectronApis, ShellWindow } from './electron-apis.ts';

/** How often the computer is asked how long nobody has touched it, in milliseconds. */
const lookEveryMs = 15_000;

export interface LockParts {
  readonly powerMonitor: ElectronApis['powerMonitor'];
  readonly window: ShellWindow;
  /** Minutes without a key or a pointer; asked at every look, because the person may change it. */
  readonly minutes: () => number;
  /** Locks the workspace, which also brings everything to the disk. */
  readonly lock: () => void;
}

/**
 * Locks when the person leaves: the screen locks, the computer sleeps, another user comes, Windows signs out or shuts
 * down, or nobody has touched the computer for the time chosen. The page counts too; here nothing on it can delay it.
 */
export function lockWhenLeft({ powerMonitor, window, minutes, lock }: LockParts): void {
  for (const event of ['lock-screen', 'suspend', 'user-did-resign-active'] as const) {
    powerMonitor.on(event, lock);
  }
  for (const event of ['query-session-end', 'session-end'] as const) {
    window.on(event, lock);
  }
  let away = false;
  setInterval(() => {
    const left = powerMonitor.getSystemIdleTime() >= minutes() * 60;
    if (left && !away) lock();
    away = left;
  }, lookEveryMs).unref();
}
