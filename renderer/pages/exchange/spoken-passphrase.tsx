import { Button } from '@mantine/core';
import { useState } from 'react';

import { exchangeWords } from '../../words/exchange.ts';
import classes from './exchange.module.css';

const words = exchangeWords.passphrase;

/** The passphrase of a package that was just saved: to be told on the telephone, and shown only now. */
export function SpokenPassphrase({ file, passphrase }: { file: string; passphrase: string }) {
  const [hidden, setHidden] = useState(false);
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(passphrase).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'copied' : 'copyFailed');
  };
  if (hidden) return <p className={classes['quiet']}>{`${words.hidden} ${words.lost}`}</p>;
  return (
    <section className={classes['spoken']} aria-label={words.title(file)}>
      <p className={classes['words']}>{passphrase}</p>
      <p>{words.tell}</p>
      <p className={classes['quiet']}>{words.lost}</p>
      <div className={classes['line']}>
        <Button variant="default" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button variant="subtle" onClick={() => setHidden(true)}>
          {words.hide}
        </Button>
        <output>{copied === null ? '' : words[copied]}</output>
      </div>
    </section>
  );
}
