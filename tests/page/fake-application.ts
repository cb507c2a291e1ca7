import { AppError } from '#shared/contract/errors.ts';
import { type AppEvent, createAnnouncer, type Subscribe } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Application, Handlers, OperationName } from '#shared/contract/operations.ts';
import { connect } from '#shared/rpc/connect.ts';
import { serve } from '#shared/rpc/serve.ts';
import type { ClientFrame, ClientWire, ServerFrame, ServerWire } from '#shared/rpc/wire.ts';

import type { PageContext } from '../../renderer/hooks/application.tsx';
import type { Platform } from '../../renderer/platform/platform.ts';

/** Two ends of a wire in memory. Frames pass through JSON and arrive in a later turn, as on a real wire. */
function memoryWires(): { client: ClientWire; server: ServerWire } {
  const toClient = new Set<(frame: ServerFrame) => void>();
  const toServer = new Set<(frame: unknown) => void>();
  const deliver = <F>(listeners: Set<(frame: F) => void>, frame: F): void => {
    const copy = JSON.parse(JSON.stringify(frame)) as F;
    queueMicrotask(() => listeners.forEach((listener) => listener(copy)));
  };
  return {
    client: {
      send: (frame: ClientFrame) => deliver(toServer, frame),
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

export interface FakeCall {
  readonly name: OperationName;
  readonly input: unknown;
}

export interface FakeApplication {
  readonly context: PageContext;
  readonly announce: (event: AppEvent) => void;
  /** Every call that reached a handler, in order. */
  readonly calls: readonly FakeCall[];
  /** The inputs of the calls to one operation. */
  readonly inputsOf: (name: OperationName) => readonly unknown[];
}

/** What the fake person does with files. */
export interface FakeFiles {
  readonly choose?: () => FileRef | null;
  readonly upload?: (file: File) => FileRef;
}

/** The page's context on an in-memory wire: the real client and server ends, with the handlers a test gives. */
export function fakeApplication(handlers: Partial<Handlers>, files: FakeFiles = {}): FakeApplication {
  const calls: FakeCall[] = [];
  const { client, server } = memoryWires();
  const core = createAnnouncer();
  const page = createAnnouncer();
  serve(recorded({ ...quietHandlers, ...handlers }, calls), server, core.subscribe);
  const application = connect(client, page.announce);
  return {
    context: { application, subscribe: page.subscribe, platform: fakePlatform(application, page.subscribe, files) },
    announce: core.announce,
    calls,
    inputsOf: (name) => calls.filter((call) => call.name === name).map(({ input }) => input),
  };
}

/** The questions that every page asks: settings as they are from the start. */
const quietHandlers: Partial<Handlers> = {
  'sampling.pace': async () => ({ cases: 0, medianMinutes: null }),
  'system.settings': async () => ({
    colorScheme: 'light',
    singleKeys: true,
    screenCapture: false,
    lockAfterMinutes: 15,
  }),
  'review.templates': async () => [
    { id: 'barnets-lov', edition: 1, title: 'Barnets lov', items: 45, source: 'built-in', newest: true },
  ],
  'importing.list': async () => [],
  'workspace.overview': async () => ({ today: '2025-11-21', openActions: [], imports: 0, retention: [], round: null }),
  'workspace.status': async () => ({
    state: 'open',
    municipality: 'Eksempelkøbing',
    department: 'Børn og Familie',
    savedAt: '2025-11-21T14:32:00',
    reviewer: 'Mette Leder',
    slots: ['passphrase'],
    damaged: false,
    place: 'local',
  }),
};

function recorded(handlers: Partial<Handlers>, calls: FakeCall[]): Partial<Handlers> {
  type AnyHandler = (input: unknown, call: unknown) => Promise<unknown>;
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    (input: unknown, call: unknown) => {
      calls.push({ name: name as OperationName, input });
      return (handler as AnyHandler)(input, call);
    },
  ]);
  return Object.fromEntries(entries) as Partial<Handlers>;
}

function fakePlatform(application: Application, subscribe: Subscribe, files: FakeFiles): Platform {
  return {
    nonce: 'test',
    connect: async (onEvent) => {
      subscribe(onEvent);
      return application;
    },
    chooseFile: async () => files.choose?.() ?? null,
    uploadFile: async (file) => {
      if (files.upload === undefined) {
        throw new AppError('read-failed', 'no upload in this test');
      }
      return files.upload(file);
    },
    saveFile: async (_app, suggestedName) => ({ ref: 'target', name: suggestedName }),
    deliver: async () => undefined,
  };
}
