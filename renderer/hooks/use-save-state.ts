import { useEffect, useState } from 'react';

import type { AppEvent } from '#shared/contract/events.ts';

import { useApplication } from './application.tsx';

export type SaveState = Pick<Extract<AppEvent, { name: 'save-state' }>, 'state' | 'at'>;

/** The latest word about saving; before the first event of this window, the workspace's own `savedAt`. */
export function useSaveState(savedAt: string | null): SaveState | null {
  const { subscribe } = useApplication();
  const [heard, setHeard] = useState<SaveState | null>(null);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.name === 'save-state') {
          setHeard({ state: event.state, at: event.at });
        }
      }),
    [subscribe],
  );
  return heard ?? (savedAt === null ? null : { state: 'saved', at: savedAt });
}
