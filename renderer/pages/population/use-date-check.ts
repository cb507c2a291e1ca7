import { useEffect } from 'react';

import { type Command, useCommand } from '../../hooks/use-command.ts';

/** The date check of an import: begun when the page opens, stopped when it closes, with its progress. */
export function useDateCheck(importId: string): Command<'population.dateCheck'> {
  const command = useCommand('population.dateCheck');
  const { run, cancel } = command;
  useEffect(() => {
    // In the next turn, so that a page that is mounted and left again at once begins nothing.
    const begin = setTimeout(() => void run({ importId }));
    return () => {
      clearTimeout(begin);
      cancel();
    };
  }, [importId, run, cancel]);
  return command;
}
