import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import { readRecoveryKey } from '#shared/domain/keys/recovery-key.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { unlockWords } from '../../words/settings.ts';
import { checkPassphrase } from './new-passphrase.ts';
import { PassphraseFields } from './passphrase-fields.tsx';
import classes from './unlock-page.module.css';

const words = unlockWords.forgotten;

interface ForgottenFormProps {
  readonly slots: WorkspaceStatus['slots'];
  readonly onBack: () => void;
}

/** The truth about a forgotten passphrase: the key on paper opens, and gives the workspace a new one; else nothing does. */
export function ForgottenForm({ slots, onBack }: ForgottenFormProps) {
  return (
    <div className={classes['form']}>
      <Notice title={words.truth}>{slots.includes('recovery') ? words.withKey : words.withoutKey}</Notice>
      {slots.includes('recovery') && <RecoveryForm />}
      {slots.includes('os') && <p>{words.system}</p>}
      {!slots.includes('recovery') && <p>{words.keep}</p>}
      <Button variant="default" className={classes['submit']} onClick={onBack}>
        {words.back}
      </Button>
    </div>
  );
}

const nothing = { recoveryKey: '', passphrase: '', repeated: '' };

function RecoveryForm() {
  const [form, setForm] = useState(nothing);
  const [tried, setTried] = useState(false);
  const field = useFirstFocus<HTMLInputElement>();
  const { state, run, reset } = useCommand('keys.unlockWithRecoveryKey');
  const failure = state.status === 'failed' ? state.error : undefined;
  const isWrongKey = failure?.code === 'wrong-recovery-key';
  const typing = tried ? typingError(form.recoveryKey) : undefined;
  const told = typing ?? (isWrongKey ? wordsOfError(failure) : undefined);
  const errors = tried ? checkPassphrase(form) : {};

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (typingError(form.recoveryKey) !== undefined) {
      field.current?.focus();
      return;
    }
    if (Object.keys(checkPassphrase(form)).length > 0) return;
    const { recoveryKey, passphrase } = form;
    if ((await run({ recoveryKey, passphrase })) === undefined) field.current?.focus();
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        ref={field}
        label={words.key}
        description={words.keyHint}
        value={form.recoveryKey}
        autoComplete="off"
        spellCheck={false}
        error={told !== undefined && `${told.what}. ${told.next}`}
        errorProps={{ role: 'alert' }}
        onChange={(event) => {
          setForm({ ...form, recoveryKey: event.currentTarget.value });
          reset();
        }}
      />
      <PassphraseFields value={form} errors={errors} onChange={(next) => setForm({ ...form, ...next })} />
      <ErrorNotice error={isWrongKey ? undefined : failure} />
      <Button type="submit" className={classes['submit']} disabled={state.status === 'running'}>
        {state.status === 'running' ? unlockWords.working : words.button}
      </Button>
    </form>
  );
}

/** What the check digits say of what is typed, before anything is tried. */
function typingError(typed: string) {
  const read = readRecoveryKey(typed);
  return read instanceof Uint8Array ? undefined : wordsOfError({ code: 'wrong-recovery-key', detail: { ...read } });
}
