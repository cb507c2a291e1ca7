import { createContext, type ReactNode, use } from 'react';

import type { Subscribe } from '#shared/contract/events.ts';
import type { Application } from '#shared/contract/operations.ts';

import type { Platform } from '../platform/platform.ts';

/** What every page may use: the connected application, its events, and the platform's files. */
export interface PageContext {
  readonly application: Application;
  readonly subscribe: Subscribe;
  readonly platform: Platform;
}

const ApplicationContext = createContext<PageContext | null>(null);

export function ApplicationProvider({ value, children }: { value: PageContext; children: ReactNode }) {
  return <ApplicationContext value={value}>{children}</ApplicationContext>;
}

export function useApplication(): PageContext {
  const context = use(ApplicationContext);
  if (context === null) {
    throw new Error('useApplication needs an ApplicationProvider');
  }
  return context;
}
