import { AppError, fromErrorData } from '../contract/errors.ts';
import type { AppEvent } from '../contract/events.ts';
import { type Application, type Call, operations } from '../contract/operations.ts';
import type { ClientWire, ServerFrame } from './wire.ts';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
  readonly report: ((progress: unknown) => void) | undefined;
}

/**
 * The application as a client sees it: one function per row of the operations table. Every failure is an AppError.
 * When the wire closes, what is pending and every later call reject with `disconnected`.
 */
export function connect(wire: ClientWire, onEvent: (event: AppEvent) => void): Application {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed = false;

  wire.onFrame(receive);
  wire.onClose(() => {
    closed = true;
    for (const { reject } of pending.values()) {
      reject(disconnected());
    }
  });

  function receive(frame: ServerFrame): void {
    if (frame.type === 'event') {
      onEvent(frame.event);
      return;
    }
    const waiting = pending.get(frame.id);
    if (frame.type === 'progress') {
      waiting?.report?.(frame.value);
    } else if (frame.type === 'result') {
      waiting?.resolve(frame.value);
    } else {
      waiting?.reject(fromErrorData(frame.error));
    }
  }

  /** A cancel is a request: the promise settles only with the server's answer, so "cancelled" means it stopped. */
  async function call(name: string, input: unknown, { signal, report }: Partial<Call<unknown>> = {}): Promise<unknown> {
    if (closed) {
      throw disconnected();
    }
    if (signal?.aborted === true) {
      throw new AppError('cancelled', 'cancelled before it was sent');
    }
    lastId += 1;
    const id = lastId;
    const cancel = (): void => wire.send({ type: 'cancel', id });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<unknown>((resolve, reject) => {
        pending.set(id, { resolve, reject, report });
        wire.send({ type: 'call', id, name, input });
      });
    } finally {
      pending.delete(id);
      signal?.removeEventListener('abort', cancel);
    }
  }

  const methods = Object.keys(operations).map((name) => [
    name,
    (input: unknown, options?: Partial<Call<unknown>>) => call(name, input, options),
  ]);
  // One method per row of the table, which is what Application says; a loop over names cannot say it to TypeScript.
  return Object.fromEntries(methods) as Application;
}

function disconnected(): AppError {
  return new AppError('disconnected', 'the connection to the program closed');
}
