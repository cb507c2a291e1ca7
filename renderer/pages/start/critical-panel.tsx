import { Button } from '@mantine/core';

import type { Action } from '#shared/domain/review/action.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { startWords } from '../../words/start.ts';
import { dueWords } from './due-words.ts';
import classes from './start.module.css';

const words = startWords.critical;
const mostShown = 5;

/** Critical ones first by due date; those without a date last. */
export function sortByDue(actions: readonly Action[]): readonly Action[] {
  return actions.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

/** The open critical actions, the most urgent first, and how many others are open. */
export function CriticalPanel({ actions, today }: { actions: readonly Action[]; today: string }) {
  const { go } = useRoute();
  const critical = sortByDue(actions.filter((action) => action.critical && action.done === null));
  const others = actions.filter((action) => !action.critical && action.done === null).length;
  const hidden = critical.length - mostShown;
  return (
    <Panel title={words.title}>
      {critical.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className={classes['actions']}>
          {critical.slice(0, mostShown).map((action) => (
            <ActionLine key={action.id} action={action} today={today} />
          ))}
        </ul>
      )}
      {actions.length > 0 && (
        <div className={classes['foot']}>
          <Button variant="default" onClick={() => go('actions')}>
            {words.toActions}
          </Button>
          {hidden > 0 && <span>{words.more(formatNumber(hidden))}</span>}
          {others > 0 && <span>{formatCount(others, ...startWords.units.otherAction)}</span>}
        </div>
      )}
    </Panel>
  );
}

function ActionLine({ action, today }: { action: Action; today: string }) {
  const due = dueWords(action.due, today);
  const place = action.caseId === null ? words.practice : words.inCase(action.caseId);
  return (
    <li className={classes['action']}>
      <StatusMark kind="critical">{words.mark}</StatusMark>
      <div className={classes['actionText']}>
        {action.text}
        <div className={classes['actionNote']}>
          {place} · {action.owner === '' ? words.noOwner : action.owner}
        </div>
      </div>
      <div className={classes['due']}>
        {due.overdue ? <StatusMark kind="broken">{due.words}</StatusMark> : due.words}
      </div>
    </li>
  );
}
