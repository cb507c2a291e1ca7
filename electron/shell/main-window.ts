import { pageOrigin } from './channel.ts';
import type { ElectronApis, ShellWindow } from './electron-apis.ts';
import type { Settings } from './settings.ts';
import { webPreferences } from './web-preferences.ts';
import { words } from './words.ts';

/** The one window, hidden until its page is there. Screen recordings and Windows Recall see it black. */
export function openMainWindow(
  { app, BrowserWindow, dialog }: Pick<ElectronApis, 'app' | 'BrowserWindow' | 'dialog'>,
  preload: string,
  settings: Settings,
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
  // What was typed and saved is in the core; a page that crashed starts again from there.
  window.webContents.on('render-process-gone', () => window.webContents.reload());
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
