import { Button } from '@mantine/core';
import { useState } from 'react';

import { daysBetween, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatDate } from '../../components/formats.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { actionWords } from '../../words/actions.ts';
import { ActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface ActionLineProps {
  readonly action: Action;
  /** The day to judge the deadline on; without it no deadline is judged. */
  readonly today?: string;
  readonly onOpenCase?: (caseId: string) => void;
  /** Called when the action was changed or done, for a page that does not ask again by itself. */
  readonly onChanged?: () => void;
}

/** One promise: what, by whom, by when, and whether it is done. */
export function ActionLine({ action, today, onOpenCase, onChanged }: ActionLineProps) {
  const [editing, setEditing] = useState(false);
  const setting = useCommand('review.setActionDone');
  const stopEditing = (): void => {
    setEditing(false);
    onChanged?.();
  };
  const setDone = async (done: boolean): Promise<void> => {
    if ((await setting.run({ id: action.id, done })) !== undefined) {
      onChanged?.();
    }
  };
  if (editing) {
    const { roundId, caseId, itemId, kind, text, owner, due, category } = action;
    const draft = { roundId, caseId, itemId, kind, text, owner, due, category };
    return <ActionForm id={action.id} draft={draft} onDone={stopEditing} />;
  }
  return (
    <div className={classes['line']}>
      <div className={classes['what']}>
        <p>{action.text}</p>
        <p className={classes['details']}>
          {action.critical && <StatusMark kind="critical">{actionWords.critical}</StatusMark>}
          <Deadline action={action} today={today} />
          <span>{action.owner === '' ? actionWords.noOwner : action.owner}</span>
          <Where action={action} onOpenCase={onOpenCase} />
        </p>
        <ErrorNotice error={setting.state.status === 'failed' ? setting.state.error : undefined} />
      </div>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={() => setEditing(true)}>
          {actionWords.edit}
        </Button>
        <Button variant="default" onClick={() => void setDone(action.done === null)}>
          {action.done === null ? actionWords.markDone : actionWords.reopen}
        </Button>
      </div>
    </div>
  );
}

function Where({ action, onOpenCase }: { action: Action; onOpenCase: ((caseId: string) => void) | undefined }) {
  const { caseId } = action;
  if (caseId === null) {
    return <span>{actionWords.practice}</span>;
  }
  if (onOpenCase === undefined) {
    return null;
  }
  return (
    <button type="button" className={classes['link']} onClick={() => onOpenCase(caseId)}>
      {actionWords.caseLink(caseId)}
    </button>
  );
}

function Deadline({ action, today }: { action: Action; today: string | undefined }) {
  if (action.done !== null) {
    return <StatusMark kind="done">{actionWords.doneAt(formatDate(action.done))}</StatusMark>;
  }
  if (action.due === null) {
    return <span>{actionWords.noDue}</span>;
  }
  if (today !== undefined && action.due < today) {
    const days = daysBetween(action.due as LocalDate, today as LocalDate);
    return <StatusMark kind="broken">{actionWords.overdue(days)}</StatusMark>;
  }
  return <span>{actionWords.dueAt(formatDate(action.due))}</span>;
}
