import { request } from 'node:http';
import { once } from 'node:events';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { usualLimits } from '../../../electron/host/listen.ts';
import { connected, everythingFrom, post, type StartedHost, startedHost, wireProtocols } from '../started-host.ts';

let started: StartedHost;
let session: string;
beforeAll(async () => {
  const limits = { ...usualLimits, headersMs: 400, requestMs: 600, betweenMs: 300, checkMs: 50 };
  started = await startedHost({ limits });
  session = await started.openSession();
});
afterAll(() => started.end());

const upload = (more: string): string =>
  `POST /files HTTP/1.1\r\nHost: ${started.authority}\r\nOrigin: ${started.origin}\r\nX-Session: ${session}\r\n${more}`;
const answersIn = (text: string): number => text.split('HTTP/1.1 ').length - 1;

describe('request smuggling: what could be read in two ways is not read', () => {
  it.each([
    ['two lengths', 'Content-Length: 1\r\nContent-Length: 40\r\n\r\na'],
    ['two lengths in one line', 'Content-Length: 1, 40\r\n\r\na'],
    ['a length and pieces', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['pieces and a length', 'Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n'],
    ['pieces that are not last', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
    ['pieces spelt otherwise', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a negative length', 'Content-Length: -1\r\n\r\n'],
    ['a length with a sign', 'Content-Length: +1\r\n\r\na'],
    ['a length in base sixteen', 'Content-Length: 0x1\r\n\r\na'],
    ['a blank before the colon', 'Content-Length : 1\r\n\r\na'],
    ['a line folded', 'Content-Length:\r\n 1\r\n\r\na'],
    ['a piece of no length', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n'],
    ['a NUL in a header', 'X-File-Name: a\0b\r\nContent-Length: 1\r\n\r\na'],
    ['lines that end with LF only', 'X-A: b\nContent-Length: 1\n\na'],
  ])('%s', async (_what, rest) => {
    const smuggled = 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n';
    const text = await started.raw(upload(rest + smuggled));
    expect(text).toMatch(/^HTTP\/1\.1 400 /u);
    expect(answersIn(text)).toBe(1);
    expect(text).toContain('Connection: close');
  });

  it('a request behind another is a request of its own, and as little trusted', async () => {
    const second = `GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
    const text = await started.raw(`${upload('Content-Length: 1\r\n\r\na')}${second}`);
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/gu)].map(([, status]) => status)).toEqual(['200', '403']);
  });

  it('what follows a refused request on the same connection is not answered', async () => {
    const text = await started.raw(
      `POST /files HTTP/1.1\r\nHost: ${started.authority}\r\nContent-Length: 400\r\n\r\nGET / HTTP/1.1\r\nHost: ${started.authority}\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 403 /u);
    expect(answersIn(text)).toBe(1);
  });
});

describe('too much', () => {
  it.each([
    ['one long header', () => `X-A: ${'a'.repeat(20_000)}\r\n`],
    ['many headers', () => Array.from({ length: 3_000 }, (_, at) => `X-${at}: a\r\n`).join('')],
    ['a long address', () => ''],
  ])('%s', async (what, header) => {
    const path = what === 'a long address' ? `/${'a'.repeat(20_000)}` : '/';
    const text = await started.raw(`GET ${path} HTTP/1.1\r\nHost: ${started.authority}\r\n${header()}\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 431 /u);
  });

  it('a body where none is wanted is not kept: the answer comes, and the connection ends', async () => {
    const body = Buffer.alloc(4 * 1024 * 1024, 'a');
    const answer = await started.ask('/session', post({ origin: started.origin, 'x-token': 'wrong' }), body).catch(
      // The host may close before the last byte was sent.
      (error: NodeJS.ErrnoException) => ({ status: 403, headers: { connection: 'close' }, error: error.code }),
    );
    expect(answer).toMatchObject({ status: 403, headers: { connection: 'close' } });
  });

  it('a frame over 16 MB closes the wire, in one piece or in many, and the host goes on', async () => {
    for (const pieces of [1, 20]) {
      const { socket } = await started.openSocket(wireProtocols(session), { origin: started.origin });
      const closed = once(socket, 'close');
      for (let piece = 1; piece <= pieces; piece += 1) {
        socket.send(Buffer.alloc(Math.ceil((17 * 1024 * 1024) / pieces), 'a'), {
          fin: piece === pieces,
          binary: false,
        });
      }
      const [code] = (await closed) as [number];
      expect([1009, 1006]).toContain(code);
      expect((await started.ask('/')).status).toBe(200);
    }
  });

  it.each([
    ['a frame that nobody masked', Buffer.from([0x81, 0x01, 0x61])],
    ['a frame of a kind that does not exist', Buffer.from([0x83, 0x80, 0, 0, 0, 0])],
    ['text that is not UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe])],
    ['a length of 2^63', Buffer.from([0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('%s closes the wire, and the host goes on', async (_what, bytes) => {
    const socket = await connected(started.port);
    const head = [
      'GET /wire HTTP/1.1',
      `Host: ${started.authority}`,
      `Origin: ${started.origin}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Protocol: ${wireProtocols(session).join(', ')}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    await once(socket, 'data');
    socket.write(bytes);
    socket.end();
    await everythingFrom(socket);
    expect((await started.ask('/')).status).toBe(200);
  });

  it('a caller that breaks off in the middle of opening a wire does not end the program', async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const socket = await connected(started.port);
      socket.write(
        `GET /wire HTTP/1.1\r\nHost: ${started.authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
      socket.resetAndDestroy();
    }
    expect((await started.ask('/')).status).toBe(200);
  });
});

describe('slow on purpose', () => {
  it('a connection that says nothing is closed, long before a request would have to be whole', async () => {
    const limits = { ...usualLimits, headersMs: 400, checkMs: 50 };
    const patient = await startedHost({ limits });
    await everythingFrom(await connected(patient.port));
    await patient.end();
  });

  it('headers that come a letter at a time are not waited for', async () => {
    const socket = await connected(started.port);
    const text = everythingFrom(socket);
    const letters = `GET / HTTP/1.1\r\nHost: ${started.authority}\r\nX-A: ${'a'.repeat(10_000)}`.split('');
    const dribble = setInterval(() => socket.write(letters.shift() ?? 'a'), 5);
    expect(await text).toMatch(/^(HTTP\/1\.1 408 |$)/u);
    clearInterval(dribble);
  });

  it('a body that comes a letter at a time is not waited for', async () => {
    const socket = await connected(started.port);
    const text = everythingFrom(socket);
    socket.write(upload('Content-Length: 100000\r\n\r\n'));
    const dribble = setInterval(() => socket.write('a'), 5);
    expect(await text).not.toContain(' 200 ');
    clearInterval(dribble);
  });

  it('an answered connection that asks nothing more is closed', async () => {
    const socket = await connected(started.port);
    socket.write(`GET / HTTP/1.1\r\nHost: ${started.authority}\r\n\r\n`);
    expect(answersIn(await everythingFrom(socket))).toBe(1);
  });

  it('the usual limits are shorter than a person waits', () => {
    expect(usualLimits.headersMs).toBeLessThanOrEqual(10_000);
    expect(usualLimits.requestMs).toBeLessThanOrEqual(120_000);
    expect(usualLimits.headerBytes).toBeLessThanOrEqual(16 * 1024);
    expect(usualLimits.connections).toBeLessThanOrEqual(256);
  });
});

describe('paths out of the folder', () => {
  const out = [
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/assets/../../secret.js',
    '/assets\\..\\..\\secret.js',
    '/....//secret.js',
    '/..;/secret.js',
    '/%252e%252e/secret.js',
    '/%c0%ae%c0%ae/secret.js',
    '//secret.js',
    '/C:/secret.js',
    '/assets/%00.js',
    '/assets/main.js%00.html',
    '/assets/main.js/',
    '/.env',
    '/assets/.hidden.js',
    '/assets/',
    '/assets',
    '/index.html/../../secret.js',
  ];
  it.each(out)('%s is not a file of the page', async (path) => {
    const answer = await started.ask('/', { path });
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('');
  });

  it.each([
    '..%2f..%2fsecret.js',
    '../../secret.js',
    '../secret.js',
    '/etc/passwd',
    '%00',
    '__proto__',
    'constructor',
    '',
  ])('/files/%s is not something that was written', async (ref) => {
    const path = `/files/${ref}`;
    const answer = await started.ask('/', { path, headers: { 'x-session': session } });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('root:');
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'unknown-file' });
  });
});

describe('methods', () => {
  it.each(['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'PURGE'])(
    '%s does nothing and echoes nothing',
    async (method) => {
      for (const path of ['/', '/session', '/files', '/files/x', '/wire']) {
        const headers = { origin: started.origin, 'x-session': session, 'x-token': started.token };
        const answer = await started.ask(path, { method, headers });
        expect(answer.status).toBe(404);
        expect(answer.text).not.toContain(session);
        expect(answer.headers['allow']).toBeUndefined();
      }
    },
  );

  it('CONNECT is closed: the host is nobody’s way to another computer', async () => {
    const asked = request({
      port: started.port,
      host: '127.0.0.1',
      method: 'CONNECT',
      path: 'evil.example:443',
      agent: false,
    });
    asked.end();
    const outcome = await Promise.race([
      once(asked, 'connect').then(() => 'connected'),
      once(asked, 'error').then(() => 'closed'),
    ]).catch(() => 'closed');
    expect(outcome).toBe('closed');
  });

  it.each(['x-http-method-override', 'x-http-method', 'x-method-override'])('%s changes no method', async (name) => {
    const headers = { [name]: 'POST', origin: started.origin, 'x-session': session, 'x-token': started.token };
    expect((await started.ask('/files', { headers })).status).toBe(404);
    expect((await started.ask('/session', { headers })).status).toBe(404);
    expect((await started.ask('/files?_method=POST', { headers })).status).toBe(404);
  });
});
