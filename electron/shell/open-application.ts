import { join } from 'node:path';

import { defaultWorkspace, logFolder, type Surroundings } from '#core/files/data-folder.ts';
import { productionKeyCost } from '#core/files/key-cost.ts';
import { readPolicy } from '#core/files/read-policy.ts';
import { logFailures } from '#core/log/log-failures.ts';
import { type Log, logFileIn } from '#core/log/log-file.ts';
import type { CoreOptions } from '#core/process/core-pipe.ts';
import { createAnnouncer } from '#shared/contract/events.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { serve } from '#shared/rpc/serve.ts';

import { pageOrigin } from './channel.ts';
import { type CoreChild, startCoreChild } from './core-child.ts';
import { createDialogs } from './dialogs.ts';
import { serveDrops } from './dropped-files.ts';
import type { ElectronApis, ShellWindow } from './electron-apis.ts';
import { endOnFault, type Faults } from './end-on-fault.ts';
import { openMainWindow, pageAddress } from './main-window.ts';
import { createSettings, type Settings, type SettingsStore } from './settings.ts';
import { createSystemHandlers } from './system-handlers.ts';
import { createSystemKey } from './system-key.ts';
import { lockWhenLeft } from './watch-computer.ts';
import { onEachDocument, wireOf } from './window-wire.ts';

export interface ShellOptions {
  /** The folder of the built shell: preload, core process and resources lie in it, the page beside it. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  /** Made only after the folders are set, because electron-store looks for them. */
  readonly createStore: () => SettingsStore;
  readonly faults: Faults;
}

/** Starts the core, opens the window on it, and shows the page. Rejects with `policy-invalid` before it starts anything. */
export async function openApplication(electron: ElectronApis, options: ShellOptions, log: Log): Promise<void> {
  const { app, dialog, powerMonitor, safeStorage } = electron;
  const { folder, surroundings, createStore, faults } = options;
  const { announce, subscribe } = createAnnouncer();
  const policy = await readPolicy(surroundings, app.isPackaged);
  const settings = createSettings(createStore(), policy);
  const core = startCoreChild(electron, {
    modulePath: join(folder, 'core-process.js'),
    options: coreOptions(electron, options, policy),
    keyStore: createSystemKey(safeStorage, surroundings.platform),
    log,
    announce,
  });
  endOnFault(faults, log, dialog, core.fail);
  const window = openMainWindow(electron, join(folder, 'preload.cjs'), settings, log);
  const application = logFailures(
    { ...core.application, ...systemRows({ electron, options, policy, settings, core, window }) },
    log,
  );
  onEachDocument(window.webContents, pageOrigin, (document) => {
    serve(application, wireOf(document), subscribe);
    serveDrops(document, core.files);
  });
  lockWhenLeft({
    powerMonitor,
    window,
    minutes: () => settings.page().lockAfterMinutes,
    tellPage: () => announce({ name: 'leaving' }),
    // Without an open workspace there is nothing to lock.
    lock: () => void core.application['workspace.lock']({}).catch(() => undefined),
  });
  await window.loadURL(pageAddress);
  window.show();
}

function coreOptions({ app }: ElectronApis, { folder, surroundings }: ShellOptions, policy: Policy): CoreOptions {
  return {
    workspaceFolder: defaultWorkspace(surroundings),
    resourceFolder: join(folder, 'resources'),
    programVersion: app.getVersion(),
    keyCost: productionKeyCost,
    policy,
    systemKey: true,
  };
}

interface SystemRows {
  readonly electron: ElectronApis;
  readonly options: ShellOptions;
  readonly policy: Policy;
  readonly settings: Settings;
  readonly core: CoreChild;
  readonly window: ShellWindow;
}

function systemRows({ electron: { app, dialog }, options, policy, settings, core, window }: SystemRows) {
  return createSystemHandlers({
    about: {
      program: 'Ledelsestilsyn',
      version: app.getVersion(),
      host: 'electron',
      workspaceFolder: defaultWorkspace(options.surroundings),
      logFile: logFileIn(logFolder(options.surroundings)),
    },
    policy,
    settings,
    dialogs: createDialogs(dialog, window, settings, core.files),
    core: core.application,
    apply: ({ screenCapture }) => window.setContentProtection(!screenCapture),
  });
}
