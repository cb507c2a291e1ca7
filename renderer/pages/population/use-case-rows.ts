import { useCallback, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';

import type { CaseLine } from '#shared/contract/population.ts';

import type { RowSource } from '../../components/data-columns.ts';
import { useApplication, useNames } from '../../hooks/application.tsx';
import { type CaseListState, type CaseQuery, createCaseList } from './case-list.ts';

/** The case list of a query, compared by value; read anew when the population has changed. */
export function useCaseRows(query: CaseQuery): CaseListState & { readonly retry: () => void } {
  const { application, subscribe } = useApplication();
  const { veil } = useNames();
  const list = useMemo(() => createCaseList(application), [application]);
  const state = useSyncExternalStore(list.subscribe, list.state);
  const key = JSON.stringify(query);
  const show = useEffectEvent(() => list.show(query));

  useEffect(() => show(), [list, key]);
  useEffect(
    () => subscribe((event) => event.name === 'stage-changed' && event.stage === 'population' && show()),
    [subscribe],
  );
  const rows = useMemo(() => state.rows && shownRows(state.rows, veil), [state.rows, veil]);
  return { ...state, rows, retry: useCallback(() => list.show(JSON.parse(key) as CaseQuery), [list, key]) };
}

/** The same lines as they may be shown now; each is looked at once. */
function shownRows(rows: RowSource<CaseLine>, veil: <T>(value: T) => T): RowSource<CaseLine> {
  const seen = new WeakMap<CaseLine, CaseLine>();
  const show = (line: CaseLine): CaseLine => {
    const shown = seen.get(line) ?? veil(line);
    seen.set(line, shown);
    return shown;
  };
  return {
    ...rows,
    at: (index) => {
      const line = rows.at(index);
      return line && show(line);
    },
  };
}
