import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page. It is served under a strict policy (electron/page/csp.ts), so nothing is inlined: no scripts, no fonts.
 * Addresses are relative because the page lies at `app://bundle/` in Electron and at a loopback port in a browser.
 * The nonce below is a mark that the server replaces by a fresh one in every answer.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react()],
  html: { cspNonce: '__csp_nonce__' },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/page'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 2_000,
  },
});
