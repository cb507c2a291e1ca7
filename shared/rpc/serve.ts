import { AppError, toErrorData } from '../contract/errors.ts';
import type { Subscribe } from '../contract/events.ts';
import { type Call, type Handlers, isOperationName, operations } from '../contract/operations.ts';
import { clientFrame, type ServerWire } from './wire.ts';

type AnyHandler = (input: unknown, call: Call<unknown>) => Promise<unknown>;

/**
 * Answers every call that arrives on the wire, until the wire closes; then what still runs is aborted.
 * Input is checked against the table here and nowhere else. What is no frame is dropped: nobody waits for an answer.
 */
export function serve(handlers: Partial<Handlers>, wire: ServerWire, subscribe: Subscribe): void {
  const running = new Map<number, AbortController>();

  const unsubscribe = subscribe((event) => wire.send({ type: 'event', event }));
  wire.onFrame((received) => {
    const { data: frame } = clientFrame.safeParse(received);
    if (frame?.type === 'cancel') {
      running.get(frame.id)?.abort(new AppError('cancelled', 'cancelled by the caller'));
    } else if (frame !== undefined && !running.has(frame.id)) {
      void answer(frame.id, frame.name, frame.input);
    }
  });
  wire.onClose(() => {
    unsubscribe();
    for (const controller of running.values()) {
      controller.abort(new AppError('cancelled', 'the caller went away'));
    }
  });

  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const report = (value: unknown): void => {
      if (running.get(id) === controller) {
        wire.send({ type: 'progress', id, value });
      }
    };
    try {
      const value = await dispatch(handlers, name, input, { signal: controller.signal, report });
      wire.send({ type: 'result', id, value });
    } catch (error) {
      wire.send({ type: 'failure', id, error: toErrorData(error) });
    } finally {
      running.delete(id);
    }
  }
}

async function dispatch(
  handlers: Partial<Handlers>,
  name: string,
  input: unknown,
  call: Call<unknown>,
): Promise<unknown> {
  const handler = isOperationName(name) ? handlers[name] : undefined;
  if (!isOperationName(name) || handler === undefined) {
    throw new AppError('unknown-operation', `no operation is named "${name}"`);
  }
  const parsed = operations[name].input.safeParse(input);
  if (!parsed.success) {
    throw new AppError('invalid-input', `${name}: ${parsed.error.message}`);
  }
  // The table guarantees that this handler takes this input; TypeScript cannot follow a name known only at run time.
  return (handler as AnyHandler)(parsed.data, call);
}
