import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { post, type StartedHost, startedHost, wireProtocols } from '../started-host.ts';

let started: StartedHost;
let session: string;
beforeAll(async () => {
  started = await startedHost();
  session = await started.openSession();
});
afterAll(() => started.end());

const upload = (headers: Record<string, string>) =>
  started.ask('/files', post({ 'x-session': session, ...headers }), Buffer.from('a'));

/** Origins that are not this page's, also where the attacker has stolen the session. */
const origins: readonly (readonly [string, () => string])[] = [
  ['another site', () => 'https://evil.example'],
  ['a frame without an origin, a file, a data address', () => 'null'],
  ['nothing', () => ''],
  ['another port of this computer', () => 'http://127.0.0.1:8080'],
  ['this computer without the port', () => 'http://127.0.0.1'],
  ['localhost', () => `http://localhost:${started.port}`],
  ['the IPv6 loopback', () => `http://[::1]:${started.port}`],
  ['https', () => `https://${started.authority}`],
  ['a site that begins with the address', () => `${started.origin}.evil.example`],
  ['a user before the host', () => `http://evil@${started.authority}`],
  ['the address with a path', () => `${started.origin}/`],
  ['capitals', () => started.origin.toUpperCase()],
  ['two origins', () => `${started.origin}, https://evil.example`],
  ['an extension of the browser', () => 'chrome-extension://abcdefghijklmnop'],
];

describe('Origin', () => {
  it.each(origins)('%s: uploads, downloads, sessions and web sockets are refused', async (_what, originOf) => {
    const origin = originOf();
    expect((await upload({ origin })).status).toBe(403);
    const download = await started.ask('/files/x', { headers: { origin, 'x-session': session } });
    expect(download.status).toBe(403);
    expect((await started.ask('/session', post({ origin, 'x-token': started.token }))).status).toBe(403);
    expect((await started.openSocket(wireProtocols(session), { origin })).outcome).toContain('403');
  });

  it('missing: uploads, sessions and web sockets are refused', async () => {
    expect((await upload({})).status).toBe(403);
    expect((await started.ask('/session', post({ 'x-token': started.token }))).status).toBe(403);
    expect((await started.openSocket(wireProtocols(session), {})).outcome).toContain('403');
  });

  it('twice, the right one first, is refused', async () => {
    const { authority, origin } = started;
    const head = `POST /files HTTP/1.1\r\nHost: ${authority}\r\nOrigin: ${origin}\r\nOrigin: https://evil.example\r\n`;
    const rest = `X-Session: ${session}\r\nContent-Length: 1\r\nConnection: close\r\n\r\na`;
    expect(await started.raw(head + rest)).toMatch(/^HTTP\/1\.1 403 /u);
  });
});

describe('Sec-Fetch-Site', () => {
  it.each(['cross-site', 'same-site', 'none', 'Same-Origin', 'same-origin, cross-site', ''])(
    '»%s« with the right Origin and session is refused',
    async (site) => {
      const headers = { origin: started.origin, 'sec-fetch-site': site };
      expect((await upload(headers)).status).toBe(403);
      expect((await started.ask('/files/x', { headers: { ...headers, 'x-session': session } })).status).toBe(403);
      expect((await started.openSocket(wireProtocols(session), headers)).outcome).toContain('403');
    },
  );

  it('same-origin is what the page sends', async () => {
    expect((await upload({ origin: started.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('requests that another site can make a browser send without asking first', () => {
  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'navigate', 'document'],
    ['a form as text', 'text/plain', 'navigate', 'document'],
    ['a form with files', 'multipart/form-data; boundary=x', 'navigate', 'iframe'],
    ['fetch without CORS', 'text/plain', 'no-cors', 'empty'],
    ['a beacon', 'text/plain;charset=UTF-8', 'no-cors', 'empty'],
  ])('%s', async (_what, type, mode, destination) => {
    // A page cannot add a header to these, and a browser adds no cookie, because there is none.
    const sent = {
      'content-type': type,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': mode,
      origin: 'https://evil.example',
    };
    for (const path of ['/files', '/session', '/', '/wire']) {
      const answer = await started.ask(path, post({ ...sent, 'sec-fetch-dest': destination }), Buffer.from('token=x'));
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain(session);
    }
  });

  it.each(['script', 'style', 'image', 'iframe', 'frame', 'embed', 'object', 'font', 'worker', 'empty', ''])(
    'a file of the page included as »%s« is refused',
    async (destination) => {
      for (const site of ['cross-site', 'same-site']) {
        const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': destination };
        const answers = await Promise.all(['/', '/assets/main.js'].map((path) => started.ask(path, { headers })));
        expect(answers.map(({ status }) => status)).toEqual([403, 403]);
        expect(answers.every(({ headers: own }) => own['cross-origin-resource-policy'] === 'same-origin')).toBe(true);
      }
    },
  );

  it('a link on another site, or the file that leads here, opens the page and nothing more', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await started.ask('/', { headers })).status).toBe(200);
    expect((await started.ask('/files/x', { headers })).status).toBe(403);
  });

  it('what was written is not read as a script: it needs a header that a script element cannot send', async () => {
    for (const query of ['', '?callback=steal', `?session=${session}`]) {
      expect((await started.ask(`/files/anything${query}`)).status).toBe(403);
    }
  });
});

describe('asking first (CORS)', () => {
  it.each(['/', '/session', '/files', '/files/x', '/wire'])('is never answered with a permission: %s', async (path) => {
    const headers = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-session,x-token',
      'access-control-request-private-network': 'true',
    };
    const answers = [await started.ask(path, { method: 'OPTIONS', headers }), await started.ask(path, { headers })];
    for (const answer of answers) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(answers[0]?.status).toBe(404);
  });
});

describe('the web socket', () => {
  it.each([
    ['without a session', () => ['tilsyn']],
    ['with the link', () => wireProtocols(started.token)],
    ['with an empty session', () => wireProtocols('')],
    ['with two sessions, the wrong one first', () => ['tilsyn', 'session.x', `session.${session}`]],
    ['with no protocol at all', () => []],
  ])('stays shut %s', async (_what, protocols) => {
    expect((await started.openSocket(protocols(), { origin: started.origin })).outcome).toContain('403');
  });

  it('stays shut on every other path', async () => {
    for (const path of ['/', '/wire/', '/wire?x', '/WIRE', '//wire', '/files', '/%77ire']) {
      const { outcome } = await started.openSocket(wireProtocols(session), { origin: started.origin }, path);
      expect(outcome, path).toContain('403');
    }
  });
});
