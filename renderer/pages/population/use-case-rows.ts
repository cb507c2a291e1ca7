import { useCallback, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';

import { useApplication } from '../../hooks/application.tsx';
import { type CaseListState, type CaseQuery, createCaseList } from './case-list.ts';

/** The case list of a query, compared by value; read anew when the population has changed. */
export function useCaseRows(query: CaseQuery): CaseListState & { readonly retry: () => void } {
  const { application, subscribe } = useApplication();
  const list = useMemo(() => createCaseList(application), [application]);
  const state = useSyncExternalStore(list.subscribe, list.state);
  const key = JSON.stringify(query);
  const show = useEffectEvent(() => list.show(query));

  useEffect(() => show(), [list, key]);
  useEffect(
    () => subscribe((event) => event.name === 'stage-changed' && event.stage === 'population' && show()),
    [subscribe],
  );
  return { ...state, retry: useCallback(() => list.show(JSON.parse(key) as CaseQuery), [list, key]) };
}
