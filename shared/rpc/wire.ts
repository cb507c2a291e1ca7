import { z } from 'zod';

import type { ErrorData } from '../contract/errors.ts';
import type { AppEvent } from '../contract/events.ts';

/** What a client may send. It comes from the other side of a trust boundary, so it is checked where it arrives. */
export const clientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.int(), name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.int() }),
]);
export type ClientFrame = z.output<typeof clientFrame>;

export type ServerFrame =
  | { readonly type: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly error: ErrorData }
  | { readonly type: 'event'; readonly event: AppEvent };

/**
 * A two-way pipe of frames that keeps their order. Frames hold JSON values only, so that it does not matter whether a
 * wire copies structures (Electron, workers) or writes text (web sockets).
 */
interface Wire<Out, In> {
  send(frame: Out): void;
  onFrame(listener: (frame: In) => void): void;
  onClose(listener: () => void): void;
}

/** The answering end. What arrives is not trusted to be a frame: `serve` checks it. */
export type ServerWire = Wire<ServerFrame, unknown>;
/** The asking end. */
export type ClientWire = Wire<ClientFrame, ServerFrame>;
