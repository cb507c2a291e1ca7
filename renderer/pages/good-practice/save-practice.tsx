import { Button } from '@mantine/core';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../components/formats.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { practiceWords as words } from '../../words/good-practice.ts';
import classes from './practice.module.css';

/** The examples that are found now, as a sheet. */
export function SavePractice({ search }: { search: { readonly text: string; readonly areaId: string | null } }) {
  const files = useFiles();
  const { state, run } = useCommand('goodPractice.write');
  const save = async (): Promise<void> => {
    const target = await files.saveTarget(words.fileName);
    if (target !== null && (await run({ ...search, target })) !== undefined) await files.deliver(target);
  };
  return (
    <>
      <Button variant="default" onClick={() => void save()} loading={state.status === 'running'}>
        {words.write}
      </Button>
      <output className={classes['quiet']}>
        {state.status === 'done' && words.written(state.output.name, formatCount(state.output.entries, ...words.units))}
      </output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </>
  );
}
