import { expect, test } from './support/start-host.ts';
import { watchBrowser } from './support/watch-network.ts';

test('the link works once: the address forgets it, a reload goes on, a second browser is refused', async ({
  page,
  host,
  browser,
}) => {
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect.poll(() => page.url()).toBe(`${host.origin}/`);
  const session = await page.evaluate(() => sessionStorage.getItem('session'));
  expect(session).toHaveLength(43);

  const socket = page.waitForEvent('websocket');
  await page.reload();
  expect((await socket).url()).toBe(`${host.origin.replace('http', 'ws')}/wire`);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await page.evaluate(() => sessionStorage.getItem('session'))).toBe(session);

  const other = await (await browser.newContext()).newPage();
  const refused = other.waitForResponse(`${host.origin}/session`);
  await other.goto(host.link);
  expect((await refused).status()).toBe(403);
  expect(await other.evaluate(() => sessionStorage.getItem('session'))).toBeNull();
});

test.describe('attacks', () => {
  test.use({ attacks: true });

  test('no script of another kind runs in the page', async ({ host, browser }) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(host.link);
    const outcome = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.head.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
      const image = document.createElement('img');
      image.src = 'https://example.com/x.png';
      document.body.append(image);
      const fetched = await fetch('https://example.com/').catch(() => 'stopped');
      const frame = document.createElement('iframe');
      frame.src = '/';
      document.body.append(frame);
      for (let turn = 0; turn < 100 && new Set(violations).size < 5; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return { title: document.title, fetched, violations: [...new Set(violations)].sort() };
    });
    expect(outcome).toEqual({
      title: expect.not.stringContaining('taken over'),
      fetched: 'stopped',
      violations: ['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem'],
    });
  });

  test('a page of another site can neither read nor call the host', async ({ page, host, browser }) => {
    const session = await page.evaluate(() => sessionStorage.getItem('session'));
    const evil = await (await browser.newContext()).newPage();
    await evil.route('http://evil.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>evil' }));
    await evil.goto('http://evil.example/');
    const outcome = await evil.evaluate(
      async ([origin, stolen]) => {
        const headers = { 'x-session': stolen };
        const read = await fetch(`${origin}/`).then(
          () => 'read',
          () => 'stopped',
        );
        const upload = await fetch(`${origin}/files`, { method: 'POST', headers, body: 'x' }).then(
          () => 'read',
          () => 'stopped',
        );
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/wire`, ['tilsyn', `session.${stolen}`]);
        const opened = await new Promise((resolve) => {
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('stopped'));
        });
        return { read, upload, opened };
      },
      [host.origin, session ?? ''] as const,
    );
    expect(outcome).toEqual({ read: 'stopped', upload: 'stopped', opened: 'stopped' });
  });

  test('the watch over every story sees a request, a web socket, a worker and a stopped script in any window', async ({
    host,
    browser,
  }) => {
    const wrong: string[] = [];
    const stop = watchBrowser(browser, wrong);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(host.link);
    await expect(page.locator('#root')).not.toBeEmpty();
    expect(wrong).toEqual([]);
    // In a page of its own: the browser puts its error page there, and no later navigation may meet it.
    await (await context.newPage()).goto('http://127.0.0.1:9/').catch(() => undefined);
    const blank = await context.newPage();
    await blank.evaluate(() => {
      new WebSocket('ws://127.0.0.1:9/');
      new Worker(URL.createObjectURL(new Blob(['0'])));
    });
    await page.goto(host.origin);
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/x.png' })),
    );
    for (const what of [
      'request to http://127.0.0.1:9/',
      'web socket to ws://127.0.0.1:9/',
      'worker blob:',
      'Content Security Policy',
    ]) {
      await expect.poll(() => wrong.join('\n')).toContain(what);
    }
    stop();
  });
});
