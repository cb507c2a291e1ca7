import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';

import { useNames } from './application.tsx';

export const pageNames = [
  'start',
  'importing',
  'population',
  'sampling',
  'review',
  'actions',
  'exchange',
  'compile',
  'report',
  'security',
  'settings',
  'templates',
] as const;
export type PageName = (typeof pageNames)[number];

/** Where the person is: a page and what it shows. Ids only; it never leaves the window's own history. */
export interface Route {
  readonly page: PageName;
  readonly params: Readonly<Record<string, string>>;
}

interface Routing {
  readonly route: Route;
  /** False until the person has left the window's first page. */
  readonly navigated: boolean;
  readonly go: (page: PageName, params?: Readonly<Record<string, string>>) => void;
  /** Says what the page shows now, so that Back returns to that; no step of its own. */
  readonly keep: (params: Readonly<Record<string, string>>) => void;
}

const RouteContext = createContext<Routing | null>(null);
const startRoute: Route = { page: 'start', params: {} };

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'page' in value && 'params' in value;
}

/** Keeps the route in the window's history without a path, so that Back works and a reload starts at Overblik. */
export function RouteProvider({ initial = startRoute, children }: { initial?: Route; children: ReactNode }) {
  const [kept, setRoute] = useState(initial);
  const [navigated, setNavigated] = useState(false);
  const { veil, unveil } = useNames();
  const route = useMemo(() => veil(kept), [veil, kept]);

  useEffect(() => {
    window.history.replaceState({ route: initial }, '');
    const onBack = ({ state }: PopStateEvent): void => {
      const next: unknown = (state as { route?: unknown } | null)?.route;
      setRoute(isRoute(next) ? next : startRoute);
      setNavigated(true);
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, [initial]);

  const go = useCallback<Routing['go']>(
    (page, params = {}) => {
      const next: Route = { page, params: unveil(params) };
      window.history.pushState({ route: next }, '');
      setRoute(next);
      setNavigated(true);
    },
    [unveil],
  );

  const { page } = kept;
  const keep = useCallback<Routing['keep']>(
    (params) => {
      const next: Route = { page, params: unveil(params) };
      window.history.replaceState({ route: next }, '');
      setRoute(next);
    },
    [page, unveil],
  );

  const routing = useMemo(() => ({ route, navigated, go, keep }), [route, navigated, go, keep]);
  return <RouteContext value={routing}>{children}</RouteContext>;
}

export function useRoute(): Routing {
  const routing = use(RouteContext);
  if (routing === null) {
    throw new Error('useRoute needs a RouteProvider');
  }
  return routing;
}
