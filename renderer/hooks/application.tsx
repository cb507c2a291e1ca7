import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';

import type { Subscribe } from '#shared/contract/events.ts';
import type { Application } from '#shared/contract/operations.ts';

import type { Platform } from '../platform/platform.ts';
import { guardApplication, type GuardedApplication } from './guarded-application.ts';
import { createNameVeil, type NameVeil } from './name-veil.ts';

/** What every page may use: the connected application, its events, and the platform's files. */
export interface PageContext {
  readonly application: Application;
  readonly subscribe: Subscribe;
  readonly platform: Platform;
}

type Guarded = PageContext & Pick<GuardedApplication, 'settled'>;

interface Names {
  readonly hidden: boolean;
  readonly setHidden: (hidden: boolean) => void;
  /** The value as it may be shown now. */
  readonly veil: <T>(value: T) => T;
  /** The value as it is kept and sent. */
  readonly unveil: <T>(value: T) => T;
  /** The workspace is locked: nobody is remembered. That names are hidden is. */
  readonly forget: () => void;
}

const ApplicationContext = createContext<Guarded | null>(null);
const NamesContext = createContext<Names | null>(null);

export function ApplicationProvider({ value, children }: { value: PageContext; children: ReactNode }) {
  const [names] = useState(createNameVeil);
  const { application, subscribe, platform } = value;
  const guarded = useMemo(
    () => ({ ...guardApplication(application, names), subscribe, platform }),
    [application, subscribe, platform, names],
  );
  return (
    <ApplicationContext value={guarded}>
      <NamesContext value={useVeil(names, guarded.application)}>{children}</NamesContext>
    </ApplicationContext>
  );
}

const asItIs = <T,>(value: T): T => value;
const newestImports = 3;

function useVeil(names: NameVeil, application: Application): Names {
  const [hidden, setHidden] = useState(false);
  const version = useSyncExternalStore(names.subscribe, () => (hidden ? names.version() : 0));
  useEffect(() => {
    // Names that stand in reports and plans are known from the summaries, also where no page has asked for those.
    if (hidden) void learnCaseworkers(application);
  }, [hidden, application]);
  const forget = useCallback(() => names.forget(), [names]);
  const veil = useMemo(() => {
    void version;
    return hidden ? <T,>(value: T): T => names.veil(value) : asItIs;
  }, [hidden, names, version]);
  return useMemo(() => ({ hidden, setHidden, veil, unveil: names.unveil, forget }), [hidden, veil, names, forget]);
}

/** Asking is enough: the guard learns from the answers. */
async function learnCaseworkers(application: Application): Promise<void> {
  try {
    const imports = await application['importing.list']({});
    const newest = imports.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt)).slice(0, newestImports);
    await Promise.all(newest.map(({ importId }) => application['population.summary']({ importId })));
  } catch {
    // A list that is deleted, or a workspace that was locked meanwhile: what the pages show is learnt from themselves.
  }
}

export function useApplication(): Guarded {
  const context = use(ApplicationContext);
  if (context === null) {
    throw new Error('useApplication needs an ApplicationProvider');
  }
  return context;
}

/** Whether names are hidden, and what hides them. */
export function useNames(): Names {
  const names = use(NamesContext);
  if (names === null) {
    throw new Error('useNames needs an ApplicationProvider');
  }
  return names;
}
