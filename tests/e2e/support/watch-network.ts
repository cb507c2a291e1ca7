import type { Browser, BrowserContext } from '@playwright/test';

/** The origins of the hosts that this process started. */
const own = new Set<string>();

export function isOwnHost(origin: string): void {
  own.add(origin);
}

/** Everything that a context asks of anybody but a host of its own, and everything that a security policy had to stop. */
export function watchContext(context: BrowserContext, wrong: string[]): void {
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data):/u.test(url) && !own.has(new URL(url).origin)) wrong.push(`request to ${url}`);
  });
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) wrong.push(message.text());
  });
  context.on('serviceworker', (worker) => wrong.push(`service worker ${worker.url()}`));
  context.on('page', (page) => {
    page.on('worker', (worker) => wrong.push(`worker ${worker.url()}`));
    page.on('websocket', (socket) => {
      const { origin, pathname } = new URL(socket.url().replace(/^ws/u, 'http'));
      if (!own.has(origin) || pathname !== '/wire') wrong.push(`web socket to ${socket.url()}`);
    });
  });
}

/** The same for every context that the browser has or opens. Resolves with how to stop. */
export function watchBrowser(browser: Browser, wrong: string[]): () => void {
  const watch = (context: BrowserContext): void => watchContext(context, wrong);
  browser.contexts().forEach(watch);
  browser.on('context', watch);
  return () => browser.off('context', watch);
}
