import type { PracticeEffect } from '#shared/domain/report/year-overview/year-overview.ts';

import { formatDate } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { yearWords as words } from '../../words/year.ts';
import { ChangeWords } from '../actions/change-words.tsx';
import classes from './year.module.css';

/** What changes of practice led to: the same item before and after, with the interval of the difference. */
export function PracticeEffects({ effects }: { effects: readonly PracticeEffect[] }) {
  return (
    <Panel title={words.practice}>
      <p className={classes['quiet']}>{effects.length === 0 ? words.noPractice : words.practiceAbout}</p>
      {effects.length > 0 && (
        <ul className={classes['list']}>
          {effects.map((effect) => (
            <Effect key={effect.action.id} effect={effect} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Effect({ effect: { action, question, before, after, afterName } }: { effect: PracticeEffect }) {
  return (
    <li>
      <p className={classes['strong']}>{action.text}</p>
      <p className={classes['quiet']}>
        {question} · {action.done === null ? words.open : words.done(formatDate(action.done))}
      </p>
      {after === null ? (
        <p>{words.notMeasured}</p>
      ) : (
        <>
          <ChangeWords before={before} after={after} />
          {afterName !== null && afterName !== '' && <p className={classes['quiet']}>{words.measuredIn(afterName)}</p>}
        </>
      )}
    </li>
  );
}
