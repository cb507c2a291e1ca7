import { pageOrigin } from './channel.ts';
import type { Navigation, ShellApp } from './electron-apis.ts';

/** True for the page's own addresses. A prefix is exact here: the slash ends the host's name. */
export function isOwnUrl(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`);
}

/** Keeps every window on the page: no other address, no new window, no embedded browser. */
export function guardNavigation(app: ShellApp): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: Navigation): void => {
      if (!isOwnUrl(event.url)) {
        event.preventDefault();
      }
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // The only chooser that no permission stands before; no device is chosen.
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
