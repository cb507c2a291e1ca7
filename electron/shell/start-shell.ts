import { join } from 'node:path';

import { dataFolder, logFolder } from '#core/files/data-folder.ts';
import { systemClock } from '#core/files/system-clock.ts';
import { endingOf, placeOf } from '#core/log/log-entry.ts';
import { createLog, type Log } from '#core/log/log-file.ts';
import { toErrorData } from '#shared/contract/errors.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import type { ElectronApis } from './electron-apis.ts';
import { setMenu } from './menu.ts';
import { guardNavigation } from './navigation-guard.ts';
import { openApplication, type ShellOptions } from './open-application.ts';
import { closeNetwork, declareScheme, servePage } from './page-protocol.ts';
import { limitPermissions } from './permissions.ts';
import { isUnwanted } from './unwanted-start.ts';

/** The product: one window on the page, the core in its own process, no network. Resolves when the page is shown. */
export async function startShell(electron: ElectronApis, options: ShellOptions): Promise<void> {
  const { app, protocol } = electron;
  setFolders(electron, options);
  if (isUnwanted(app)) {
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

/** Says why the program does not start, and ends it. */
function refuseToStart({ app, dialog }: ElectronApis, log: Log, error: unknown): void {
  const { code } = toErrorData(error);
  log.write({ level: 'error', event: 'start-refused', code, ...placeOf(error) });
  const { what, next } = wordsOfError({ code });
  dialog.showErrorBox(what, next);
  app.exit(1);
}

/** Everything under the local application data; Electron's own choice is the roaming profile. */
function setFolders({ app }: ElectronApis, { surroundings }: ShellOptions): void {
  const folder = join(dataFolder(surroundings), 'electron');
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
}
