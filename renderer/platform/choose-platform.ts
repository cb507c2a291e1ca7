import { browserPlatform } from './browser.ts';
import { electronPlatform } from './electron.ts';
import type { Platform } from './platform.ts';

/** The platform of this document: Electron's when the preload left its bridge, else a browser tab on the loopback host. */
export function choosePlatform(): Platform {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  return window.host === undefined ? browserPlatform(nonce) : electronPlatform(window.host, nonce);
}
