import { Button } from '@mantine/core';
import { useState } from 'react';

import type { GoodPractice } from '#shared/domain/report/good-practice/catalogue.ts';

import { formatDate } from '../../components/formats.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { practiceWords as words } from '../../words/good-practice.ts';
import { PracticeForm } from './practice-form.tsx';
import classes from './practice.module.css';

/** One example: theme, what was done, why it worked, whom to ask. */
export function PracticeEntry({ entry }: { entry: GoodPractice }) {
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <PracticeForm entry={entry} onDone={() => setEditing(false)} />;
  const { area, question, what, why, ask, unit, round, asOf } = entry;
  return (
    <div className={classes['entry']}>
      <div className={classes['told']}>
        <p className={classes['quiet']}>{area}</p>
        <p className={classes['what']}>{what.trim() === '' ? words.noLine : what}</p>
        {why.trim() !== '' && <p>{why}</p>}
        {ask.trim() !== '' && <p>{words.asks(ask)}</p>}
        <p className={classes['quiet']}>{question}</p>
        <p className={classes['quiet']}>{words.from(unit, round, formatDate(asOf))}</p>
        <Marks entry={entry} />
      </div>
      <Button variant="default" aria-label={words.editOf(question)} onClick={() => setEditing(true)}>
        {words.edit}
      </Button>
    </div>
  );
}

function Marks({ entry: { named, hidden, example } }: { entry: GoodPractice }) {
  if (!named && !hidden && !example) return null;
  return (
    <p className={classes['marks']}>
      {named && <StatusMark kind="info">{words.hiddenNames}</StatusMark>}
      {hidden && <StatusMark kind="neutral">{words.leftOut}</StatusMark>}
      {example && <StatusMark kind="neutral">{words.example}</StatusMark>}
    </p>
  );
}
