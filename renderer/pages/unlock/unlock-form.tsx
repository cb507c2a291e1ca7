import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { errorWords } from '#shared/words/errors.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { unlockWords } from '../../words/settings.ts';
import { passwordToggle } from './password-toggle.ts';
import classes from './unlock-page.module.css';

const words = unlockWords.unlock;

/** One field. A wrong passphrase keeps focus in it, with the words under its label. */
export function UnlockForm() {
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
    <form className={classes['form']} onSubmit={submit}>
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
      <Button type="submit" className={classes['submit']} disabled={passphrase === '' || state.status === 'running'}>
        {state.status === 'running' ? unlockWords.working : words.button}
      </Button>
      <p className={classes['hint']}>{words.forgotten}</p>
    </form>
  );
}
