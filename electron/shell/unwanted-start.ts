import type { ShellApp } from './electron-apis.ts';

/** What would let somebody steer an installed program from outside, weaken it, or have Chromium write its own logs. */
const unwantedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'disable-web-security',
  'load-extension',
  'js-flags',
  'enable-logging',
  'log-file',
  'log-net-log',
] as const;

/** True for a second start, and for an installed program that was started with one of those. */
export function isUnwanted(app: ShellApp): boolean {
  const steered = unwantedSwitches.some((name) => app.commandLine.hasSwitch(name));
  return (app.isPackaged && steered) || !app.requestSingleInstanceLock();
}
