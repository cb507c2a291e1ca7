import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';

import { WebSocket } from 'ws';

import { connectCore } from '#core/process/connect-core.ts';
import type { CoreEnd, CoreOptions, HostEnd } from '#core/process/core-pipe.ts';
import { startCore } from '#core/process/start-core.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Application } from '#shared/contract/operations.ts';
import { noPolicy } from '#shared/domain/policy.ts';
import { connect } from '#shared/rpc/connect.ts';
import type { ServerFrame } from '#shared/rpc/wire.ts';

import { startHost } from '../../electron/host/start-host.ts';
import { coreEndOf, hostEndOf } from '../../electron/host/worker-pipe.ts';
import { startShell } from '../../electron/shell/start-shell.ts';
import { electronPlatform } from '../../renderer/platform/electron.ts';
import { electronStandIn, workerChild } from '../shell/electron-stand-in.ts';
import { createFakeApplication } from './fake-application.ts';

/** The application as a page reaches it over one kind of wire. */
export interface Reached {
  readonly app: Application;
  /** Hands a file to the host, as this host lets a person do it. */
  offer(name: string, bytes: Uint8Array): Promise<FileRef>;
  /** The program goes away in the middle of everything. */
  breakOff(): Promise<void>;
  close(): Promise<void>;
}
export type OpenHost = (onEvent: (event: AppEvent) => void) => Promise<Reached>;

const fakeCore = new URL('fake-core-worker.ts', import.meta.url);
export const coreOptions: CoreOptions = {
  workspaceFolder: join(tmpdir(), 'tilsyn-contract-no-workspace'),
  resourceFolder: 'resources',
  programVersion: '1.2.3',
  keyCost: { N: 16, r: 8, p: 1 },
  policy: noPolicy,
  systemKey: false,
};

const openPort: OpenHost = async (onEvent) => {
  const { port1, port2 } = new MessageChannel();
  await startCore(coreEndOf(port2) satisfies CoreEnd, coreOptions, createFakeApplication);
  const hostEnd: HostEnd = {
    post: (message) => port1.postMessage(message),
    onMessage: (listener) => void port1.on('message', listener),
    onClose: (listener) => void port1.once('close', listener),
  };
  const { application, files } = connectCore(hostEnd, onEvent);
  const close = async (): Promise<void> => port1.close();
  return { app: application, offer: async (name, bytes) => files.offer(name, { bytes }), breakOff: close, close };
};

const openWorker: OpenHost = async (onEvent) => {
  const worker = new Worker(fakeCore, { workerData: coreOptions });
  const { application, files } = connectCore(hostEndOf(worker), onEvent);
  const close = async (): Promise<void> => void (await worker.terminate());
  return { app: application, offer: async (name, bytes) => files.offer(name, { bytes }), breakOff: close, close };
};

const openLoopback: OpenHost = async (onEvent) => {
  const host = await startHost({
    ...coreOptions,
    port: 0,
    pageFolder: 'dist/page',
    coreWorker: fakeCore,
    onCoreFailure: (error) => {
      throw error;
    },
  });
  const { origin, hash, host: authority } = new URL(host.link);
  const token = hash.slice('#link='.length);
  const session = await (
    await fetch(`${origin}/session`, { method: 'POST', headers: { origin, 'x-token': token } })
  ).text();
  const socket = new WebSocket(`ws://${authority}/wire`, ['tilsyn', `session.${session}`], { origin });
  await once(socket, 'open');
  const app = connect(
    {
      send: (frame) => socket.send(JSON.stringify(frame)),
      onFrame: (listener) =>
        void socket.on('message', (data: Buffer) => listener(JSON.parse(data.toString()) as ServerFrame)),
      onClose: (listener) => void socket.once('close', listener),
    },
    onEvent,
  );
  const offer = async (name: string, bytes: Uint8Array): Promise<FileRef> => {
    const headers = { origin, 'x-session': session, 'x-file-name': encodeURIComponent(name) };
    const response = await fetch(`${origin}/files`, { method: 'POST', headers, body: Buffer.from(bytes) });
    return (await response.json()) as FileRef;
  };
  return { app, offer, breakOff: () => host.close(), close: () => host.close() };
};

const openElectron: OpenHost = async (onEvent) => {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-contract-'));
  const { apis, recorded } = electronStandIn({ fork: (_path, env) => workerChild(fakeCore, env) });
  const surroundings = { platform: 'linux', home: folder, environment: {} };
  const createStore = () => ({ get: () => undefined, set: () => undefined });
  await startShell(apis, { folder, surroundings, createStore, faults: new EventEmitter() });
  const [window] = recorded.windows;
  const { host } = window!.openPage((file) => join(folder, (file as File).name));
  const platform = electronPlatform(host, '');
  const app = await platform.connect(onEvent, () => undefined);
  const end = async (): Promise<void> => {
    recorded.children[0]!.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const offer = async (name: string, bytes: Uint8Array): Promise<FileRef> => {
    await writeFile(join(folder, name), bytes);
    return platform.uploadFile(new File([], name));
  };
  return { app, offer, breakOff: end, close: end };
};

export const hosts: readonly (readonly [string, OpenHost])[] = [
  ['a message port', openPort],
  ['a worker thread', openWorker],
  ['the loopback host: web socket, then worker', openLoopback],
  ["Electron's stand-in: window, main process, then worker", openElectron],
];
