import { useEffect } from 'react';

import { type Command, useCommand } from '../../hooks/use-command.ts';

/** The date check of an import: begun when the page opens, stopped when it closes, with its progress. */
export function useDateCheck(importId: string): Command<'population.dateCheck'> {
  const command = useCommand('population.dateCheck');
  const { run, cancel } = command;
  useEffect(() => {
    void run({ importId });
    return cancel;
  }, [importId, run, cancel]);
  return command;
}
