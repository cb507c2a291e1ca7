import { endingOf } from '#core/log/log-entry.ts';
import type { Log } from '#core/log/log-file.ts';

import { pageOrigin } from './channel.ts';
import type { ElectronApis, ShellWindow } from './electron-apis.ts';
import type { Settings } from './settings.ts';
import { webPreferences } from './web-preferences.ts';
import { words } from './words.ts';

/** The one window, hidden until its page is there. Screen recordings see it black unless the settings say otherwise. */
export function openMainWindow(
  { app, BrowserWindow, dialog }: Pick<ElectronApis, 'app' | 'BrowserWindow' | 'dialog'>,
  preload: string,
  settings: Settings,
  log: Log,
): ShellWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1280,
    height: 860,
    ...settings.bounds(),
    minWidth: 800,
    minHeight: 600,
    autoHideMenuBar: true,
    title: 'Ledelsestilsyn',
    webPreferences: webPreferences(preload, !app.isPackaged),
  });
  window.setContentProtection(!settings.page().screenCapture);
  window.on('close', () => settings.setBounds(window.getNormalBounds()));
  // The title stands in the task bar, in switchers and in the system's own logs: it names the program, never a case.
  window.on('page-title-updated', (event) => event.preventDefault());
  // What was saved is in the core; a page that crashed starts again from there. Asking ends a circle of crashes.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.write({ level: 'error', event: 'page-gone', ...endingOf(reason) });
    const answer = dialog.showMessageBoxSync(window, {
      type: 'error',
      message: words.pageGone,
      detail: words.pageGoneDetail,
      buttons: [words.openAgain, words.close],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 1) {
      app.quit();
    } else {
      window.webContents.reload();
    }
  });
  // Without this the window would refuse to close, and say nothing, while a page holds something unsaved.
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: words.unsaved,
      detail: words.unsavedDetail,
      buttons: [words.stay, words.closeAnyway],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 1) {
      event.preventDefault();
    }
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) {
      window.restore();
    }
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  return window;
}

export const pageAddress = `${pageOrigin}/index.html`;
