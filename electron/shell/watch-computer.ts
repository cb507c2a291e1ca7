import type { ElectronApis, ShellWindow } from './electron-apis.ts';

/** How often the computer is asked how long nobody has touched it, in milliseconds. */
const lookEveryMs = 15_000;
/** How long the page may save before the workspace is locked in spite of it. A save takes some milliseconds. */
const pageHasMs = 2_000;

export interface LockParts {
  readonly powerMonitor: ElectronApis['powerMonitor'];
  readonly window: ShellWindow;
  /** Minutes without a key or a pointer; asked at every look, because the person may change it. */
  readonly minutes: () => number;
  /** Tells the page, which saves what is being typed and locks. */
  readonly tellPage: () => void;
  /** Locks the workspace, which also brings everything to the disk. */
  readonly lock: () => void;
}

/**
 * Locks when the person leaves: the screen locks, the computer sleeps, another user comes, Windows signs out or shuts
 * down, or nobody has touched the computer for the time chosen. The page counts too; here nothing on it can delay it.
 * Where the computer goes on, the page has two seconds for the last words of a note; where it stops, there are none.
 */
export function lockWhenLeft({ powerMonitor, window, minutes, tellPage, lock }: LockParts): void {
  for (const event of ['lock-screen', 'user-did-resign-active'] as const) {
    powerMonitor.on(event, () => {
      tellPage();
      setTimeout(lock, pageHasMs).unref();
    });
  }
  powerMonitor.on('suspend', lock);
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
