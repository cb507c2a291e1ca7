import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { electronStandIn } from './electron-stand-in.ts';
import { shellInFolder } from './shell-in-folder.ts';

/** Every source file of the product, by its path. */
function sources(...folders: readonly string[]): readonly (readonly [string, string])[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')] as const),
  );
}

/** Which files hold a pattern, and what of it. */
function found(files: ReturnType<typeof sources>, pattern: RegExp): readonly string[] {
  return files.flatMap(([path, text]) => [...text.matchAll(pattern)].map(([hit]) => `${path}: ${hit}`));
}

describe('the product writes nothing beside its log', () => {
  const files = sources('electron', 'shared', 'renderer');

  it('to a console or a standard stream, except where a terminal is its window', () => {
    const terminals = [join('electron', 'cli'), join('electron', 'host', 'main.ts')];
    const written = found(files, /\bconsole\.\w+|process\.std(?:out|err)/g);
    expect(written.filter((hit) => !terminals.some((path) => hit.startsWith(path)))).toEqual([]);
    expect(written.length).toBeGreaterThan(5);
  });

  it('nor to recent files, jump lists, notifications, badges, crash reports, the clipboard or other programs', () => {
    const ways =
      /addRecentDocument|setJumpList|setUserTasks|setRepresentedFilename|Notification\(|new Tray|setBadge|setOverlayIcon|crashReporter|clipboard\.(?:write|read)|openPath|openExternal|netLog|contentTracing|setAppLogsPath|enableLogging|appendSwitch\('(?:enable-logging|log-)/g;
    expect(found(sources('electron'), ways)).toEqual([]);
  });

  it('nor to a debugger: nothing listens, and nothing is made that would', () => {
    expect(found(sources('electron'), /openDevTools|inspector|remote-debugging-(?:address|allow)/g)).toEqual([]);
  });

  it('nor over the network: no updater, no fetch, no address outside the computer', () => {
    const ways =
      /autoUpdater|electron-updater|\bnet\.(?:request|fetch|connect)|node:https|node:dgram|(?<!\.)\bfetch\(/g;
    const outside = found(sources(join('electron', 'shell'), join('electron', 'core')), ways);
    expect(outside).toEqual([]);
  });
});

describe('what the shell hands to Electron', () => {
  it('is part of a list: what is not named here cannot be called', () => {
    const { apis } = electronStandIn();
    expect(Object.keys(apis).toSorted()).toEqual([
      'BrowserWindow',
      'Menu',
      'app',
      'dialog',
      'powerMonitor',
      'protocol',
      'safeStorage',
      'session',
      'utilityProcess',
    ]);
    const imported = readFileSync('electron/shell/main.ts', 'utf8');
    const names = /import \{([^}]+)\} from 'electron'/.exec(imported)?.[1]?.match(/\w+/g) ?? [];
    expect(names.toSorted()).toEqual(Object.keys(apis).toSorted());
  });

  it("keeps files that are chosen out of the system's list of recent files", async () => {
    const asked: (readonly string[] | undefined)[] = [];
    const { start } = await shellInFolder();
    const { window } = await start({ onDialog: ({ properties }) => void asked.push(properties) });
    const { host } = window.openPage();
    host.send({ type: 'call', id: 1, name: 'system.chooseFile', input: {} });
    host.send({ type: 'call', id: 2, name: 'system.saveFile', input: { suggestedName: 'Rapport.xlsx' } });
    await expect.poll(() => asked).toEqual([['openFile', 'dontAddToRecent'], ['dontAddToRecent']]);
  });

  it('downloads nothing and chooses no device', async () => {
    const { start } = await shellInFolder();
    const { window, recorded } = await start();
    let prevented = 0;
    const event = { preventDefault: () => void (prevented += 1) };
    recorded.session.emit('will-download', event);
    const chosen: string[] = [];
    const devices = [{ deviceId: 'headset' }];
    window.contentEvents.emit('select-bluetooth-device', event, devices, (id: string) => chosen.push(id));
    expect([prevented, chosen]).toEqual([2, ['']]);
  });
});
