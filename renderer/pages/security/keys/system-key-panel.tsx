import { Button } from '@mantine/core';
import { useState } from 'react';

import type { KeyStatus } from '#shared/contract/keys.ts';

import { Panel } from '../../../components/panel.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';
import { ProofForm } from './proof-form.tsx';

const words = securityWords.system;

/** The key that the computer keeps for the person who is signed in. Where it would protect nothing it is not offered. */
export function SystemKeyPanel({ status, onChanged }: { status: KeyStatus; onChanged: () => void }) {
  const [asking, setAsking] = useState(false);
  const { state, run } = useCommand('keys.setSystemKey');
  const { system, passphrase } = status;
  const isOn = system === 'on';
  const button = isOn ? words.turnOff : words.turnOn;
  const change = async (proof: string): Promise<void> => {
    if ((await run({ on: !isOn, passphrase: proof })) !== undefined) {
      setAsking(false);
      onChanged();
    }
  };
  return (
    <Panel title={words.title}>
      <div className={classes['stack']}>
        <p className={classes['text']}>{words.text}</p>
        <p className={classes['text']}>{securityWords.protection.systemStates[system]}.</p>
        {(isOn || system === 'off') && !asking && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {button}
          </Button>
        )}
        {asking && (
          <ProofForm
            text={isOn ? words.offText : words.needsOther}
            passphrase={passphrase}
            button={button}
            running={state.status === 'running'}
            error={state.status === 'failed' ? state.error : undefined}
            onSubmit={(proof) => void change(proof)}
            onCancel={() => setAsking(false)}
          />
        )}
      </div>
    </Panel>
  );
}
