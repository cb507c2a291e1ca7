import { join } from 'node:path';

import { dataFolder, defaultWorkspace, logFolder, type Surroundings } from '#core/files/data-folder.ts';
import { productionKeyCost } from '#core/files/key-cost.ts';
import { readPolicy } from '#core/files/read-policy.ts';
import { systemClock } from '#core/files/system-clock.ts';
import { endingOf, placeOf } from '#core/log/log-entry.ts';
import { logFailures } from '#core/log/log-failures.ts';
import { createLog, type Log, logFileIn } from '#core/log/log-file.ts';
import { toErrorData } from '#shared/contract/errors.ts';
import { createAnnouncer } from '#shared/contract/events.ts';
import type { Application } from '#shared/contract/operations.ts';
import { serve } from '#shared/rpc/serve.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { pageOrigin } from './channel.ts';
import { startCoreChild } from './core-child.ts';
import { createDialogs } from './dialogs.ts';
import { serveDrops } from './dropped-files.ts';
import type { ElectronApis } from './electron-apis.ts';
import { endOnFault, type Faults } from './end-on-fault.ts';
import { openMainWindow, pageAddress } from './main-window.ts';
import { setMenu } from './menu.ts';
import { guardNavigation } from './navigation-guard.ts';
import { closeNetwork, declareScheme, servePage } from './page-protocol.ts';
import { limitPermissions } from './permissions.ts';
import { createSettings, type SettingsStore } from './settings.ts';
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

/** The product: one window on the page, the core in its own process, no network. Resolves when the page is shown. */
export async function startShell(electron: ElectronApis, options: ShellOptions): Promise<void> {
  const { app, protocol } = electron;
  setFolders(electron, options);
  if (isUnwanted(electron)) {
    app.quit();
    return;
  }
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  declareScheme(protocol);
  guardNavigation(app);
  await app.whenReady();

  const log = createLog(logFolder(options.surroundings), systemClock);
  log.write({ level: 'info', event: 'program-started' });
  app.on('child-process-gone', (_event, { reason }) =>
    log.write({ level: 'warning', event: 'process-gone', ...endingOf(reason) }),
  );

  const session = electron.session.defaultSession;
  limitPermissions(session);
  closeNetwork(session, !app.isPackaged);
  session.setSpellCheckerEnabled(false);
  servePage(protocol, join(options.folder, '..', 'page'));
  setMenu(electron.Menu);
  await openApplication(electron, options, log).catch((error: unknown) => refuseToStart(electron, log, error));
}

async function openApplication(
  electron: ElectronApis,
  { folder, surroundings, createStore, faults }: ShellOptions,
  log: Log,
) {
  const { app, dialog, powerMonitor } = electron;
  const { announce, subscribe } = createAnnouncer();
  const policy = await readPolicy(surroundings, app.isPackaged);
  const settings = createSettings(createStore(), policy);
  const workspaceFolder = defaultWorkspace(surroundings);
  const programVersion = app.getVersion();
  const core = startCoreChild(electron, {
    modulePath: join(folder, 'core-process.js'),
    options: {
      workspaceFolder,
      resourceFolder: join(folder, 'resources'),
      programVersion,
      keyCost: productionKeyCost,
      policy,
      systemKey: true,
    },
    keyStore: createSystemKey(electron.safeStorage, surroundings.platform),
    log,
    announce,
  });
  endOnFault(faults, log, dialog, () => core.fail());
  const window = openMainWindow(electron, join(folder, 'preload.cjs'), settings, log);
  const application = logFailures(
    {
      ...core.application,
      ...createSystemHandlers({
        about: {
          program: 'Ledelsestilsyn',
          version: programVersion,
          host: 'electron',
          workspaceFolder,
          logFile: logFileIn(logFolder(surroundings)),
        },
        policy,
        settings,
        dialogs: createDialogs(dialog, window, settings, core.files),
        core: core.application,
        apply: ({ screenCapture }) => window.setContentProtection(!screenCapture),
      }),
    },
    log,
  );
  onEachDocument(window.webContents, pageOrigin, (document) => {
    serve(application, wireOf(document), subscribe);
    serveDrops(document, core.files);
  });
  const minutes = (): number => settings.page().lockAfterMinutes;
  lockWhenLeft({ powerMonitor, window, minutes, lock: () => lockWorkspace(core.application) });
  await window.loadURL(pageAddress);
  window.show();
}

/** Says why the program does not start, and ends it. */
function refuseToStart({ app, dialog }: ElectronApis, log: Log, error: unknown): void {
  const { code } = toErrorData(error);
  log.write({ level: 'error', event: 'start-refused', code, ...placeOf(error) });
  const { what, next } = wordsOfError({ code });
  dialog.showErrorBox(what, next);
  app.exit(1);
}

/** The key leaves the memory when the person leaves the computer. Without an open workspace there is nothing to lock. */
function lockWorkspace(core: Application): void {
  core['workspace.lock']({}).catch(() => undefined);
}

/** Everything under the local application data; Electron's own choice is the roaming profile. */
function setFolders({ app }: ElectronApis, { surroundings }: ShellOptions): void {
  const folder = join(dataFolder(surroundings), 'electron');
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
}

/** True for a second start, and for an installed program that somebody wants to steer from outside. */
function isUnwanted({ app }: ElectronApis): boolean {
  const steered = ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name));
  return (app.isPackaged && steered) || !app.requestSingleInstanceLock();
}
