import { Button } from '@mantine/core';
import { useState } from 'react';

import { daysBetween, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import { type Action, isMeasured } from '#shared/domain/review/action.ts';
import { recommendationWords } from '#shared/words/recommendations.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatDate } from '../../components/formats.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { actionWords, measureWords } from '../../words/actions.ts';
import { ActionForm } from './action-form.tsx';
import classes from './actions.module.css';
import { ChangeWords } from './change-words.tsx';
import { MeasurePanel } from './measure-panel.tsx';

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
  const [mode, setMode] = useState<'line' | 'editing' | 'measuring'>('line');
  const stop = (): void => {
    setMode('line');
    onChanged?.();
  };
  if (mode === 'editing') {
    const { roundId, caseId, itemId, kind, text, owner, due, category } = action;
    const draft = { roundId, caseId, itemId, kind, text, owner, due, category };
    return <ActionForm id={action.id} draft={draft} onDone={stop} />;
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
        {action.measured !== null && <ChangeWords {...action.measured} />}
      </div>
      {mode === 'line' && (
        <Ways
          action={action}
          onEdit={() => setMode('editing')}
          onMeasure={() => setMode('measuring')}
          onChanged={onChanged}
        />
      )}
      {mode === 'measuring' && <MeasurePanel action={action} onDone={stop} />}
    </div>
  );
}

interface WaysProps {
  readonly action: Action;
  readonly onEdit: () => void;
  readonly onMeasure: () => void;
  readonly onChanged: (() => void) | undefined;
}

/** To change it, and to say that it is done: a change of practice on an item is done by measuring the item again. */
function Ways({ action, onEdit, onMeasure, onChanged }: WaysProps) {
  const setting = useCommand('review.setActionDone');
  const isOpen = action.done === null;
  const setDone = async (): Promise<void> => {
    if ((await setting.run({ id: action.id, done: isOpen })) !== undefined) onChanged?.();
  };
  return (
    <div className={classes['ways']}>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onEdit}>
          {actionWords.edit}
        </Button>
        {isOpen && isMeasured(action) ? (
          <Button variant="default" onClick={onMeasure}>
            {measureWords.close}
          </Button>
        ) : (
          <Button variant="default" onClick={() => void setDone()}>
            {isOpen ? actionWords.markDone : actionWords.reopen}
          </Button>
        )}
      </div>
      <ErrorNotice error={setting.state.status === 'failed' ? setting.state.error : undefined} />
    </div>
  );
}

function Where({ action, onOpenCase }: { action: Action; onOpenCase: ((caseId: string) => void) | undefined }) {
  const { caseId, kind, category } = action;
  return (
    <>
      {kind === 'practice' && (
        <span>{category === null ? actionWords.practice : actionWords.practiceOf(recommendationWords[category])}</span>
      )}
      {caseId !== null && onOpenCase !== undefined && (
        <button type="button" className={classes['link']} onClick={() => onOpenCase(caseId)}>
          {actionWords.caseLink(caseId)}
        </button>
      )}
    </>
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
