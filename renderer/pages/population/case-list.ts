import type { AppError } from '#shared/contract/errors.ts';
import type { Application, Request } from '#shared/contract/operations.ts';
import type { CaseLine } from '#shared/contract/population.ts';

import type { RowSource } from '../../components/data-columns.ts';
import { toAppError } from '../../hooks/use-query.ts';

/** What is asked for, without which part of it. */
export type CaseQuery = Omit<Request<'population.list'>, 'offset' | 'limit'>;

export interface CaseListState {
  /** Undefined until the first answer; the previous list stays until a new one has arrived. */
  readonly rows: RowSource<CaseLine> | undefined;
  readonly error: AppError | undefined;
}

export interface CaseList {
  /** Shows another list; the same query again asks for it anew. */
  readonly show: (query: CaseQuery) => void;
  readonly state: () => CaseListState;
  readonly subscribe: (listener: () => void) => () => void;
}

const pageSize = 200;

/**
 * The case list, 200 lines at a time as they come into sight: a list of 100,000 cases is never on the page at once.
 * Only answers to the newest query count.
 */
export function createCaseList(application: Pick<Application, 'population.list'>): CaseList {
  const listeners = new Set<() => void>();
  let state: CaseListState = { rows: undefined, error: undefined };
  let version = 0;

  function change(next: CaseListState): void {
    state = next;
    for (const listener of listeners) {
      listener();
    }
  }

  function show(query: CaseQuery): void {
    version += 1;
    const mine = version;
    const lines = new Map<number, CaseLine>();
    const asked = new Set<number>();

    const load = async (page: number): Promise<void> => {
      if (asked.has(page)) {
        return;
      }
      asked.add(page);
      const offset = page * pageSize;
      try {
        const answer = await application['population.list']({ ...query, offset, limit: pageSize });
        answer.lines.forEach((line, index) => lines.set(offset + index, line));
        if (mine === version) {
          change({ rows: { total: answer.total, at: (index) => lines.get(index), need }, error: undefined });
        }
      } catch (error) {
        asked.delete(page);
        if (mine === version) {
          change({ ...state, error: toAppError(error) });
        }
      }
    };

    const need = (first: number, last: number): void => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
        void load(page);
      }
    };
    need(0, 0);
  }

  return {
    show,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
