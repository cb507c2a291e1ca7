import { homedir } from 'node:os';

import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  utilityProcess,
} from 'electron';
import Store from 'electron-store';

import { startShell } from './start-shell.ts';

/** The only file that takes Electron itself; everything else takes the part it needs as an argument. */
await startShell(
  { app, BrowserWindow, dialog, Menu, powerMonitor, protocol, safeStorage, session, utilityProcess },
  {
    folder: import.meta.dirname,
    surroundings: { platform: process.platform, home: homedir(), environment: process.env },
    createStore: () => new Store<Record<string, unknown>>({ name: 'settings', configFileMode: 0o600 }),
    faults: process,
  },
);
