import { pageOrigin } from './channel.ts';
import type { ShellSession } from './electron-apis.ts';

/** All that the page may ask the browser for: to copy text that the person selected. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Without this Electron grants everything that a page asks for. `origin` may be given as a URL. */
export function decidePermission(permission: string, origin: string): boolean {
  return granted.has(permission) && (origin === pageOrigin || origin.startsWith(`${pageOrigin}/`));
}

/** Puts the decision in each place where Chromium asks; devices, screens and local models are never given. */
export function limitPermissions(session: ShellSession): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => decidePermission(permission, origin));
  session.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl = '' }) =>
    callback(decidePermission(permission, requestingUrl)),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.registerLocalAIHandler(null);
}
