import { useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { StepProgress } from '#shared/contract/operation.ts';
import type { Input } from '#shared/contract/operations.ts';

import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { toAppError } from '../../hooks/use-query.ts';

type Wanted = Omit<Input<'report.write'>, 'target'>;

export type WritingState =
  | { readonly status: 'idle' | 'cancelled' }
  | {
      readonly status: 'running';
      readonly name: string;
      readonly progress: StepProgress | null;
      readonly cancelling: boolean;
    }
  | { readonly status: 'saved'; readonly name: string }
  | { readonly status: 'failed'; readonly error: AppError };

export interface ReportWriting {
  readonly state: WritingState;
  /** Asks where to, writes and hands over; does nothing while another report is being written. */
  readonly write: (wanted: Wanted, name: string) => Promise<void>;
  readonly cancel: () => void;
  /** Forgets how the last writing ended; one that is under way goes on. */
  readonly forget: () => void;
}

type Ending = Exclude<WritingState, { status: 'running' }>;

/** Writes one report at a time. */
export function useReportWriting(): ReportWriting {
  const files = useFiles();
  const { state, run, cancel } = useCommand('report.write');
  const [ending, setEnding] = useState<Ending>({ status: 'idle' });
  const [name, setName] = useState('');
  const busy = useRef(false);
  const attempt = async (wanted: Wanted, suggested: string): Promise<Ending> => {
    const target = await files.saveTarget(suggested);
    if (target === null) return { status: 'idle' };
    setName(target.name);
    if ((await run({ ...wanted, target })) === undefined) return { status: 'cancelled' };
    await files.deliver(target);
    return { status: 'saved', name: target.name };
  };
  const write = async (wanted: Wanted, suggested: string): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setEnding({ status: 'idle' });
    const ended = await attempt(wanted, suggested).catch((error: unknown): Ending => ({
      status: 'failed',
      error: toAppError(error),
    }));
    busy.current = false;
    setEnding(ended);
  };
  // A failure and a cancel both end without an output: the command's own state says which.
  const failed = ending.status === 'cancelled' && state.status === 'failed' ? state : ending;
  return {
    state: state.status === 'running' ? { ...state, name } : failed,
    write,
    cancel,
    forget: () => setEnding({ status: 'idle' }),
  };
}
