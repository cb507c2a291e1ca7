import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { RoundRetention } from '#shared/contract/deletion.ts';

import { DateField } from '../../../components/date-field.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { formatCount, formatInstant } from '../../../components/formats.ts';
import { StatusMark } from '../../../components/status-mark.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { deletionWords } from '../../../words/deletion.ts';
import classes from '../security.module.css';

const words = deletionWords.deletion;
/** Days before the date from which it is marked. */
const soon = 31;

interface RoundLineProps {
  readonly round: RoundRetention;
  readonly onChanged: () => void;
  readonly onDelete: () => void;
}

/** One round: how long it is kept, whether its day has come, and the way to deleting it. */
export function RoundLine({ round, onChanged, onDelete }: RoundLineProps) {
  const { roundId, name, createdAt, retainUntil, open } = round;
  const [date, setDate] = useState(retainUntil);
  const { state, run } = useCommand('deletion.setRetention');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await run({ roundId, retainUntil: date })) !== undefined) onChanged();
  };
  return (
    <li className={classes['round']}>
      <div>
        <p className={classes['name']}>{name}</p>
        <p className={classes['quiet']}>
          {words.created(formatInstant(createdAt))}
          {open > 0 && ` · ${words.open(formatCount(open, ...words.units.review))}`}
        </p>
        <DueMark round={round} />
      </div>
      <form className={classes['retain']} onSubmit={(event) => void save(event)}>
        <DateField label={words.retainUntil} aria-label={words.retainOf(name)} value={date} onChange={setDate} />
        <Button
          type="submit"
          variant="default"
          disabled={date === '' || date === retainUntil}
          loading={state.status === 'running'}
        >
          {words.save}
        </Button>
        <Button variant="default" onClick={onDelete} aria-label={words.previewOf(name)}>
          {words.preview}
        </Button>
        <ErrorNotice error={state.status === 'failed' ? state.error : undefined} />
      </form>
    </li>
  );
}

function DueMark({ round: { due, daysLeft } }: { round: RoundRetention }) {
  const days = formatCount(Math.abs(daysLeft), ...words.units.day);
  if (due) {
    return <StatusMark kind="critical">{daysLeft < 0 ? `${words.due}, ${words.overdue(days)}` : words.due}</StatusMark>;
  }
  return daysLeft <= soon ? <StatusMark kind="partly">{words.left(days)}</StatusMark> : <span>{words.left(days)}</span>;
}
