import { Button, NativeSelect } from '@mantine/core';

import { isClosed } from '#shared/domain/review/answer.ts';
import type { CaseReview, QueueLine } from '#shared/contract/review.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { reviewWords } from '../../words/review.ts';
import { queueNote } from './queue-panel.tsx';
import classes from './review.module.css';
import { answerOf } from './use-case-review.ts';
import { neighbour } from './use-item-focus.ts';

interface CaseHeadProps {
  readonly review: CaseReview;
  readonly queue: readonly QueueLine[];
  readonly onOpen: (caseId: string) => void;
  readonly onClose: () => void;
  readonly closing: boolean;
}

/** Which checklist, how far, and the ways on: previous, next, close. The choice of case stands here on narrow windows. */
export function CaseHead({ review, queue, onOpen, onClose, closing }: CaseHeadProps) {
  const ids = review.template.sections.flatMap(({ items }) => items.map(({ id }) => id));
  const answered = ids.filter((id) => answerOf(review, id).value !== null).length;
  const previous = neighbour(queue, review.caseId, -1);
  const next = neighbour(queue, review.caseId, 1);
  return (
    <header className={classes['caseHead']}>
      <NativeSelect
        className={classes['casePicker']}
        aria-label={reviewWords.chooseCase}
        value={review.caseId}
        onChange={(event) => onOpen(event.currentTarget.value)}
        data={queue
          .filter(({ replacedBy }) => replacedBy === null)
          .map((line) => ({ value: line.caseId, label: `${line.caseId}, ${queueNote(line)}` }))}
      />
      <span className={classes['quiet']}>{reviewWords.edition(review.template.title, review.template.edition)}</span>
      <output className={classes['count']}>{reviewWords.answered(answered, ids.length)}</output>
      <span className={classes['ways']}>
        <Button variant="default" disabled={previous === undefined} onClick={() => previous && onOpen(previous.caseId)}>
          {reviewWords.previous}
        </Button>
        <Button variant="default" disabled={next === undefined} onClick={() => next && onOpen(next.caseId)}>
          {reviewWords.next}
        </Button>
        <Button
          onClick={onClose}
          loading={closing}
          disabled={isClosed(review.state)}
          rightSection={<KeyHint keys="Ctrl+Enter" />}
        >
          {reviewWords.closeCase}
        </Button>
      </span>
    </header>
  );
}
