import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';

import { readRecoveryKey } from '#shared/domain/keys/recovery-key.ts';
import { keyError } from '#shared/words/key-errors.ts';

import { formatDate } from '../../../components/formats.ts';
import { Notice } from '../../../components/notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';
import sheet from './recovery-sheet.module.css';

const words = securityWords.sheet;

/** What is wrong with the key as it was typed from the paper; null when it is the very key. */
export function typedBack(typed: string, recoveryKey: string): string | null {
  const read = readRecoveryKey(typed);
  if (!(read instanceof Uint8Array)) {
    return keyError({ code: 'wrong-recovery-key', detail: { ...read } })?.what ?? words.other;
  }
  const made = readRecoveryKey(recoveryKey);
  const same = made instanceof Uint8Array && made.every((byte, index) => byte === read[index]);
  return same ? null : words.other;
}

/** The key, this once: large on the screen, one A4 page on paper, and typed back so that the paper is known to be right. */
export function RecoverySheet({ recoveryKey, onDone }: { recoveryKey: string; onDone: () => void }) {
  const place = useQuery('workspace.status', {}).data;
  const { data: overview } = useQuery('workspace.overview', {});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <article className={sheet['sheet']} aria-label={words.title}>
        <p className={sheet['program']}>{words.program}</p>
        <h2 ref={heading} tabIndex={-1} className={sheet['title']}>
          {words.title}
        </h2>
        <p>{words.of([place?.municipality, place?.department].filter(Boolean).join(', '))}</p>
        {overview !== undefined && <p>{words.made(formatDate(overview.today))}</p>}
        <p className={sheet['key']} aria-label={words.keyLabel}>
          {recoveryKey.split('-').map((group, index) => (
            // The groups of one key never move.
            <span key={`${index} ${group}`}>{group}</span>
          ))}
        </p>
        <p className={classes['quiet']}>{words.alphabet}</p>
        <p className={sheet['opens']}>{words.opens}</p>
        <h3>{words.keepTitle}</h3>
        <ul className={classes['list']}>
          {words.keep.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>{words.useTitle}</h3>
        <p>{words.use}</p>
      </article>
      <div className={sheet['screenOnly']}>
        <Panel>
          <div className={classes['stack']}>
            <div className={classes['ways']}>
              <Button onClick={() => window.print()}>{words.print}</Button>
              <span className={classes['quiet']}>{words.once}</span>
            </div>
            <TypeBack recoveryKey={recoveryKey} onDone={onDone} />
          </div>
        </Panel>
      </div>
    </>
  );
}

function TypeBack({ recoveryKey, onDone }: { recoveryKey: string; onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const [right, setRight] = useState(false);
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (right) done.current?.focus();
  }, [right]);
  const check = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = typedBack(typed, recoveryKey);
    setTold(wrong);
    setRight(wrong === null);
  };
  return (
    <form className={classes['fields']} onSubmit={check}>
      <TextInput
        label={words.typeBack}
        description={words.typeBackHint}
        value={typed}
        error={told}
        errorProps={{ role: 'alert' }}
        autoComplete="off"
        spellCheck={false}
        disabled={right}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setTold(null);
        }}
      />
      {right && <Notice title={words.matches} />}
      <div className={classes['ways']}>
        {right ? (
          <Button ref={done} onClick={onDone}>
            {words.done}
          </Button>
        ) : (
          <>
            <Button type="submit" variant="default" disabled={typed.trim() === ''}>
              {words.check}
            </Button>
            <Button variant="subtle" onClick={onDone}>
              {words.leave}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
