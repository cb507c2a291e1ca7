import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listenOnLoopback } from '../../../electron/host/listen.ts';
import { post, type StartedHost, startedHost, wireProtocols } from '../started-host.ts';

let started: StartedHost;
let session: string;
beforeAll(async () => {
  started = await startedHost();
  session = await started.openSession();
});
afterAll(() => started.end());

/** What an address of a browser could say that leads to this computer, or seems to. */
const hosts: readonly (readonly [string, (port: number) => string])[] = [
  ["a name of the attacker's that points here", (port) => `evil.example:${port}`],
  ['the same without a port', () => 'evil.example'],
  ['localhost, which other programs serve too', (port) => `localhost:${port}`],
  ['localhost with a dot behind', (port) => `localhost.:${port}`],
  ['a name under localhost', (port) => `evil.localhost:${port}`],
  ['the address with a dot behind', (port) => `127.0.0.1.:${port}`],
  ['the address without the port', () => '127.0.0.1'],
  ['the address with port 80', () => '127.0.0.1:80'],
  ['the next port', (port) => `127.0.0.1:${port + 1}`],
  ['the port with a zero before', (port) => `127.0.0.1:0${port}`],
  ['another address of the loopback', (port) => `127.0.0.2:${port}`],
  ['the address in short', (port) => `127.1:${port}`],
  ['the address as one number', (port) => `2130706433:${port}`],
  ['the address in base sixteen', (port) => `0x7f000001:${port}`],
  ['the address in base eight', (port) => `0177.0.0.1:${port}`],
  ['every address', (port) => `0.0.0.0:${port}`],
  ['the IPv6 loopback', (port) => `[::1]:${port}`],
  ['the address within IPv6', (port) => `[::ffff:127.0.0.1]:${port}`],
  ['a name that ends with the address', (port) => `evil.example.127.0.0.1:${port}`],
  ['a name that begins with the address', (port) => `127.0.0.1:${port}.evil.example`],
  ['a name of the attacker that spells the address', (port) => `127.0.0.1.evil.example:${port}`],
  ['a user before the address', (port) => `evil@127.0.0.1:${port}`],
  ['two hosts in one line', (port) => `127.0.0.1:${port}, evil.example`],
];

describe('DNS rebinding and forged Host', () => {
  it.each(hosts)('%s is answered nothing', async (_what, hostAt) => {
    const host = hostAt(started.port);
    const { origin } = started;
    const page = await started.ask('/', { headers: { host } });
    expect(page.status).toBe(403);
    expect(page.text).not.toContain('nonce');
    const headers = { host, origin, 'x-session': session, 'sec-fetch-site': 'same-origin' };
    expect((await started.ask('/files', post(headers), Buffer.from('a'))).status).toBe(403);
    expect((await started.ask('/session', post({ ...headers, 'x-token': started.token }))).status).toBe(403);
    expect((await started.openSocket(wireProtocols(session), { host, origin })).outcome).toContain('403');
  });

  it.each(hosts.slice(0, 8))('%s is answered nothing with an Origin that fits it', async (_what, hostAt) => {
    const host = hostAt(started.port);
    const headers = { host, origin: `http://${host}`, 'x-session': session, 'sec-fetch-site': 'same-origin' };
    expect((await started.ask('/files', post(headers), Buffer.from('a'))).status).toBe(403);
  });

  it('capitals do not exist in an address of numbers, and a Host in two lines is none', async () => {
    const { authority } = started;
    const twice = `GET / HTTP/1.1\r\nHost: ${authority}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
    expect(await started.raw(twice)).toMatch(/^HTTP\/1\.1 40[03] /u);
    const same = `GET / HTTP/1.1\r\nHost: ${authority}\r\nHOST: ${authority}\r\nConnection: close\r\n\r\n`;
    expect(await started.raw(same)).toMatch(/^HTTP\/1\.1 40[03] /u);
  });

  it('a request without a Host is refused, in the old protocol too', async () => {
    expect(await started.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /u);
    expect(await started.raw('GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03] /u);
    expect(await started.raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /u);
  });

  it.each([
    'http://evil.example/',
    'http://{authority}/',
    'https://{authority}/',
    '//evil.example/',
    '*',
    'evil.example:443',
  ])('a request line with an absolute address, %s, leads nowhere', async (form) => {
    const address = form.replace('{authority}', started.authority);
    const line = `GET ${address} HTTP/1.1\r\nHost: ${started.authority}\r\nConnection: close\r\n\r\n`;
    expect(await started.raw(line)).toMatch(/^HTTP\/1\.1 40[04] /u);
    const change = `POST ${address}session HTTP/1.1\r\nHost: ${started.authority}\r\nOrigin: ${started.origin}\r\n`;
    expect(await started.raw(`${change}X-Token: ${started.token}\r\nConnection: close\r\n\r\n`)).not.toContain(' 200 ');
  });
});

describe('where the host listens', () => {
  it('is 127.0.0.1', async () => {
    const { http, authority } = await listenOnLoopback(0);
    expect(http.address()).toEqual({ address: '127.0.0.1', family: 'IPv4', port: Number(authority.split(':')[1]) });
    http.close();
  });

  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, family }) => address !== '127.0.0.1' && !(family === 'IPv6' && address.startsWith('fe80')))
    .map(({ address }) => address);

  it.each(['::1', '127.0.0.2', ...others])('and not %s of this computer', async (address) => {
    const reached = connect(started.port, address);
    const outcome = await once(reached, 'connect').then(
      () => 'connected',
      (error: NodeJS.ErrnoException) => error.code,
    );
    reached.destroy();
    expect(outcome).not.toBe('connected');
  });

  it('is a port of its own: a second program is refused it', async () => {
    await expect(listenOnLoopback(started.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
