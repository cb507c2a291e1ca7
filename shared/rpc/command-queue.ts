import { AppError } from '../contract/errors.ts';
import { type Call, type Handlers, isOperationName, operations } from '../contract/operations.ts';

type AnyHandler = (input: unknown, call: Call<unknown>) => Promise<unknown>;

/** Runs tasks one after another, in the order they came. */
export interface CommandQueue {
  /** A task whose signal was aborted while it waited is not started: it rejects with `cancelled`. */
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Resolves when everything that was asked for until now has ended, well or badly. */
  idle(): Promise<void>;
}

export function createCommandQueue(): CommandQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task, signal) => {
      const result = last.then(() => {
        if (signal.aborted) {
          throw new AppError('cancelled', 'cancelled while it waited for another command');
        }
        return task();
      });
      last = result.then(nothing, nothing);
      return result;
    },
    idle: async () => {
      await last;
    },
  };
}

/** The same handlers, but every row of kind `command` takes its turn in the queue; queries stay free. */
export function queueCommands<H extends Partial<Handlers>>(handlers: H, queue: CommandQueue): H {
  const queued = Object.entries(handlers).map(([name, handler]): [string, AnyHandler] => {
    const free = handler as AnyHandler;
    const isCommand = isOperationName(name) && operations[name].kind === 'command';
    return [name, isCommand ? (input, call) => queue.run(() => free(input, call), call.signal) : free];
  });
  // Same names, same functions behind them: the shape is H's.
  return Object.fromEntries(queued) as H;
}

function nothing(): void {
  return undefined;
}
