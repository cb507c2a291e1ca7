import { Button } from '@mantine/core';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { unlockWords } from '../../words/settings.ts';
import classes from './unlock-page.module.css';

const words = unlockWords.unlock;

/** Opens with the key that Windows or macOS keeps for the person who is signed in; the passphrase stays the other way. */
export function SystemUnlock() {
  const { state, run } = useCommand('keys.unlockWithSystem');
  return (
    <div className={classes['other']}>
      <Button onClick={() => void run({})} disabled={state.status === 'running'}>
        {state.status === 'running' ? unlockWords.working : words.system}
      </Button>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
    </div>
  );
}
