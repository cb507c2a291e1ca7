import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { decidePermission, limitPermissions } from '../../electron/shell/permissions.ts';
import { electronStandIn } from './electron-stand-in.ts';

/** Every permission of the installed Electron, read from its types: an upgrade that adds one fails here. */
async function permissionsOfElectron(): Promise<readonly string[]> {
  const types = await readFile('node_modules/electron/electron.d.ts', 'utf8');
  const unions = types.matchAll(
    /setPermission(?:Check|Request)Handler\(handler: .*?permission: ((?:'[\w-]+'(?: \| )?)+)/g,
  );
  const names = [...unions].flatMap(([, union = '']) =>
    [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].toSorted();
}

it('knows every permission there is, and grants one of them, to the page only', async () => {
  const names = await permissionsOfElectron();
  expect(names).toMatchInlineSnapshot(`
    [
      "ar",
      "automatic-fullscreen",
      "background-fetch",
      "background-sync",
      "captured-surface-control",
      "clipboard-read",
      "clipboard-sanitized-write",
      "deprecated-sync-clipboard-read",
      "display-capture",
      "fileSystem",
      "fullscreen",
      "geolocation",
      "geolocation-approximate",
      "hand-tracking",
      "hid",
      "idle-detection",
      "keyboardLock",
      "local-fonts",
      "local-network",
      "local-network-access",
      "loopback-network",
      "media",
      "mediaKeySystem",
      "midi",
      "midiSysex",
      "nfc",
      "notifications",
      "openExternal",
      "payment-handler",
      "periodic-background-sync",
      "persistent-storage",
      "pointerLock",
      "screen-wake-lock",
      "sensors",
      "serial",
      "smart-card",
      "speaker-selection",
      "storage-access",
      "system-wake-lock",
      "top-level-storage-access",
      "unknown",
      "usb",
      "vr",
      "web-app-installation",
      "web-printing",
      "window-management",
    ]
  `);
  expect(names.filter((name) => decidePermission(name, 'app://bundle'))).toEqual(['clipboard-sanitized-write']);
  const foreign = ['', 'null', 'https://example.com', 'app://bundle.evil', 'app://bundle.evil/', 'file:///'];
  expect(foreign.filter((origin) => names.some((name) => decidePermission(name, origin)))).toEqual([]);
});

it('decides in each place where Chromium asks, and gives no device', () => {
  const { apis, recorded } = electronStandIn();
  limitPermissions(apis.session.defaultSession);
  const asked: boolean[] = [];
  for (const permission of ['clipboard-sanitized-write', 'clipboard-read', 'a permission of tomorrow']) {
    const details = { requestingUrl: 'app://bundle/index.html' };
    recorded.ask?.({}, permission, (granted) => asked.push(granted), details);
    asked.push(recorded.check?.({}, permission, 'app://bundle/') ?? true);
    recorded.ask?.({}, permission, (granted) => asked.push(granted), {});
  }
  expect(asked).toEqual([true, true, false, false, false, false, false, false, false]);
  expect(recorded.device?.()).toBe(false);
});
