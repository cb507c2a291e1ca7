import { PasswordInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useFirstFocus } from '../../../hooks/use-first-focus.ts';
import { securityWords } from '../../../words/security.ts';
import { passwordToggle } from '../../unlock/password-toggle.ts';
import { FormButtons } from '../form-buttons.tsx';
import classes from '../security.module.css';

interface ProofFormProps {
  /** What will happen. */
  readonly text?: string;
  /** False: there is no passphrase, so the recovery key is what proves. */
  readonly passphrase: boolean;
  readonly button: string;
  readonly running: boolean;
  readonly error: AppError | undefined;
  readonly onSubmit: (proof: string) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** A key is changed only by who can open the workspace without it: the passphrase, or the key on paper, once more. */
export function ProofForm({ text, passphrase, button, running, error, onSubmit, onCancel, children }: ProofFormProps) {
  const [proof, setProof] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const isWrong = error?.code === 'wrong-passphrase' || error?.code === 'wrong-recovery-key';
  const words = error === undefined ? undefined : wordsOfError(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(proof);
  };
  return (
    <form className={classes['fields']} onSubmit={submit}>
      {text !== undefined && <p>{text}</p>}
      <PasswordInput
        ref={field}
        label={passphrase ? securityWords.passphraseNow : securityWords.recoveryNow}
        value={proof}
        autoComplete="off"
        onChange={(event) => setProof(event.currentTarget.value)}
        error={isWrong && words !== undefined && `${words.what}. ${words.next}`}
        errorProps={{ role: 'alert' }}
        visibilityToggleButtonProps={passwordToggle}
      />
      {children}
      <ErrorNotice error={isWrong ? undefined : error} />
      <FormButtons label={button} ready={proof !== ''} running={running} onCancel={onCancel} />
    </form>
  );
}
