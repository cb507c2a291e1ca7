import { Button } from '@mantine/core';

import type { RoundSummary } from '#shared/contract/sampling.ts';
import type { Overview } from '#shared/contract/workspace.ts';

import { DotRow } from '../../components/dot-field.tsx';
import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { roundLabel } from '../../words/rounds.ts';
import { startWords } from '../../words/start.ts';
import classes from './start.module.css';

const words = startWords.round;
const mostDots = 60;

/** "Din måned": drawn, read, left, and one click to the next case. */
export function RoundPanel({ round }: { round: Overview['round'] }) {
  const { go } = useRoute();
  const rounds = useQuery('sampling.rounds', round === null ? null : {});
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
  const summary = rounds.data?.find((one) => one.roundId === roundId);
  const parts = [
    started > 0 ? words.started(formatNumber(started)) : '',
    words.left(formatNumber(Math.max(0, drawn - closed - started))),
  ];
  return (
    <Panel title={words.title} note={summary === undefined ? name : roundLabel(summary)}>
      <p className={classes['figure']}>{words.read(formatNumber(closed), formatNumber(drawn))}</p>
      {drawn <= mostDots && (
        <div className={classes['dots']}>
          <DotRow filled={closed} total={drawn} />
        </div>
      )}
      <p className={classes['note']}>{nextCaseId === null ? words.allRead : parts.filter(Boolean).join(', ')}</p>
      <div className={classes['foot']}>
        {nextCaseId === null ? (
          <AllRead roundId={roundId} isSentHome={isSentHome(summary?.role)} />
        ) : (
          <Button onClick={() => go('review', { roundId, caseId: nextCaseId })}>
            {words.next} {nextCaseId}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function isSentHome(role: RoundSummary['role'] | undefined): boolean {
  return role === 'received' || role === 'second-reading';
}

/** What comes after the last case: the answers go to the one who sent the cases, else into a report. */
function AllRead({ roundId, isSentHome: sent }: { roundId: string; isSentHome: boolean }) {
  const { go } = useRoute();
  return sent ? (
    <Button onClick={() => go('exchange', { part: 'answers', roundId })}>{words.toAnswers}</Button>
  ) : (
    <Button onClick={() => go('report', { roundId })}>{words.toReport}</Button>
  );
}
