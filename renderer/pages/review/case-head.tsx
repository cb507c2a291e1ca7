import { Button, NativeSelect } from '@mantine/core';
import { memo } from 'react';

import type { CaseReview, QueueLine } from '#shared/contract/review.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { conversationWords } from '../../words/conversation.ts';
import { reviewWords } from '../../words/review.ts';
import type { CaseProgress } from './case-progress.ts';
import { neighbour } from './neighbour.ts';
import { isSameLine, queueNote } from './queue-line.tsx';
import classes from './review.module.css';

interface CaseHeadProps {
  readonly review: CaseReview;
  readonly progress: CaseProgress;
  readonly minutes: number;
  readonly queue: readonly QueueLine[];
  readonly closing: boolean;
  readonly onOpen: (caseId: string) => void;
  readonly onStep: (way: 'undo' | 'redo') => void;
  readonly onClose: () => void;
}

/** Which checklist, how far, how long, and the ways on. The choice of case stands here on narrow windows. */
export function CaseHead({ review, progress, minutes, queue, closing, onOpen, onStep, onClose }: CaseHeadProps) {
  const closed = isClosed(review.state);
  const { go } = useRoute();
  const { roundId, caseId, reading } = review;
  return (
    <header className={classes['caseHead']}>
      <CasePicker queue={queue} caseId={caseId} onOpen={onOpen} />
      <span className={classes['quiet']}>{reviewWords.edition(review.template.title, review.template.edition)}</span>
      {minutes > 0 && <span className={classes['quiet']}>{reviewWords.minutes(minutes)}</span>}
      {progress.registerErrors > 0 && (
        <span title={reviewWords.registerErrorsHint}>
          <StatusMark kind="info">{reviewWords.registerErrors(progress.registerErrors)}</StatusMark>
        </span>
      )}
      <span className={classes['steps']}>
        {(['undo', 'redo'] as const).map((way) => (
          <Button
            key={way}
            variant="subtle"
            size="compact-sm"
            disabled={closed || !(way === 'undo' ? review.canUndo : review.canRedo)}
            onClick={() => onStep(way)}
            rightSection={<KeyHint keys={way === 'undo' ? 'Ctrl+Z' : 'Ctrl+Y'} />}
          >
            {reviewWords[way]}
          </Button>
        ))}
      </span>
      <output className={classes['count']}>{reviewWords.answered(progress.answered.size, progress.asked.size)}</output>
      <span className={classes['ways']}>
        <CaseWays queue={queue} caseId={review.caseId} onOpen={onOpen} />
        {reading === 1 && (
          <Button variant="default" onClick={() => go('review', { roundId, caseId, view: 'conversation' })}>
            {conversationWords.open}
          </Button>
        )}
        <Button onClick={onClose} loading={closing} disabled={closed} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {reviewWords.closeCase}
        </Button>
      </span>
    </header>
  );
}

/** Hundreds of cases: drawn again only when the queue has changed, not with every key. */
const CasePicker = memo(function CasePicker({ queue, caseId, onOpen }: CaseWaysProps) {
  return (
    <NativeSelect
      className={classes['casePicker']}
      aria-label={reviewWords.chooseCase}
      value={caseId}
      onChange={(event) => onOpen(event.currentTarget.value)}
    >
      {queue
        .filter(({ replacedBy }) => replacedBy === null)
        .map((line) => (
          <CaseChoice key={line.caseId} line={line} />
        ))}
    </NativeSelect>
  );
});

const CaseChoice = memo(
  function CaseChoice({ line }: { line: QueueLine }) {
    return <option value={line.caseId}>{`${line.caseId}, ${queueNote(line)}`}</option>;
  },
  (before, after) => isSameLine(before.line, after.line),
);

interface CaseWaysProps {
  readonly queue: readonly QueueLine[];
  readonly caseId: string;
  readonly onOpen: (caseId: string) => void;
}

const CaseWays = memo(function CaseWays({ queue, caseId, onOpen }: CaseWaysProps) {
  const previous = neighbour(queue, caseId, -1);
  const next = neighbour(queue, caseId, 1);
  return (
    <>
      <Button variant="default" disabled={previous === undefined} onClick={() => previous && onOpen(previous.caseId)}>
        {reviewWords.previous}
      </Button>
      <Button variant="default" disabled={next === undefined} onClick={() => next && onOpen(next.caseId)}>
        {reviewWords.next}
      </Button>
    </>
  );
});
