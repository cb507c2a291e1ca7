import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { noPolicy } from '#shared/domain/policy.ts';

import { ownFrame, type StandInOptions } from './electron-stand-in.ts';
import { shellInFolder, type StartInTest } from './shell-in-folder.ts';

let folder: string;
let start: StartInTest;

beforeEach(async () => {
  ({ folder, start } = await shellInFolder());
});

describe('the start', () => {
  it('sandboxes, sets folders and declares the scheme before the app is ready', async () => {
    const { recorded } = await start();
    expect(recorded.calls).toEqual([
      `userData ${join(folder, 'ledelsestilsyn', 'electron')}`,
      `sessionData ${join(folder, 'ledelsestilsyn', 'electron')}`,
      'enableSandbox',
      'switch disable-background-networking',
      'schemes [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true,"codeCache":true}}]',
      'ready',
      'display media null',
      'local AI null',
      'spellcheck false',
      'handle app',
      'menu',
    ]);
  });

  it('shows the page only when it is loaded, hidden from screen recordings', async () => {
    const { window } = await start();
    expect(window.done).toEqual(['content protection true', 'load app://bundle/index.html', 'show']);
  });

  it('tells the core where everything lies, with the full cost of a key', async () => {
    const { forked } = await start();
    expect(forked[0]?.modulePath).toBe(join(folder, 'shell', 'core-process.js'));
    expect(JSON.parse(forked[0]?.options ?? '')).toEqual({
      workspaceFolder: join(folder, 'ledelsestilsyn', 'workspace'),
      resourceFolder: join(folder, 'shell', 'resources'),
      programVersion: '1.2.3',
      keyCost: { N: 131_072, r: 8, p: 1 },
      policy: noPolicy,
      systemKey: true,
    });
  });

  it('opens no second program beside the first, which comes to the front instead', async () => {
    const second = await start({ firstInstance: false });
    expect(second.recorded.calls.at(-1)).toBe('quit');
    expect(second.recorded.windows).toEqual([]);
    const first = await start();
    first.recorded.app.emit('second-instance');
    expect(first.window.done.slice(-2)).toEqual(['restore', 'focus']);
  });

  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'disable-web-security',
    'load-extension',
    'js-flags',
    'enable-logging',
    'log-file',
    'log-net-log',
  ])('refuses --%s once it is installed', async (name) => {
    expect((await start({ packaged: true, switches: [name] })).recorded.windows).toEqual([]);
    expect((await start({ packaged: false, switches: [name] })).recorded.windows).toHaveLength(1);
  });
});

describe('the window', () => {
  it('has exactly these preferences', async () => {
    const { window } = await start({ packaged: true });
    expect(window.options.webPreferences).toEqual({
      preload: join(folder, 'shell', 'preload.cjs'),
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
      spellcheck: false,
      devTools: false,
    });
    expect((await start()).window.options.webPreferences?.devTools).toBe(true);
  });

  it('comes back with the size it had, and ignores a size that is damaged', async () => {
    const { window, stored } = await start();
    window.events.emit('close');
    const again = await start({}, stored);
    expect(again.window.options).toMatchObject({ x: 1, y: 2, width: 1000, height: 700 });
    const damaged = await start({}, { bounds: { x: 'left', width: 1 } });
    expect(damaged.window.options).toMatchObject({ width: 1280, height: 860 });
  });

  it.each([
    ['Åbn siden igen', 'reload', 'menu'],
    ['Luk programmet', 'show', 'quit'],
  ])('says that its page crashed, and goes on as the person wants: "%s"', async (pressed, last, call) => {
    const { window, recorded, logged } = await start({ pressed });
    window.contentEvents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
    expect(recorded.calls).toContain('message box Siden gik i stå');
    expect([window.done.at(-1), recorded.calls.includes(call)]).toEqual([last, true]);
    expect(logged().at(-1)).toMatchObject({ event: 'page-gone', ending: 'oom' });
  });

  it('keeps its title, whatever the page is called', async () => {
    const { window } = await start();
    expect(window.options.title).toBe('Ledelsestilsyn');
    let prevented = false;
    window.events.emit('page-title-updated', { preventDefault: () => (prevented = true) }, 'Signe Syntetisk');
    expect(prevented).toBe(true);
  });

  it('has a menu without developer tools and without reload', async () => {
    const { recorded } = await start();
    expect(JSON.stringify(recorded.menu)).not.toMatch(/devtools|reload/i);
  });
});

describe('navigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s stays on the page', async (event) => {
    const { window } = await start();
    const foreign = [
      'https://example.com/',
      'http://127.0.0.1:8080/',
      'file:///C:/Windows/win.ini',
      'app://other/index.html',
      'app://bundle.evil/index.html',
      'app://bundle@evil/',
      'javascript:alert(1)',
      'data:text/html,x',
      'about:blank',
    ];
    expect(foreign.filter((url) => !window.isPrevented(event, url))).toEqual([]);
    expect(window.isPrevented(event, 'app://bundle/index.html')).toBe(false);
  });

  it('opens no window and no webview', async () => {
    const { window } = await start();
    expect(window.windowOpenHandler?.()).toEqual({ action: 'deny' });
    expect(window.isPrevented('will-attach-webview', 'app://bundle/index.html')).toBe(true);
  });

  it.each([
    ['Bliv', false],
    ['Luk uden at gemme', true],
  ])('asks before a page with something unsaved is closed: "%s"', async (pressed, closes) => {
    const { window, recorded } = await start({ pressed });
    expect(window.isPrevented('will-prevent-unload', '')).toBe(closes);
    expect(recorded.calls).toContain('message box Der er noget, der ikke er gemt');
  });
});

describe('the network', () => {
  it('is closed for everybody, and the developer tools work only while developing', async () => {
    const cancelled = async (options: StandInOptions, url: string): Promise<boolean> => {
      const { recorded } = await start(options);
      let answer = false;
      recorded.request?.({ url }, ({ cancel }) => (answer = cancel));
      return answer;
    };
    for (const url of ['https://example.com/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd', 'app://other/']) {
      expect(await cancelled({}, url), url).toBe(true);
    }
    expect(await cancelled({}, 'app://bundle/assets/main.js')).toBe(false);
    expect(await cancelled({}, 'devtools://devtools/bundled/x.js')).toBe(false);
    expect(await cancelled({ packaged: true }, 'devtools://devtools/bundled/x.js')).toBe(true);
  });
});

describe('the page at app://bundle/', () => {
  it('comes with a policy that leaves it no network, and one fresh nonce in both places', async () => {
    const { recorded } = await start();
    const answer = (await recorded.serve?.({ url: 'app://bundle/index.html' }))!;
    const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1];
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    const again = (await recorded.serve?.({ url: 'app://bundle/index.html' }))!;
    expect(await again.text()).not.toContain(nonce);
  });

  it.each([
    'app://other/index.html',
    'app://bundle/../page/index.html/x',
    'app://bundle/%2e%2e/secret',
    'app://bundle/x',
  ])('has nothing at %s', async (url) => {
    const { recorded } = await start();
    expect((await recorded.serve?.({ url }))?.status).toBe(404);
  });
});

describe('the two ends of the program', () => {
  it('waits with quitting until the core has ended', async () => {
    const { recorded, core } = await start();
    let prevented = 0;
    const quit = () => recorded.app.emit('will-quit', { preventDefault: () => (prevented += 1) });
    recorded.app.emit('window-all-closed');
    quit();
    quit();
    expect(prevented).toBe(2);
    expect(core.sent).toEqual([{ type: 'stop' }]);
    core.exit(0);
    quit();
    expect(prevented).toBe(2);
    expect(recorded.calls.slice(-2)).toEqual(['quit', 'quit']);
  });

  it('says so and ends when the core ends by itself', async () => {
    const { recorded, core, logged } = await start();
    core.exit(1);
    expect(recorded.calls.slice(-2)).toEqual([
      'error box Ledelsestilsyn stoppede uventet: Det, der er gemt, er der stadig. Start programmet igen.',
      'exit 1',
    ]);
    expect(logged().at(-1)).toMatchObject({ event: 'core-ended' });
  });
});

describe('dialogs', () => {
  const chosen = join('/home/ase/Udtræk', 'børn.xlsx');
  const call = { type: 'call', id: 1, name: 'system.chooseFile', input: {} };

  async function ask(options: StandInOptions, frame: object, stored: Record<string, unknown> = {}) {
    const started = await start(options, stored);
    const answers: unknown[] = [];
    started.window.openPage().host.onFrame((answer) => answers.push(answer));
    started.window.receive(ownFrame, frame);
    await expect.poll(() => answers.length).toBe(1);
    return { ...started, answer: answers[0] as { value: { ref: string; name: string } | null } };
  }

  it('give the page a reference and the core the path', async () => {
    const { answer, core, stored } = await ask({ chosen }, call);
    expect(answer.value).toEqual({ ref: expect.stringMatching(/^[\w-]{32}$/), name: 'børn.xlsx' });
    expect(JSON.stringify(answer)).not.toContain('Udtræk');
    expect(core.sent).toEqual([{ type: 'offer', ref: answer.value?.ref, source: { path: chosen } }]);
    expect(stored['lastFolder']).toBe('/home/ase/Udtræk');
  });

  it('answer null when the person changes their mind', async () => {
    const { answer, core } = await ask({}, call);
    expect(answer.value).toBeNull();
    expect(core.sent).toEqual([]);
  });

  it('give the place of a report as a target', async () => {
    const frame = { ...call, name: 'system.saveFile', input: { suggestedName: 'Rapport.xlsx' } };
    const { answer, core } = await ask({ saved: '/home/ase/Rapport.xlsx' }, frame);
    expect(core.sent).toEqual([{ type: 'target', ref: answer.value?.ref, path: '/home/ase/Rapport.xlsx' }]);
    expect((await ask({}, frame)).answer.value).toBeNull();
  });
});
