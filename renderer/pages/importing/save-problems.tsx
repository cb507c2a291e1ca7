import { Button } from '@mantine/core';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFiles } from '../../hooks/use-files.ts';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';

const words = importingWords.check;

/** The whole check as an Excel file, for the one who mends the case system. */
export function SaveProblems({ importId }: { importId: string }) {
  const files = useFiles();
  const saving = useCommand('importing.saveProblems');
  const save = async (): Promise<void> => {
    const target = await files.saveTarget(`${words.saveName}.xlsx`);
    if (target !== null && (await saving.run({ importId, target })) !== undefined) {
      await files.deliver(target);
    }
  };
  const { state } = saving;
  return (
    <div className={classes['buttons']}>
      <Button variant="default" onClick={() => void save()} disabled={state.status === 'running'}>
        {words.save}
      </Button>
      <output>
        {state.status === 'done' && <StatusMark kind="done">{words.saved(state.output.name)}</StatusMark>}
      </output>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </div>
  );
}
