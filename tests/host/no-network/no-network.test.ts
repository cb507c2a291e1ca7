import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { contentSecurityPolicy } from '../../../electron/page/csp.ts';
import { buildShell } from '../../../scripts/build-shell.ts';
import { projectFolder } from '../../../scripts/project-folder.ts';

interface Source {
  readonly path: string;
  readonly text: string;
}

async function textsIn(folder: string, endings: readonly string[]): Promise<readonly Source[]> {
  const entries = await readdir(join(projectFolder, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && endings.includes(extname(entry.name)));
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({
      path: relative(projectFolder, join(parentPath, name)).replaceAll('\\', '/'),
      text: await readFile(join(parentPath, name), 'utf8'),
    })),
  );
}

/** Each place where a pattern stands, as `file: what`. */
const placesOf = (sources: readonly Source[], pattern: RegExp): readonly string[] =>
  [
    ...new Set(sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, what]) => `${path}: ${what}`))),
  ].toSorted();

const modules =
  /(?:from |import\(|require\()\s*["'](?:node:)?(net|http|https|http2|tls|dns|dns\/promises|dgram|inspector|cluster|child_process|ws|undici)["']/gu;
const calls =
  /(?<![\w.$])((?:globalThis\.|window\.|navigator\.)?(?:fetch|sendBeacon|importScripts)|new (?:WebSocket|WebSocketServer|XMLHttpRequest|EventSource|RTCPeerConnection|WebTransport|Worker|SharedWorker|BroadcastChannel))\(/gu;
const addresses = /((?:https?|wss?):\/\/[\w.-]*)/gu;

describe('the sources', () => {
  let sources: readonly Source[];
  beforeAll(async () => {
    const rooms = ['shared', 'renderer', 'electron', 'resources'];
    sources = (await Promise.all(rooms.map((room) => textsIn(room, ['.ts', '.tsx', '.css', '.html', '.json'])))).flat();
  });

  it('use modules of the network in the loopback host alone, and start another program only there: the browser', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(placesOf(sources, modules)).toEqual([
      'electron/host/http-answers.ts: http',
      'electron/host/http-routes.ts: http',
      'electron/host/listen.ts: http',
      'electron/host/listen.ts: net',
      'electron/host/main.ts: child_process',
      'electron/host/page-sockets.ts: http',
      'electron/host/page-sockets.ts: ws',
      'electron/host/socket-wire.ts: ws',
      'electron/host/uploads.ts: http',
    ]);
  });

  it('ask for something in three files of the page, all of its own host, and start threads of their own', () => {
    expect(placesOf(sources, calls)).toEqual([
      'electron/core/importing/isolated/isolated-export.ts: new Worker',
      'electron/host/page-sockets.ts: new WebSocketServer',
      'electron/host/start-host.ts: new Worker',
      'renderer/platform/browser-session.ts: fetch',
      'renderer/platform/browser-socket-wire.ts: new WebSocket',
      'renderer/platform/browser.ts: fetch',
    ]);
  });

  it('hold no address but their own host’s and the names of Office’s namespaces', () => {
    const foreign = placesOf(sources, addresses).filter(
      (place) => !place.endsWith(': http://schemas.openxmlformats.org'),
    );
    expect(foreign).toEqual([
      // `http://${authority}` and `ws://${location.host}`: the host's own address.
      'electron/host/start-host.ts: http://',
      'electron/host/trust.ts: http://',
      'renderer/platform/browser-socket-wire.ts: ws://',
      // Where published figures come from, as text beside them.
      'resources/benchmarks/boernesagsbarometer.json: https://ast.dk',
      'resources/benchmarks/boernesagsbarometer.json: https://www.sm.dk',
    ]);
  });

  it('name nothing that a browser fetches by itself', () => {
    const hints =
      /(dns-prefetch|preconnect|prefetchDNS|prefetch|preload\(|@import|url\(\s*["']?(?:https?:)?\/\/|<base|http-equiv="refresh" content="0;url=http)/gu;
    expect(placesOf(sources, hints)).toEqual([]);
  });
});

/** Names and references that libraries carry. None is fetched: the page's policy and the run without a network show it. */
const carried: Readonly<Record<string, readonly string[]>> = {
  'names of XML and JSON namespaces': [
    'www.w3.org', 'schemas.openxmlformats.org', 'schemas.microsoft.com', 'purl.org', 'purl.oclc.org', 'www.aiim.org', 'json-schema.org', 'ns.adobe.com',
    'raw.githubusercontent.com', 'spec.openapis.org',
  ],
  'links in messages of errors and in comments': [
    'react.dev', 'mantine.dev', 'developer.mozilla.org', 'github.com', 'gist.github.com', 'goo.gl', 'stuk.github.io', 'feross.org',
    'sheetjs.com', 'tools.ietf.org', 'mathiasbynens.be', 'www.safaribooksonline.com', 'stackoverflow.com', 'wiki.debian.org',
    'npms.io', 'nodejs.org', 'www.npmjs.com', 'bit.ly', 'www.ecma-international.org', 'en.wikipedia.org', 'answers.microsoft.com', 'msdn.microsoft.com', 'www.microsoft.com', 'www.freetype.org', 'ast.dk', 'www.sm.dk',
  ],
  'sources of the tables of old alphabets (iconv-lite)': [
    'www8.plala.or.jp', 'icu-project.org', 'source.icu-project.org', 'www.khngai.com', 'moztw.org', 'www.haible.de', 'www.unicode.org', 'unicode.org',
    'me.abelcheung.org', 'bugzilla.mozilla.org', 'www.ogcio.gov.hk', 'encoding.spec.whatwg.org',
  ],
  'put together at run time: the own host, or a test whether a text is an address': [''],
}; // prettier-ignore
const known = new Set(Object.values(carried).flat());

function foreignIn(text: string): readonly string[] {
  const hosts = [...text.matchAll(/\b(?:https?|wss?):\/\/([\w.-]*)/gu)].map(([, host = '']) => host);
  return [...new Set(hosts)].filter((host) => !known.has(host));
}

describe('the built shell', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tilsyn-no-network-'));
    await buildShell(join(folder, 'shell'));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('loads no module of the network, listens nowhere and names nobody', async () => {
    const names = (await readdir(join(folder, 'shell'))).filter((name) => /\.c?js$/u.test(name));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const text = await readFile(join(folder, 'shell', name), 'utf8');
      expect(placesOf([{ path: name, text }], modules)).toEqual([]);
      expect(text).not.toMatch(/\b(?:autoUpdater|crashReporter|WebSocketServer|createServer)\b/u);
      expect(foreignIn(text), name).toEqual([]);
    }
  });
});

const page = join(projectFolder, 'dist', 'page');
describe.skipIf(!existsSync(join(page, 'index.html')))('the built page', () => {
  it('asks only in the two functions of its own and opens one web socket; every address is a name', async () => {
    const texts = await textsIn('dist/page', ['.js', '.css', '.html']);
    expect(texts.flatMap(({ text }) => foreignIn(text))).toEqual([]);
    const asked = texts.flatMap(({ text }) => [...text.matchAll(calls)].map(([, what]) => what));
    expect(asked).toHaveLength(3);
    expect(new Set(asked)).toEqual(new Set(['fetch', 'new WebSocket']));
    expect(placesOf(texts, /(@import|url\(\s*["']?(?:https?:)?\/\/)/gu)).toEqual([]);
  });
});

it('the page’s policy lets it talk to its own host, and in the window to nobody', () => {
  const directives = (connect: "'self'" | "'none'"): string[] => contentSecurityPolicy('n', connect).split('; ');
  expect(directives("'self'")).toContain("connect-src 'self'");
  expect(directives("'none'")).toContain("connect-src 'none'");
  for (const policy of [directives("'self'"), directives("'none'")]) {
    expect(policy[0]).toBe("default-src 'none'");
    expect(policy.join(' ')).not.toMatch(/https?:|wss?:|\*|unsafe|blob:/u);
  }
});
