import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { decidePermission, limitPermissions } from '../../electron/shell/permissions.ts';
import { electronStandIn } from './electron-stand-in.ts';

/** Every permission of the installed Electron, read from its types: an upgrade that adds one fails here. */
const types = await readFile('node_modules/electron/electron.d.ts', 'utf8');

function permissionsOfElectron(): readonly string[] {
  const unions = types.matchAll(
    /setPermission(?:Check|Request)Handler\(handler: .*?permission: ((?:'[\w-]+'(?: \| )?)+)/g,
  );
  const names = [...unions].flatMap(([, union = '']) =>
    [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].toSorted();
}

it('knows every permission there is, and grants one of them, to the page only', () => {
  const names = permissionsOfElectron();
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

it('answers for every handler and chooser of a session and its pages, or has a reason not to', () => {
  const handlers = [...types.matchAll(/^    (set\w*Handler|register\w*Handler)\(/gm)].map(([, name = '']) => name);
  const choosers = [...types.matchAll(/ on\(event: '(select-[\w-]+)'/g)].map(([, name = '']) => name);
  expect([...new Set([...handlers, ...choosers])].toSorted()).toEqual([
    'registerLocalAIHandler', // null: none
    'select-bluetooth-device', // prevented
    'select-client-certificate', // the page has no network
    'select-hid-device', // the permission `hid` comes first
    'select-serial-port', // the permission `serial` comes first
    'select-usb-device', // the permission `usb` comes first
    'select-webauthn-account', // without a listener: cancelled
    'select-webauthn-authenticator', // none is configured
    'setBluetoothPairingHandler', // no device is chosen, so none is paired
    'setClientCertRequestPasswordHandler', // the page has no network
    'setDevicePermissionHandler', // false
    'setDisplayMediaRequestHandler', // null: nothing is shown
    'setPermissionCheckHandler', // decidePermission
    'setPermissionRequestHandler', // decidePermission
    'setPromptAPIHandler', // of a local model's own process, which is never started
    'setUSBProtectedClassesHandler', // no device is chosen
    'setWindowOpenHandler', // denied
  ]);
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
