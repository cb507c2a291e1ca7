import type { WebPreferences } from 'electron';

/** What a window's page may do. The defaults are written out, so that a change of one shows in the tests. */
export function webPreferences(preload: string, developing: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Chromium fetches its dictionaries from the internet.
    spellcheck: false,
    devTools: developing,
  };
}
