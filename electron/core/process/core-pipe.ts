import type { Policy } from '#shared/domain/policy.ts';
import type { ClientFrame, ServerFrame } from '#shared/rpc/wire.ts';

import type { KeyCost } from '../ports.ts';
import type { KeyStoreAnswer, KeyStoreMessage } from './key-store-pipe.ts';

/** What a host tells its core at the start; plain values, because they cross to another process. */
export interface CoreOptions {
  readonly workspaceFolder: string;
  readonly resourceFolder: string;
  readonly programVersion: string;
  readonly keyCost: KeyCost;
  readonly policy: Policy;
  /** True where the host answers questions to the system's key over the pipe. */
  readonly systemKey: boolean;
}

/** Where a file that may be read lies: in memory (uploaded to the loopback host) or on disk (chosen in a dialog). */
export type FileSource = { readonly bytes: Uint8Array } | { readonly path: string };

/** From the host process to the core. File messages go before the call that uses the reference; pipes keep order. */
export type FileMessage =
  | { readonly type: 'offer'; readonly ref: string; readonly source: FileSource }
  /** A place to write to; without a path the bytes come back to the host. */
  | { readonly type: 'target'; readonly ref: string; readonly path: string | null };

export type ToCore = ClientFrame | FileMessage | KeyStoreAnswer | { readonly type: 'stop' };

/** The bytes of a written target without a path. */
export interface WrittenMessage {
  readonly type: 'written';
  readonly ref: string;
  readonly bytes: Uint8Array;
}
export type FromCore = ServerFrame | WrittenMessage | KeyStoreMessage;

/** One end of the connection between a host process and the core's own process or thread. */
export interface CorePipe<Out, In> {
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  onClose(listener: () => void): void;
}

/** The host's end. Both processes are the same program, so what arrives is what the types say. */
export type HostEnd = CorePipe<ToCore, FromCore>;
/** The core's end. `close` ends the core's process once nothing is left to do. */
export type CoreEnd = CorePipe<FromCore, ToCore> & { close(): void };
