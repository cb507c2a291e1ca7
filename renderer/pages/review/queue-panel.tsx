import type { QueueLine } from '#shared/contract/review.ts';

import { isClosed } from '#shared/domain/review/answer.ts';
import { formatCount } from '../../components/formats.ts';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';

interface QueuePanelProps {
  readonly queue: readonly QueueLine[];
  readonly caseId: string;
  readonly onOpen: (caseId: string) => void;
}

/** What the queue says of a case besides its number. */
export function queueNote(line: QueueLine): string {
  if (line.replacedBy !== null) {
    return reviewWords.replaced(line.replacedBy);
  }
  if (line.state === 'draft') {
    return reviewWords.answered(line.answered, line.items).replace(/ besvaret$/u, '');
  }
  return reviewWords.queueState[line.state];
}

/** The round's cases in the order of the draw, each with how far it is. */
export function QueuePanel({ queue, caseId, onOpen }: QueuePanelProps) {
  const current = queue.filter(({ replacedBy }) => replacedBy === null);
  const closed = current.filter(({ state }) => isClosed(state)).length;
  const started = current.filter(({ state }) => state === 'draft').length;
  return (
    <nav className={classes['queue']} aria-label={reviewWords.chooseCase}>
      <h2 className={classes['queueTitle']}>{reviewWords.queue(formatCount(current.length, 'sag', 'sager'))}</h2>
      <p className={classes['queueSummary']}>
        {reviewWords.summary(closed, started, current.length - closed - started)}
      </p>
      <ul className={classes['queueList']}>
        {queue.map((line) => (
          <li key={line.caseId}>
            <button
              type="button"
              className={classes['queueCase']}
              aria-current={line.caseId === caseId || undefined}
              disabled={line.replacedBy !== null}
              onClick={() => onOpen(line.caseId)}
            >
              <span className={classes['queueId']}>{line.caseId}</span>
              <span className={classes['queueNote']}>
                {line.part === 'targeted' ? `${reviewWords.targeted}, ` : ''}
                {queueNote(line)}
              </span>
              <span className={classes['bar']} aria-hidden="true">
                <span style={{ width: `${(100 * line.answered) / Math.max(1, line.items)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
