import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { minimumPassphrase } from '#shared/contract/workspace.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useFirstFocus } from '../../hooks/use-first-focus.ts';
import { settingsWords, unlockWords } from '../../words/settings.ts';
import { passwordToggle } from './password-toggle.ts';
import classes from './unlock-page.module.css';

const words = unlockWords.create;
const emptyForm = { municipality: '', department: '', reviewer: '', passphrase: '', repeated: '' };
type Form = typeof emptyForm;
type FormErrors = Partial<Record<keyof Form, string>>;

/** What stands in the way of creating, by field; nothing when all is well. */
export function checkForm(form: Form): FormErrors {
  const errors: FormErrors = {};
  for (const field of ['municipality', 'department', 'reviewer'] as const) {
    if (form[field].trim() === '') {
      errors[field] = words.missing;
    }
  }
  if (form.passphrase.length < minimumPassphrase) {
    errors.passphrase = words.tooShort(minimumPassphrase - form.passphrase.length);
  }
  if (form.repeated !== form.passphrase) {
    errors.repeated = words.different;
  }
  return errors;
}

/** Names, and a passphrase twice. Errors show when the person has tried to go on, and then follow what is typed. */
export function CreateForm() {
  const [form, setForm] = useState<Form>(emptyForm);
  const first = useFirstFocus<HTMLInputElement>();
  const [tried, setTried] = useState(false);
  const { state, run } = useCommand('workspace.create');
  const errors = tried ? checkForm(form) : {};

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const wrong = Object.keys(checkForm(form))[0];
    if (wrong !== undefined) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    const { municipality, department, reviewer, passphrase } = form;
    await run({ municipality, department, reviewer, passphrase });
  };

  const field = (name: keyof Form) => ({
    name,
    value: form[name],
    error: errors[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
  });
  const passphrase = { autoComplete: 'new-password', visibilityToggleButtonProps: passwordToggle };

  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <TextInput label={settingsWords.names.municipality} ref={first} {...field('municipality')} />
      <TextInput label={settingsWords.names.department} {...field('department')} />
      <TextInput
        label={settingsWords.names.reviewer}
        description={settingsWords.names.reviewerHint}
        autoComplete="name"
        {...field('reviewer')}
      />
      <PasswordInput
        label={words.passphrase}
        description={words.passphraseHint(minimumPassphrase)}
        {...passphrase}
        {...field('passphrase')}
      />
      <PasswordInput label={words.repeat} {...passphrase} {...field('repeated')} />
      <Notice title={words.truth}>{words.truthThen}</Notice>
      <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      <Button type="submit" className={classes['submit']} disabled={state.status === 'running'}>
        {state.status === 'running' ? unlockWords.working : words.button}
      </Button>
    </form>
  );
}
