import { Button } from '@mantine/core';

import { type Action, isMeasured } from '#shared/domain/review/action.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { startWords } from '../../words/start.ts';
import { sortByDue } from './critical-panel.tsx';
import { dueWords } from './due-words.ts';
import classes from './start.module.css';

const words = startWords.measuring;
const mostShown = 3;

/** The changes of practice that a later sample must measure, the earliest deadline first; nothing where there are none. */
export function MeasuringPanel({ actions, today }: { actions: readonly Action[]; today: string }) {
  const { go } = useRoute();
  const waiting = sortByDue(actions.filter((action) => action.done === null && isMeasured(action)));
  const hidden = waiting.length - mostShown;
  if (waiting.length === 0) {
    return null;
  }
  return (
    <Panel title={words.title}>
      <ul className={classes['actions']}>
        {waiting.slice(0, mostShown).map(({ id, text, owner, due: day }) => {
          const due = dueWords(day, today);
          return (
            <li key={id} className={classes['waiting']}>
              <div className={classes['actionText']}>
                {text}
                <div className={classes['actionNote']}>{owner === '' ? startWords.critical.noOwner : owner}</div>
              </div>
              <div className={classes['due']}>
                {due.overdue ? <StatusMark kind="broken">{due.words}</StatusMark> : due.words}
              </div>
            </li>
          );
        })}
      </ul>
      <div className={classes['foot']}>
        <Button variant="default" onClick={() => go('actions', { show: 'measuring' })}>
          {words.toActions}
        </Button>
        {hidden > 0 && <span>{words.more(formatNumber(hidden))}</span>}
      </div>
    </Panel>
  );
}
