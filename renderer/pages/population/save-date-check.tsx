import { Button } from '@mantine/core';

import type { DateCheck } from '#shared/contract/population.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { populationWords } from '../../words/population.ts';
import classes from './population.module.css';

const words = populationWords.check;

/** Saves the check as a workbook of its own: the counts, the cases behind them, and how it was done. */
export function SaveDateCheck({ check }: { check: DateCheck }) {
  const files = useFiles();
  const { state, run } = useCommand('population.saveDateCheck');
  const save = async (): Promise<void> => {
    const target = await files.saveTarget(words.fileName(check.asOf));
    if (target !== null && (await run({ importId: check.importId, target })) !== undefined) {
      await files.deliver(target);
    }
  };
  return (
    <div className={classes['checkFoot']}>
      <Button variant="default" onClick={() => void save()} disabled={state.status === 'running'}>
        {words.save}
      </Button>
      <output>
        {state.status === 'running' && words.saving}
        {state.status === 'done' && <StatusMark kind="done">{words.saved(state.output.name)}</StatusMark>}
      </output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </div>
  );
}
