import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';

import { AppError } from '#shared/contract/errors.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { OperationName, Output, Request } from '#shared/contract/operations.ts';

import { useApplication, useNames } from './application.tsx';

type Stage = Extract<AppEvent, { name: 'stage-changed' }>['stage'];
type Area =
  | Stage
  | 'workspace'
  | 'keys'
  | 'backups'
  | 'deletion'
  | 'audit'
  | 'system'
  | 'exchange'
  | 'compile'
  | 'goodPractice'
  | 'course'
  | 'year';

/** Which stages' changes make an answer old: its own, and those that it is made from. */
const listensTo: Readonly<Record<Area, readonly Stage[]>> = {
  system: [],
  keys: [],
  backups: ['importing', 'sampling', 'review'],
  deletion: ['importing', 'population', 'sampling', 'review'],
  audit: ['importing', 'population', 'sampling', 'review', 'report'],
  workspace: ['importing', 'population', 'sampling', 'review', 'report'],
  importing: ['importing'],
  population: ['importing', 'population'],
  sampling: ['importing', 'population', 'sampling', 'review'],
  review: ['sampling', 'review'],
  report: ['importing', 'sampling', 'review', 'report'],
  exchange: ['sampling', 'review'],
  compile: ['importing', 'sampling', 'review'],
  goodPractice: ['sampling', 'review', 'report'],
  course: ['sampling', 'review', 'report'],
  year: ['sampling', 'review'],
};

function isStale(name: OperationName, event: AppEvent, stages: readonly Stage[] | undefined): boolean {
  const area = name.slice(0, name.indexOf('.')) as Area;
  switch (event.name) {
    case 'workspace-changed':
      return area !== 'system';
    case 'stage-changed':
      return (stages ?? listensTo[area]).includes(event.stage);
    case 'leaving':
    case 'save-state':
      return false;
  }
}

export interface Query<N extends OperationName> {
  /** The latest answer; kept while it is asked for again, so that nothing jumps. */
  readonly data: Output<N> | undefined;
  readonly error: AppError | undefined;
  readonly loading: boolean;
  readonly refetch: () => void;
}

interface Settled<N extends OperationName> {
  readonly key: string;
  readonly data: Output<N> | undefined;
  readonly error: AppError | undefined;
}

interface QueryOptions {
  /** Keep showing the answer to the previous request until the new one arrives (for search and sort). */
  readonly keepPrevious?: boolean;
  /** Ask again only when nothing has changed for so many milliseconds; for what changes with every key press. */
  readonly calmMs?: number;
  /** The stages whose changes make what is shown of the answer old, where those are fewer than usual. */
  readonly staleOn?: readonly Stage[];
}

type Ask<N extends OperationName> = (request: Request<N>, call: { signal: AbortSignal }) => Promise<Output<N>>;

/**
 * Reads one operation, and again whenever an event says that the answer may be old. `request` null: not yet.
 * Requests are compared by value, so an object literal in the call is fine.
 */
export function useQuery<N extends OperationName>(
  name: N,
  request: Request<N> | null,
  { keepPrevious = false, calmMs = 0, staleOn }: QueryOptions = {},
): Query<N> {
  const { application, subscribe } = useApplication();
  const { veil } = useNames();
  const [settled, setSettled] = useState<Settled<N>>({ key: '', data: undefined, error: undefined });
  const [round, setRound] = useState(0);
  const [answeredRound, setAnsweredRound] = useState('');
  const key = request === null ? '' : JSON.stringify(request);
  const stagesKey = staleOn?.join(' ');

  useEffect(() => {
    const again = (): void => setRound((n) => n + 1);
    const stages = stagesKey?.split(' ') as Stage[] | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = subscribe((event) => {
      if (!isStale(name, event, stages)) return;
      clearTimeout(timer);
      if (calmMs === 0) again();
      else timer = setTimeout(again, calmMs);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [subscribe, name, calmMs, stagesKey]);

  const ask = useEffectEvent((signal: AbortSignal): Promise<Output<N>> | null =>
    request === null ? null : (application[name] as Ask<N>)(request, { signal }),
  );

  useEffect(() => {
    const controller = new AbortController();
    const settle = (data: Output<N> | undefined, error: AppError | undefined): void => {
      if (!controller.signal.aborted) {
        setSettled((before) => ({ key, data: error !== undefined && before.key === key ? before.data : data, error }));
        setAnsweredRound(`${round} ${key}`);
      }
    };
    ask(controller.signal)?.then(
      (data) => settle(data, undefined),
      (error: unknown) => settle(undefined, toAppError(error)),
    );
    return () => controller.abort();
  }, [application, name, key, round]);

  const current = key !== '' && (settled.key === key || keepPrevious);
  const data = useMemo(() => veil(settled.data), [veil, settled.data]);
  return {
    data: current ? data : undefined,
    error: current ? settled.error : undefined,
    loading: key !== '' && answeredRound !== `${round} ${key}`,
    refetch: useCallback(() => setRound((n) => n + 1), []),
  };
}

/** What a call failed with, as the error that the words are written for. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', String(error));
}
