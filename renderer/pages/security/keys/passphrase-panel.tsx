import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { KeyStatus } from '#shared/contract/keys.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { securityWords } from '../../../words/security.ts';
import { passwordToggle } from '../../unlock/password-toggle.ts';
import classes from '../security.module.css';
import { checkPassphrase } from '../../unlock/new-passphrase.ts';
import { PassphraseFields } from '../../unlock/passphrase-fields.tsx';
import { ProofForm } from './proof-form.tsx';

const words = securityWords.passphrase;
const nothing = { current: '', passphrase: '', repeated: '' };

interface PassphrasePanelProps {
  readonly status: KeyStatus;
  /** The organisation wants a passphrase on every workspace. */
  readonly forced: boolean;
  readonly onChanged: () => void;
}

/** The present passphrase and a new one twice; a workspace without one can get one, by its recovery key. */
export function PassphrasePanel({ status, forced, onChanged }: PassphrasePanelProps) {
  return (
    <Panel title={status.passphrase ? words.title : words.chooseTitle}>
      <div className={classes['stack']}>
        <ChangePassphrase passphrase={status.passphrase} onChanged={onChanged} />
        {status.passphrase && <RemovePassphrase status={status} forced={forced} onChanged={onChanged} />}
      </div>
    </Panel>
  );
}

function ChangePassphrase({ passphrase: has, onChanged }: { passphrase: boolean; onChanged: () => void }) {
  const [form, setForm] = useState(nothing);
  const [tried, setTried] = useState(false);
  const [chosen, setChosen] = useState(false);
  const { state, run } = useCommand('keys.changePassphrase');
  const failure = state.status === 'failed' ? state.error : undefined;
  const isWrong = failure?.code === 'wrong-passphrase' || failure?.code === 'wrong-recovery-key';
  const told = failure === undefined ? undefined : wordsOfError(failure);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(checkPassphrase(form)).length > 0) return;
    const { current, passphrase } = form;
    if ((await run({ current, passphrase })) !== undefined) {
      setForm(nothing);
      setTried(false);
      setChosen(!has);
      onChanged();
    }
  };
  return (
    <>
      <form className={classes['fields']} onSubmit={(event) => void submit(event)} noValidate>
        <PasswordInput
          label={has ? words.current : securityWords.recoveryNow}
          value={form.current}
          autoComplete={has ? 'current-password' : 'off'}
          error={isWrong && told !== undefined && `${told.what}. ${told.next}`}
          errorProps={{ role: 'alert' }}
          onChange={(event) => setForm({ ...form, current: event.currentTarget.value })}
          visibilityToggleButtonProps={passwordToggle}
        />
        <PassphraseFields
          value={form}
          errors={tried ? checkPassphrase(form) : {}}
          onChange={(next) => setForm({ ...form, ...next })}
        />
        <ErrorNotice error={isWrong ? undefined : failure} />
        <div className={classes['ways']}>
          <Button type="submit" variant="default" loading={state.status === 'running'} disabled={form.current === ''}>
            {has ? words.button : words.chooseButton}
          </Button>
        </div>
      </form>
      {state.status === 'done' && <Changed chosen={chosen} />}
    </>
  );
}

/** A first passphrase is chosen, a later one changed. */
function Changed({ chosen }: { chosen: boolean }) {
  return chosen ? <Notice title={words.chosen} /> : <Notice title={words.changed}>{words.oldBackups}</Notice>;
}

function RemovePassphrase({ status, forced, onChanged }: PassphrasePanelProps) {
  const [asking, setAsking] = useState(false);
  const { state, run } = useCommand('keys.removePassphrase');
  if (forced) {
    return (
      <p className={classes['quiet']}>
        {words.mayNotRemove} {securityWords.byPolicy}
      </p>
    );
  }
  if (!status.mayRemovePassphrase) return null;
  if (!asking) {
    return (
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
    );
  }
  const remove = async (current: string): Promise<void> => {
    if ((await run({ current })) !== undefined) onChanged();
  };
  return (
    <ProofForm
      text={words.removeText}
      passphrase
      button={words.remove}
      running={state.status === 'running'}
      error={state.status === 'failed' ? state.error : undefined}
      onSubmit={(proof) => void remove(proof)}
      onCancel={() => setAsking(false)}
    />
  );
}
