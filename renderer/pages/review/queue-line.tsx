import { memo } from 'react';

import type { QueueLine } from '#shared/contract/review.ts';

import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';

/** What the queue says of a case besides its number. */
export function queueNote(line: QueueLine): string {
  if (line.replacedBy !== null) {
    return reviewWords.replaced(line.replacedBy);
  }
  const state =
    line.state === 'draft' ? reviewWords.partOf(line.answered, line.items) : reviewWords.queueState[line.state];
  return line.minutes === 0 ? state : `${state}, ${reviewWords.minutes(line.minutes)}`;
}

interface QueueCaseProps {
  readonly line: QueueLine;
  readonly current: boolean;
  readonly onOpen: (caseId: string) => void;
}

/** One case of the queue; drawn again only when something about it has changed. */
export const QueueCase = memo(
  function QueueCase({ line, current, onOpen }: QueueCaseProps) {
    return (
      <button
        type="button"
        className={classes['queueCase']}
        aria-current={current || undefined}
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
    );
  },
  (before, after) =>
    before.current === after.current && before.onOpen === after.onOpen && isSameLine(before.line, after.line),
);

/** Each reading of the queue makes new objects; what they say is what counts. */
export function isSameLine(one: QueueLine, other: QueueLine): boolean {
  return (
    one === other ||
    (one.caseId === other.caseId &&
      one.part === other.part &&
      one.answered === other.answered &&
      one.items === other.items &&
      one.replacedBy === other.replacedBy &&
      queueNote(one) === queueNote(other))
  );
}
