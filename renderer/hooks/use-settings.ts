import { useMantineColorScheme } from '@mantine/core';
import { useCallback, useEffect } from 'react';

import type { HostSettings } from '#shared/contract/system.ts';

import { useCommand } from './use-command.ts';
import { useQuery } from './use-query.ts';

const assumed: HostSettings = {
  colorScheme: 'auto',
  singleKeys: true,
  screenCapture: false,
  lockAfterMinutes: 15,
};

/** This PC's settings; the colour scheme follows them. */
export function useSettings(): { settings: HostSettings; save: (settings: HostSettings) => Promise<void> } {
  const query = useQuery('system.settings', {});
  const { state, run } = useCommand('system.setSettings');
  const { setColorScheme } = useMantineColorScheme();
  const saved = state.status === 'done' ? state.output : query.data;
  const colorScheme = saved?.colorScheme;

  useEffect(() => {
    if (colorScheme !== undefined) {
      setColorScheme(colorScheme);
    }
  }, [colorScheme, setColorScheme]);

  const save = useCallback(
    async (settings: HostSettings): Promise<void> => {
      await run(settings);
    },
    [run],
  );
  return { settings: saved ?? assumed, save };
}
