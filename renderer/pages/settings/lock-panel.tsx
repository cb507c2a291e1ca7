import { Button } from '@mantine/core';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { useLock } from '../../hooks/use-lock.ts';
import { lockWords } from '../../words/lock.ts';
import { settingsWords } from '../../words/settings.ts';
import classes from './settings.module.css';

const words = settingsWords.lock;

/** Locks the workspace at once; nothing is lost, so nothing is asked. */
export function LockPanel() {
  const { lock, locking, error } = useLock();
  return (
    <Panel title={words.title}>
      <div className={classes['form']}>
        <p>{words.text}</p>
        <Button
          variant="default"
          onClick={() => void lock()}
          disabled={locking}
          rightSection={<KeyHint keys={lockWords.keys} />}
        >
          {words.button}
        </Button>
        <ErrorNotice error={error} />
      </div>
    </Panel>
  );
}
