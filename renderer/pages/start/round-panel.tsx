import { Button } from '@mantine/core';

import type { Overview } from '#shared/contract/workspace.ts';

import { DotRow } from '../../components/dot-field.tsx';
import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { startWords } from '../../words/start.ts';
import classes from './start.module.css';

const words = startWords.round;
const mostDots = 60;

/** "Din måned": drawn, read, left, and one click to the next case. */
export function RoundPanel({ round }: { round: Overview['round'] }) {
  const { go } = useRoute();
  if (round === null) {
    return (
      <Panel title={words.title}>
        <p>{words.none}</p>
        <div className={classes['foot']}>
          <Button onClick={() => go('sampling')}>{words.toSampling}</Button>
        </div>
      </Panel>
    );
  }
  const { id: roundId, name, drawn, closed, started, nextCaseId } = round;
  const parts = [
    started > 0 ? words.started(formatNumber(started)) : '',
    words.left(formatNumber(Math.max(0, drawn - closed - started))),
  ];
  return (
    <Panel title={words.title} note={name}>
      <p className={classes['figure']}>{words.read(formatNumber(closed), formatNumber(drawn))}</p>
      {drawn <= mostDots && (
        <div className={classes['dots']}>
          <DotRow filled={closed} total={drawn} />
        </div>
      )}
      <p className={classes['note']}>{nextCaseId === null ? words.allRead : parts.filter(Boolean).join(', ')}</p>
      <div className={classes['foot']}>
        {nextCaseId === null ? (
          <Button onClick={() => go('report', { roundId })}>{words.toReport}</Button>
        ) : (
          <Button onClick={() => go('review', { roundId, caseId: nextCaseId })}>
            {words.next} {nextCaseId}
          </Button>
        )}
      </div>
    </Panel>
  );
}
