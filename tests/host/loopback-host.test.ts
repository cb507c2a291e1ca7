import { once } from 'node:events';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

import { noPolicy } from '#shared/domain/policy.ts';
import { largestFile } from '../../electron/core/files/read-whole.ts';
import { type RunningHost, startHost } from '../../electron/host/start-host.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let folder: string;
let host: RunningHost;
let origin: string;
let authority: string;
let session: string;

/** fetch() lets nobody set Host or Origin freely; an attacker's program can. */
async function ask(path: string, options: RequestOptions = {}, body?: Buffer): Promise<Answer> {
  const asked = request(`${origin}${path}`, { agent: false, ...options });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

const post = (headers: Record<string, string>): RequestOptions => ({ method: 'POST', headers });

function start(): Promise<RunningHost> {
  return startHost({
    port: 0,
    pageFolder: join(folder, 'page'),
    coreWorker: new URL('../contract/fake-core-worker.ts', import.meta.url),
    workspaceFolder: join(folder, 'workspace'),
    resourceFolder: 'resources',
    programVersion: '1.2.3',
    keyCost: { N: 16, r: 8, p: 1 },
    policy: noPolicy,
    systemKey: false,
    onCoreFailure: (error) => {
      throw error;
    },
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-host-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<meta property="csp-nonce" nonce="__csp_nonce__">');
  await writeFile(join(folder, 'page', 'assets', 'main.js'), 'export {};');
  await writeFile(join(folder, 'secret.js'), 'secret');
  host = await start();
  const link = new URL(host.link);
  ({ origin, host: authority } = link);
  const token = link.hash.slice('#link='.length);
  session = (await ask('/session', post({ origin, 'x-token': token }))).text;
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the page', () => {
  it('carries the same fresh nonce in policy and document', async () => {
    const answers = [await ask('/'), await ask('/index.html')];
    const nonces = answers.map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    answers.forEach(({ headers }, index) => {
      expect(headers['content-security-policy']).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonces[index]}'; img-src 'self' data:; ` +
          "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
          "object-src 'none'",
      );
    });
  });

  it('is never cached, sniffed, framed or read by another site', async () => {
    expect((await ask('/assets/main.js')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/assets/..%2f..%2fsecret.js', '/assets\\..\\..\\secret.js', '/.env'])(
    'does not answer %s',
    async (path) => {
      expect(await ask('/', { path })).toMatchObject({ status: 404, text: '' });
    },
  );

  it('is refused to DNS rebinding', async () => {
    expect((await ask('/', { headers: { host: `evil.example:${new URL(origin).port}` } })).status).toBe(403);
  });

  it('is only read', async () => {
    expect((await ask('/', { method: 'DELETE' })).status).toBe(404);
  });
});

describe('the session', () => {
  it('is given to nobody who comes second with the same link', async () => {
    const token = new URL(host.link).hash.slice('#link='.length);
    const again = await ask('/session', post({ origin, 'x-token': token }));
    expect(again.status).toBe(403);
    expect(JSON.parse(again.text)).toMatchObject({ code: 'disconnected' });
  });

  it('is not given across sites, and the attempt does not spend the link', async () => {
    const other = await start();
    const link = new URL(other.link);
    const token = link.hash.slice('#link='.length);
    const exchange = (headers: Record<string, string>) =>
      fetch(`${link.origin}/session`, { method: 'POST', headers: { 'x-token': token, ...headers } });
    expect((await exchange({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await exchange({})).status).toBe(403);
    expect((await exchange({ origin: link.origin })).status).toBe(200);
    await other.close();
  });
});

describe('uploads', () => {
  const upload = (headers: Record<string, string>, body = Buffer.from('abc')) => ask('/files', post(headers), body);

  it('become a reference with a harmless name', async () => {
    const name = encodeURIComponent('..\\..\\Børn 2025.csv');
    const { status, text } = await upload({ origin, 'x-session': session, 'x-file-name': name });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ref: expect.stringMatching(/^[\w-]{32}$/), name: '-..-Børn 2025.csv' });
  });

  it.each([
    ['cross-site', () => ({ origin: 'https://evil.example', 'x-session': session })],
    ['without an Origin', () => ({ 'x-session': session })],
    ['without a session', () => ({ origin })],
    ['with the spent token as session', () => ({ origin, 'x-session': new URL(host.link).hash.slice(6) })],
  ])('are refused %s', async (_attack, headers) => {
    expect((await upload(headers() as Record<string, string>)).status).toBe(403);
  });

  it('are refused when they say that they are too large, before the bytes come', async () => {
    const headers = { origin, 'x-session': session, 'content-length': String(largestFile + 1) };
    const asked = request(`${origin}/files`, { method: 'POST', headers, agent: false });
    asked.on('error', () => undefined);
    asked.write('a');
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    asked.destroy();
  });
});

describe('downloads', () => {
  it('are what a report was written to, as an attachment that is not stored', async () => {
    const socket = new WebSocket(`ws://${authority}/wire`, ['tilsyn', `session.${session}`], { origin });
    await once(socket, 'open');
    expect(socket.protocol).toBe('tilsyn');
    const call = async (id: number, name: string, input: unknown): Promise<unknown> => {
      socket.send(JSON.stringify({ type: 'call', id, name, input }));
      const [data] = (await once(socket, 'message')) as [Buffer];
      return (JSON.parse(data.toString()) as { value: unknown }).value;
    };
    const file = (await call(1, 'system.saveFile', { suggestedName: 'Udvalg "æ".xlsx' })) as { ref: string };
    expect(await call(2, 'system.downloadUrl', { file })).toBeNull();
    await call(3, 'report.write', { roundId: 'r', kind: 'political', target: file });
    const url = (await call(4, 'system.downloadUrl', { file })) as string;
    const answer = await ask(url, { headers: { 'x-session': session } });
    expect(answer).toMatchObject({
      status: 200,
      text: '\u0001\u0002\u0003',
      headers: {
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="Udvalg -_-.xlsx"; filename*=UTF-8''Udvalg%20-%C3%A6-.xlsx`,
      },
    });
    expect((await ask(url)).status, 'without a session').toBe(403);
    const crossSite = { headers: { 'x-session': session, 'sec-fetch-site': 'cross-site' } };
    expect((await ask(url, crossSite)).status, 'cross-site').toBe(403);
    expect((await ask('/files/unknown', { headers: { 'x-session': session } })).status).toBe(404);
    socket.close();
  });
});

describe('the web socket', () => {
  const open = async (path: string, protocols: string[], headers: Record<string, string>): Promise<string> => {
    const socket = new WebSocket(`ws://${authority}${path}`, protocols, { headers });
    const outcome = await once(socket, 'open').then(
      () => 'open',
      (error: Error) => error.message,
    );
    socket.on('error', () => undefined).terminate();
    return outcome;
  };
  const good = (): string[] => ['tilsyn', `session.${session}`];

  it('opens for the page, again after a reload', async () => {
    expect(await open('/wire', good(), { origin })).toBe('open');
    expect(await open('/wire', good(), { origin })).toBe('open');
  });

  it.each([
    ['a wrong session', '/wire', () => ['tilsyn', 'session.wrong'], () => ({ origin })],
    ['no session', '/wire', () => ['tilsyn'], () => ({ origin })],
    ['cross-site web socket hijacking', '/wire', good, () => ({ origin: 'https://evil.example' })],
    ['a missing Origin', '/wire', good, () => ({})],
    ['DNS rebinding', '/wire', good, () => ({ origin, host: 'evil.example' })],
    ['another path', '/', good, () => ({ origin })],
  ])('stays shut for %s', async (_attack, path, protocols, headers) => {
    const outcome = await open(path, protocols(), headers() as Record<string, string>);
    expect(outcome).toBe('Unexpected server response: 403');
  });

  it('closes on text that is not JSON, and drops JSON that is no frame', async () => {
    const socket = new WebSocket(`ws://${authority}/wire`, good(), { origin });
    await once(socket, 'open');
    for (const frame of ['null', '[]', '{"type":"call"}', '{"type":"call","id":"1","name":"x"}', '"call"']) {
      socket.send(frame);
    }
    socket.send('{"type":"call","id":9,"name":"__proto__","input":{}}');
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(data.toString())).toMatchObject({ id: 9, error: { code: 'unknown-operation' } });
    socket.send('{');
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1007);
  });
});

it('keeps settings in a readable file, and reads the defaults from a damaged one', async () => {
  const { createSettingsFile } = await import('../../electron/host/settings-file.ts');
  const path = join(folder, 'deep', 'settings.json');
  const settings = createSettingsFile(path, noPolicy);
  const defaults = { colorScheme: 'auto', singleKeys: true, screenCapture: false, lockAfterMinutes: 15 };
  expect(await settings.read()).toEqual(defaults);
  const chosen = { colorScheme: 'dark', singleKeys: false, screenCapture: true, lockAfterMinutes: 5 } as const;
  await settings.write(chosen);
  expect(await createSettingsFile(path, noPolicy).read()).toEqual(chosen);
  for (const damaged of ['', '{', '[]', '{"colorScheme":"pink"}']) {
    await writeFile(path, damaged);
    expect(await settings.read()).toEqual(defaults);
  }
});
