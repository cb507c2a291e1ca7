import { answerPage } from '../page/answer-page.ts';
import type { ElectronApis, ShellSession } from './electron-apis.ts';
import { isOwnUrl } from './navigation-guard.ts';

/** Must run before the app is ready. `standard` gives the page an origin; `secure` makes it trustworthy. */
export function declareScheme(protocol: ElectronApis['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page's files at app://bundle/. The page's policy leaves it no network: `connect-src 'none'`. */
export function servePage(protocol: ElectronApis['protocol'], pageFolder: string): void {
  protocol.handle('app', async ({ url }) => {
    const path = isOwnUrl(url) ? new URL(url).pathname : '';
    const { status, headers, body } = await answerPage(pageFolder, path, "'none'");
    return new Response(body, { status, headers: { ...headers } });
  });
}

/**
 * Cancels every request that is not for the page's own files, whoever in the browser makes it. Nothing is downloaded
 * either: files are written by the core, where the person chose.
 */
export function closeNetwork(session: ShellSession, developing: boolean): void {
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isAllowedRequest(url, developing) }));
}

/** Besides the page: what it made itself (blob:, data:), and the developer tools while developing. */
export function isAllowedRequest(url: string, developing: boolean): boolean {
  const made = url.startsWith('data:') || url.startsWith('blob:app://bundle/');
  return isOwnUrl(url) || made || (developing && url.startsWith('devtools://'));
}
