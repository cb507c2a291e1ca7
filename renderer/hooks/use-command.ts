import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { OperationName, Output, Progress, Request } from '#shared/contract/operations.ts';

import { useApplication, useNames } from './application.tsx';
import { toAppError } from './use-query.ts';

export type CommandState<N extends OperationName> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress<N> | null; readonly cancelling: boolean }
  | { readonly status: 'done'; readonly output: Output<N> }
  | { readonly status: 'failed'; readonly error: AppError };

type Run<N extends OperationName> = (
  request: Request<N>,
  call: { signal: AbortSignal; report: (progress: Progress<N>) => void },
) => Promise<Output<N>>;

export interface Command<N extends OperationName> {
  readonly state: CommandState<N>;
  /** Resolves with the output, or undefined when it failed or was cancelled: the state says which. */
  readonly run: (request: Request<N>) => Promise<Output<N> | undefined>;
  /** Asks the core to stop; the state stays `running` until the core has answered. */
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** Runs one operation at a time, with its progress, failure and cancel as state. */
export function useCommand<N extends OperationName>(name: N): Command<N> {
  const { application } = useApplication();
  const { veil } = useNames();
  const [state, setState] = useState<CommandState<N>>({ status: 'idle' });
  const abort = useRef<AbortController>(undefined);
  const mounted = useRef(true);

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(
    async (request: Request<N>): Promise<Output<N> | undefined> => {
      const show = (next: CommandState<N>): void => {
        if (mounted.current) {
          setState(next);
        }
      };
      const controller = new AbortController();
      abort.current = controller;
      show({ status: 'running', progress: null, cancelling: false });
      try {
        const report = (progress: Progress<N>): void =>
          show({ status: 'running', progress, cancelling: controller.signal.aborted });
        const output = await (application[name] as Run<N>)(request, { signal: controller.signal, report });
        show({ status: 'done', output });
        return output;
      } catch (error) {
        const failure = toAppError(error);
        show(failure.code === 'cancelled' ? { status: 'idle' } : { status: 'failed', error: failure });
        return undefined;
      }
    },
    [application, name],
  );

  const cancel = useCallback(() => {
    abort.current?.abort();
    setState((now) => (now.status === 'running' ? { ...now, cancelling: true } : now));
  }, []);
  const reset = useCallback(() => setState({ status: 'idle' }), []);
  const shown = useMemo(
    () => (state.status === 'done' ? { ...state, output: veil(state.output) } : state),
    [veil, state],
  );
  return { state: shown, run, cancel, reset };
}
