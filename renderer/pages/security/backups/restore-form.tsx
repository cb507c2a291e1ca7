import { PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { BackupSummary, ComparedRow } from '#shared/contract/backups.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { formatNumber } from '../../../components/formats.ts';
import { useCommand } from '../../../hooks/use-command.ts';
import { useFirstFocus } from '../../../hooks/use-first-focus.ts';
import { securityWords } from '../../../words/security.ts';
import { passwordToggle } from '../../unlock/password-toggle.ts';
import { FormButtons } from '../form-buttons.tsx';
import classes from '../security.module.css';

const words = securityWords.backups;

interface RestoreFormProps {
  readonly backup: BackupSummary;
  readonly when: string;
  /** Imports whose cases the copy names and that are deleted since. */
  readonly gone: readonly ComparedRow[];
  /** What is there now does not open. */
  readonly broken?: boolean;
  readonly onRestored: (gone: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** What will happen and what is kept first; then the passphrase of that day and a word typed, because it replaces what is open. */
export function RestoreForm({ backup, when, gone, broken = false, onRestored, onCancel }: RestoreFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const { state, run } = useCommand('backups.restore');
  const failure = state.status === 'failed' ? state.error : undefined;
  const isWrong = failure?.code === 'wrong-passphrase' || failure?.code === 'backup-other-passphrase';
  const told = failure === undefined ? undefined : wordsOfError(failure);
  const ready = passphrase !== '' && typed.trim().toLocaleUpperCase('da') === words.restoreWord;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    const restored = await run({ id: backup.id, passphrase });
    if (restored !== undefined) onRestored(restored.gone);
  };
  return (
    <form className={classes['fields']} onSubmit={(event) => void submit(event)} aria-label={words.restoreTitle(when)}>
      <p>{words.restoreWhat}</p>
      <p>{broken ? words.restoreKeptDamaged : words.restoreKept}</p>
      {gone.map(({ name, now, then }) => (
        <p key={name}>{words.restoreGone(formatNumber(Math.max(now, then)), name)}</p>
      ))}
      <PasswordInput
        ref={field}
        label={words.restoreKey}
        description={words.restoreKeyHint}
        value={passphrase}
        autoComplete="off"
        error={isWrong && told !== undefined && `${told.what}. ${told.next}`}
        errorProps={{ role: 'alert' }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        visibilityToggleButtonProps={passwordToggle}
      />
      <TextInput
        label={words.restoreType}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ErrorNotice error={isWrong ? undefined : failure} />
      <FormButtons label={words.restore} ready={ready} running={state.status === 'running'} onCancel={onCancel} />
    </form>
  );
}
