import { PasswordInput } from '@mantine/core';

import { minimumPassphrase } from '#shared/contract/workspace.ts';

import { securityWords } from '../../words/security.ts';
import { unlockWords } from '../../words/settings.ts';
import { passwordToggle } from './password-toggle.ts';
import type { NewPassphrase } from './new-passphrase.ts';

const words = securityWords.passphrase;

interface PassphraseFieldsProps {
  readonly value: NewPassphrase;
  readonly errors: Partial<NewPassphrase>;
  readonly onChange: (value: NewPassphrase) => void;
}

/** A new passphrase, twice. */
export function PassphraseFields({ value, errors, onChange }: PassphraseFieldsProps) {
  return (
    <>
      <PasswordInput
        label={words.next}
        description={unlockWords.create.passphraseHint(minimumPassphrase)}
        value={value.passphrase}
        error={errors.passphrase}
        autoComplete="new-password"
        onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
        visibilityToggleButtonProps={passwordToggle}
      />
      <PasswordInput
        label={words.repeat}
        value={value.repeated}
        error={errors.repeated}
        autoComplete="new-password"
        onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
        visibilityToggleButtonProps={passwordToggle}
      />
    </>
  );
}
