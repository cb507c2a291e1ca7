import { Button } from '@mantine/core';
import { useState } from 'react';

import type { KeyStatus } from '#shared/contract/keys.ts';

import { formatInstant } from '../../../components/formats.ts';
import { Notice } from '../../../components/notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';
import { ProofForm } from './proof-form.tsx';

const words = securityWords.recovery;

interface RecoveryPanelProps {
  readonly status: KeyStatus;
  /** With the key in its printed form, this once. */
  readonly onMade: (recoveryKey: string) => void;
  readonly onChanged: () => void;
}

/** The key on paper: made, made anew, taken away. */
export function RecoveryPanel({ status, onMade, onChanged }: RecoveryPanelProps) {
  const [asking, setAsking] = useState<'make' | 'remove' | null>(null);
  const removing = useCommand('keys.removeRecoveryKey');
  const { recovery, passphrase } = status;
  const remove = async (proof: string): Promise<void> => {
    if ((await removing.run({ passphrase: proof })) !== undefined) {
      setAsking(null);
      onChanged();
    }
  };
  return (
    <Panel title={words.title}>
      <div className={classes['stack']}>
        <p className={classes['text']}>{words.text}</p>
        {recovery === null ? (
          <Notice title={words.none} />
        ) : (
          <p className={classes['text']}>{words.made(formatInstant(recovery.madeAt))}</p>
        )}
        {asking === null && (
          <div className={classes['ways']}>
            <Button variant={recovery === null ? 'filled' : 'default'} onClick={() => setAsking('make')}>
              {recovery === null ? words.make : words.makeAgain}
            </Button>
            {recovery !== null && passphrase && (
              <Button variant="default" onClick={() => setAsking('remove')}>
                {words.remove}
              </Button>
            )}
            {recovery !== null && !passphrase && <span className={classes['quiet']}>{words.lastKey}</span>}
          </div>
        )}
        {asking === 'make' && (
          <MakeForm
            passphrase={passphrase}
            again={recovery !== null}
            onCancel={() => setAsking(null)}
            onMade={(key) => {
              onMade(key);
              onChanged();
            }}
          />
        )}
        {asking === 'remove' && (
          <ProofForm
            text={words.removeText}
            passphrase={passphrase}
            button={words.remove}
            running={removing.state.status === 'running'}
            error={removing.state.status === 'failed' ? removing.state.error : undefined}
            onSubmit={(proof) => void remove(proof)}
            onCancel={() => setAsking(null)}
          />
        )}
        {recovery === null && removing.state.status === 'done' && <output>{words.removed}</output>}
      </div>
    </Panel>
  );
}

interface MakeFormProps {
  readonly passphrase: boolean;
  readonly again: boolean;
  readonly onMade: (recoveryKey: string) => void;
  readonly onCancel: () => void;
}

function MakeForm({ passphrase, again, onMade, onCancel }: MakeFormProps) {
  const { state, run, reset } = useCommand('keys.makeRecoveryKey');
  const make = async (proof: string): Promise<void> => {
    const made = await run({ passphrase: proof });
    if (made === undefined) return;
    reset();
    onMade(made.recoveryKey);
  };
  return (
    <ProofForm
      {...(again ? { text: words.makeAgainText } : {})}
      passphrase={passphrase}
      button={again ? words.makeAgain : words.make}
      running={state.status === 'running'}
      error={state.status === 'failed' ? state.error : undefined}
      onSubmit={(proof) => void make(proof)}
      onCancel={onCancel}
    />
  );
}
