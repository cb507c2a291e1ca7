import { type Application, type OperationName, operations } from '#shared/contract/operations.ts';

import type { NameVeil } from './name-veil.ts';

export interface GuardedApplication {
  readonly application: Application;
  /** Resolves when no command is under way any more, or after so many milliseconds. */
  readonly settled: (atMost: number) => Promise<void>;
}

type AnyCall = (request: unknown, call?: unknown) => Promise<unknown>;

/** The application with names put back into what is sent, names learnt from what comes, and its commands counted. */
export function guardApplication(application: Application, veil: NameVeil): GuardedApplication {
  const underWay = new Set<Promise<unknown>>();
  const guard = (name: OperationName): AnyCall => {
    const ask = application[name] as AnyCall;
    const isCommand = operations[name].kind === 'command';
    return (request, call) => {
      const answer = ask(veil.unveil(request), call).then((output) => {
        veil.learn(output);
        return output;
      });
      if (isCommand) {
        underWay.add(answer);
        const forget = (): unknown => underWay.delete(answer);
        answer.then(forget, forget);
      }
      return answer;
    };
  };
  const names = Object.keys(operations) as OperationName[];
  return {
    application: Object.fromEntries(names.map((name) => [name, guard(name)])) as unknown as Application,
    settled: async (atMost) => {
      const patience = new Promise((resolve) => setTimeout(resolve, atMost));
      await Promise.race([Promise.allSettled(underWay), patience]);
    },
  };
}
