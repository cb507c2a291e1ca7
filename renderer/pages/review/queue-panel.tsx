import { memo } from 'react';

import type { QueueLine } from '#shared/contract/review.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import { formatCount } from '../../components/formats.ts';
import { reviewWords } from '../../words/review.ts';
import { QueueCase } from './queue-line.tsx';
import classes from './review.module.css';

interface QueuePanelProps {
  readonly queue: readonly QueueLine[];
  readonly caseId: string;
  readonly onOpen: (caseId: string) => void;
}

/** The round's cases in the order of the draw, each with how far it is. */
export const QueuePanel = memo(function QueuePanel({ queue, caseId, onOpen }: QueuePanelProps) {
  const current = queue.filter(({ replacedBy }) => replacedBy === null);
  const closed = current.filter(({ state }) => isClosed(state)).length;
  const started = current.filter(({ state }) => state === 'draft' || state === 'reopened').length;
  return (
    <nav className={classes['queue']} aria-label={reviewWords.chooseCase}>
      <h2 className={classes['queueTitle']}>{reviewWords.queue(formatCount(current.length, 'sag', 'sager'))}</h2>
      <p className={classes['queueSummary']}>
        {reviewWords.summary(closed, started, current.length - closed - started)}
      </p>
      <ul className={classes['queueList']}>
        {queue.map((line) => (
          <li key={line.caseId}>
            <QueueCase line={line} current={line.caseId === caseId} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </nav>
  );
});
