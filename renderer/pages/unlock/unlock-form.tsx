import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import { errorWords } from '#shared/words/errors.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { unlockWords } from '../../words/settings.ts';
import { passwordToggle } from './password-toggle.ts';
import { SystemUnlock } from './system-unlock.tsx';
import classes from './unlock-page.module.css';

const words = unlockWords.unlock;

interface UnlockFormProps {
  readonly slots: WorkspaceStatus['slots'];
  readonly onForgotten: () => void;
  readonly onRestore: () => void;
}

/** One field, and the computer's own key where the workspace has one. A wrong passphrase keeps focus in the field. */
export function UnlockForm({ slots, onForgotten, onRestore }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const { state, run, reset } = useCommand('workspace.unlock');
  const failure = state.status === 'failed' ? state.error : undefined;
  const isWrong = failure?.code === 'wrong-passphrase';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await run({ passphrase })) === undefined) {
      field.current?.select();
    }
  };

  return (
    <div className={classes['form']}>
      {slots.includes('os') && <SystemUnlock />}
      <form className={classes['form']} onSubmit={(event) => void submit(event)}>
        <PasswordInput
          ref={field}
          label={words.passphrase}
          value={passphrase}
          autoComplete="current-password"
          error={isWrong && `${errorWords[failure.code].what}. ${errorWords[failure.code].next}`}
          errorProps={{ role: 'alert' }}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            reset();
          }}
          visibilityToggleButtonProps={passwordToggle}
        />
        <ErrorNotice error={isWrong ? undefined : failure} />
        <div className={classes['ways']}>
          <Button type="submit" disabled={passphrase === '' || state.status === 'running'}>
            {state.status === 'running' ? unlockWords.working : words.button}
          </Button>
          <Button variant="subtle" onClick={onForgotten}>
            {words.forgotten}
          </Button>
        </div>
      </form>
      {failure?.code === 'file-damaged' && (
        <Button variant="default" className={classes['submit']} onClick={onRestore}>
          {words.toBackups}
        </Button>
      )}
    </div>
  );
}
