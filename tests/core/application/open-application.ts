import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'vitest';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import type { AuditLine } from '#core/store/audit-log.ts';
import { createStore, type WorkspaceStore } from '#core/store/open-store.ts';
import type { Profile } from '#core/store/tables.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Announce, createAnnouncer } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Application } from '#shared/contract/operations.ts';
import { connect } from '#shared/rpc/connect.ts';
import { serve } from '#shared/rpc/serve.ts';
import type { ClientWire, ServerFrame, ServerWire } from '#shared/rpc/wire.ts';

import { type KeptFolder, layFolder } from '../store/kept-folder.ts';
import { passphrase, profile, temporaryFolder, type TestPorts, testPorts } from '../store/store-fixture.ts';

export interface TestApplication {
  /** The real application as a host serves it: inputs are checked, failures cross a wire. */
  readonly app: Application;
  readonly ports: TestPorts;
  /** Hands a file out, as a host does when a person chooses one. */
  readonly addFile: (name: string, content: string) => FileRef;
  /** The hash of every file of the workspace, by its name. */
  readonly onDisk: () => Readonly<Record<string, string>>;
  /** What another program reads from the disk; the workspace is open again after it. */
  readonly fromDisk: <T>(read: (store: WorkspaceStore) => T) => Promise<T>;
  /** With case numbers in place of the marks that the log keeps. */
  readonly auditLog: () => Promise<readonly AuditLine[]>;
}

/** The whole application on a real folder, with an open workspace; only the time, the files and the wire are the test's. */
export async function openApplication(
  onEvent: Announce = () => undefined,
  owner: Profile = profile,
  folder = temporaryFolder(),
): Promise<TestApplication> {
  const opened = await applicationOn(folder, onEvent);
  await opened.app['workspace.create']({ passphrase, ...owner });
  return opened;
}

/** The same with a workspace that was kept when the clock stood at `begins`. */
export async function openKept(kept: KeptFolder, begins: string): Promise<TestApplication> {
  const folder = temporaryFolder();
  layFolder(folder, kept);
  const opened = await applicationOn(folder, () => undefined, begins);
  await opened.app['workspace.unlock']({ passphrase });
  return opened;
}

async function applicationOn(folder: string, onEvent: Announce, begins?: string): Promise<TestApplication> {
  const files = new Map<string, Uint8Array>();
  const announcer = createAnnouncer();
  const ports: TestPorts = {
    ...testPorts(folder, begins),
    resourceFolder,
    announce: announcer.announce,
    files: {
      read: async ({ ref }) => {
        const bytes = files.get(ref);
        if (bytes === undefined) {
          throw new AppError('unknown-file', 'not handed out');
        }
        return bytes;
      },
      write: async ({ ref }, bytes) => void files.set(ref, bytes),
    },
  };
  announcer.subscribe((event) => ports.events.push(event));
  const { client, server } = memoryWire();
  serve(await createApplication(ports), server, announcer.subscribe);
  const app = connect(client, onEvent);
  const fromDisk = async <T>(read: (store: WorkspaceStore) => T): Promise<T> => {
    await app['workspace.lock']({});
    const store = await createStore({ ...ports, announce: () => undefined });
    await store.unlock(passphrase);
    const found = read(store);
    await store.lock();
    await app['workspace.unlock']({ passphrase });
    return found;
  };
  return {
    app,
    ports,
    addFile: (name, content) => {
      files.set(name, new TextEncoder().encode(content));
      return { ref: name, name };
    },
    onDisk: () => hashes(folder),
    fromDisk,
    auditLog: () => fromDisk((store) => store.auditPage(Number.MAX_SAFE_INTEGER, 1_000_000).toReversed()),
  };
}

function hashes(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

function memoryWire(): { client: ClientWire; server: ServerWire } {
  const toClient = new Set<(frame: ServerFrame) => void>();
  const toServer = new Set<(frame: unknown) => void>();
  const deliver = <F>(listeners: Set<(frame: F) => void>, frame: F): void => {
    const copy = JSON.parse(JSON.stringify(frame)) as F;
    queueMicrotask(() => listeners.forEach((listener) => listener(copy)));
  };
  return {
    client: {
      send: (frame) => deliver(toServer, frame),
      onFrame: (listener) => toClient.add(listener),
      onClose: () => undefined,
    },
    server: {
      send: (frame) => deliver(toClient, frame),
      onFrame: (listener) => toServer.add(listener),
      onClose: () => undefined,
    },
  };
}

export const refused = (code: string, detail?: object) =>
  expect.objectContaining({ name: 'AppError', code, ...(detail === undefined ? {} : { detail }) });
