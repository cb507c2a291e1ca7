import { toErrorData } from '#shared/contract/errors.ts';
import { type Application, type Call, type Handlers, isOperationName } from '#shared/contract/operations.ts';

import type { Log } from './log-file.ts';

type AnyHandler = (input: never, call: Call<never>) => Promise<unknown>;

/** The same application; what fails in it is logged by its code, and how long it took. A person's own cancel is none. */
export function logFailures(application: Handlers | Application, log: Log): Handlers {
  const logged = Object.entries<AnyHandler>(application).map(([name, handler]) => [
    name,
    loggedHandler(name, handler, log),
  ]);
  // Every row is there again under its name, with the same input and output.
  return Object.fromEntries(logged) as Handlers;
}

function loggedHandler(name: string, handler: AnyHandler, log: Log): AnyHandler {
  return async (input, call) => {
    const begun = performance.now();
    try {
      return await handler(input, call);
    } catch (error) {
      const { code } = toErrorData(error);
      if (code !== 'cancelled' && isOperationName(name)) {
        const ms = Math.round(performance.now() - begun);
        log.write({
          level: code === 'internal' ? 'error' : 'warning',
          event: 'call-failed',
          operation: name,
          code,
          ms,
        });
      }
      throw error;
    }
  };
}
