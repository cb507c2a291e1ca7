import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request, type RequestOptions } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { WebSocket } from 'ws';

import { type HostOptions, type RunningHost, startHost } from '../../electron/host/start-host.ts';
import { coreOptions } from '../contract/hosts.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A running host on a page of two files, with the application of the contract tests behind it. */
export interface StartedHost {
  readonly host: RunningHost;
  readonly folder: string;
  readonly origin: string;
  readonly authority: string;
  readonly port: number;
  readonly token: string;
  /** fetch() lets nobody set Host or Origin freely; an attacker's program can. */
  ask(path: string, options?: RequestOptions, body?: Buffer): Promise<Answer>;
  /** What the link gives to who comes first. */
  openSession(): Promise<string>;
  /** Resolves with `open`, or with why it stayed shut. The socket is left as it is. */
  openSocket(protocols: readonly string[], headers: Record<string, string>, path?: string): Promise<OpenedSocket>;
  /** Text on a bare connection; resolves with everything that came back until the host closed it. */
  raw(text: string): Promise<string>;
  end(): Promise<void>;
}
export interface OpenedSocket {
  readonly outcome: string;
  readonly socket: WebSocket;
}

export async function startedHost(options: Partial<HostOptions> = {}): Promise<StartedHost> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-host-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<meta property="csp-nonce" nonce="__csp_nonce__">');
  await writeFile(join(folder, 'page', 'assets', 'main.js'), 'export {};');
  await writeFile(join(folder, 'secret.js'), 'secret');
  const host = await startHost({
    ...coreOptions,
    port: 0,
    pageFolder: join(folder, 'page'),
    coreWorker: new URL('../contract/fake-core-worker.ts', import.meta.url),
    workspaceFolder: join(folder, 'workspace'),
    onCoreFailure: (error) => {
      throw error;
    },
    ...options,
  });
  const { origin, host: authority, port, hash } = new URL(host.link);
  const token = hash.slice('#link='.length);
  const ask: StartedHost['ask'] = async (path, asked = {}, body) => answerTo(`${origin}${path}`, asked, body);
  return {
    host,
    folder,
    origin,
    authority,
    port: Number(port),
    token,
    ask,
    openSession: async () => (await ask('/session', post({ origin, 'x-token': token }))).text,
    openSocket: (protocols, headers, path = '/wire') => opened(`ws://${authority}${path}`, protocols, headers),
    raw: async (text) => {
      const socket = await connected(Number(port));
      socket.write(text);
      return everythingFrom(socket);
    },
    end: async () => {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const post = (headers: Record<string, string>): RequestOptions => ({ method: 'POST', headers });

/** What a page offers when it opens the wire. */
export const wireProtocols = (session: string): readonly string[] => ['tilsyn', `session.${session}`];

async function answerTo(url: string, options: RequestOptions, body: Buffer | undefined): Promise<Answer> {
  const asked = request(url, { agent: false, ...options });
  asked.end(body);
  // The host may close before the last byte was sent.
  asked.on('error', () => undefined);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

async function opened(
  url: string,
  protocols: readonly string[],
  headers: Record<string, string>,
): Promise<OpenedSocket> {
  const socket = new WebSocket(url, [...protocols], { headers });
  const outcome = await once(socket, 'open').then(
    () => 'open',
    (error: Error) => error.message,
  );
  socket.on('error', () => undefined);
  return { outcome, socket };
}

export async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  return socket;
}

/** Everything that comes until the other end closes the connection. */
export async function everythingFrom(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (data: Buffer) => {
    text += data.toString('latin1');
  });
  // Closing badly is closing too.
  await new Promise((resolve) => socket.once('close', resolve));
  return text;
}

/** One call over a page's wire, and its answer. */
export async function call(socket: WebSocket, id: number, name: string, input: unknown): Promise<unknown> {
  socket.send(JSON.stringify({ type: 'call', id, name, input }));
  const [data] = (await once(socket, 'message')) as [Buffer];
  return JSON.parse(data.toString());
}

/** Uses a link as the page does. */
export async function openLink(link: string): Promise<string> {
  const { origin, hash } = new URL(link);
  const { text } = await answerTo(
    `${origin}/session`,
    post({ origin, 'x-token': hash.slice('#link='.length) }),
    undefined,
  );
  return text;
}
