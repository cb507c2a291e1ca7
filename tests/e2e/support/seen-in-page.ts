import type { BrowserContext, Page } from '@playwright/test';

/** What the page's surroundings were told: titles, addresses, notifications, console, and what a browser keeps. */
export interface Seen {
  readonly titles: string[];
  readonly addresses: string[];
  readonly notifications: string[];
  readonly console: string[];
}

declare global {
  interface Window {
    sawInPage(kind: string, text: string): void;
  }
}

/** Hears everything from the first document on. */
export async function seeContext(context: BrowserContext): Promise<Seen> {
  const seen: Seen = { titles: [], addresses: [], notifications: [], console: [] };
  await context.exposeBinding('sawInPage', (_source, kind: keyof Seen, text: string) => {
    seen[kind].push(text);
  });
  await context.addInitScript(() => {
    const title = Object.getOwnPropertyDescriptor(Document.prototype, 'title')!;
    Object.defineProperty(Document.prototype, 'title', {
      ...title,
      set(text: string) {
        window.sawInPage('titles', text);
        title.set!.call(this, text);
      },
    });
    for (const name of ['pushState', 'replaceState'] as const) {
      const own = history[name].bind(history);
      history[name] = (data, unused, url) => {
        window.sawInPage('addresses', JSON.stringify([data, unused, String(url ?? '')]));
        own(data, unused, url);
      };
    }
    window.Notification = class {
      constructor(heading: string, options?: NotificationOptions) {
        window.sawInPage('notifications', JSON.stringify([heading, options]));
      }
    } as unknown as typeof Notification;
  });
  context.on('console', (message) => seen.console.push(message.text()));
  context.on('weberror', (error) => seen.console.push(String(error.error().stack ?? error.error())));
  context.on('request', (request) => seen.addresses.push(request.url()));
  return seen;
}

/** What the browser keeps for the page beside its documents. */
export async function keptByBrowser(page: Page) {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { cookies, ...kept };
}

/** The fields on the page that a browser would remember what was written in: text in words, not told to be forgotten. */
export async function rememberedFields(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
      .filter(({ type }) => !['radio', 'checkbox', 'password', 'file', 'hidden', 'range'].includes(type))
      .filter((field) => field.autocomplete !== 'off' && field.getAttribute('aria-hidden') !== 'true')
      .map((field) => `${field.outerHTML.slice(0, 200)}`),
  );
}
