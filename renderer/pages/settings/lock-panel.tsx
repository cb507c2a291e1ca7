import { Button } from '@mantine/core';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { settingsWords } from '../../words/settings.ts';
import classes from './settings.module.css';

const words = settingsWords.lock;

/** Locks the workspace at once; nothing is lost, so nothing is asked. */
export function LockPanel() {
  const { state, run } = useCommand('workspace.lock');
  return (
    <Panel title={words.title}>
      <div className={classes['form']}>
        <p>{words.text}</p>
        <Button variant="default" onClick={() => void run({})} disabled={state.status === 'running'}>
          {words.button}
        </Button>
        <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      </div>
    </Panel>
  );
}
