import { memo, useCallback, useState } from 'react';

import type { CaseReview, QueueLine } from '#shared/contract/review.ts';
import { isClosed, type Reading } from '#shared/domain/review/answer.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { reviewWords } from '../../words/review.ts';
import { secondReadingWords } from '../../words/second-reading.ts';
import { CaseHead } from './case-head.tsx';
import { CaseNotices } from './case-notices.tsx';
import { CasePanel } from './case-panel.tsx';
import { answerOf } from './changed-review.ts';
import { Checklist } from './checklist.tsx';
import { ItemFocus } from './item-focus.tsx';
import { LockRound } from './lock-round.tsx';
import { neighbour } from './neighbour.ts';
import { QueuePanel } from './queue-panel.tsx';
import classes from './review.module.css';
import { ReviewWays } from './second-reading/review-ways.tsx';
import { type OpenReview, useCaseReview } from './use-case-review.ts';
import { useOpenCase } from './use-open-case.ts';
import { useReviewKeys } from './use-review-keys.ts';

interface CaseReviewViewProps {
  readonly roundId: string;
  readonly caseId: string;
  /** The first reading where nothing is said. */
  readonly reading?: Reading;
  /** Where the round came from; '' for one that was drawn here. */
  readonly origin?: string;
  readonly queue: readonly QueueLine[];
  readonly onOpen: (caseId: string) => void;
}

/** One case under review: the queue, the checklist and the case side by side. */
export const CaseReviewView = memo(function CaseReviewView(props: CaseReviewViewProps) {
  const { roundId, caseId, reading = 1, origin = '', queue, onOpen } = props;
  const opened = useCaseReview({ roundId, caseId, reading });
  return (
    <Page
      title={reading === 2 ? secondReadingWords.caseTitle(caseId) : reviewWords.caseTitle(caseId)}
      note={reading === 2 ? secondReadingWords.blindNote(opened.review?.reader ?? '') : origin || undefined}
      actions={<ReviewWays roundId={roundId} reading={reading} />}
      fill
    >
      <div className={classes['columns']}>
        <QueuePanel queue={queue} caseId={caseId} onOpen={onOpen} />
        {opened.review === undefined ? (
          <div className={classes['middle']}>
            <ErrorNotice error={opened.error} onRetry={opened.reload} />
          </div>
        ) : (
          <OpenCase opened={opened} review={opened.review} queue={queue} onOpen={onOpen} />
        )}
      </div>
    </Page>
  );
});

interface OpenCaseProps {
  readonly opened: OpenReview;
  readonly review: CaseReview;
  readonly queue: readonly QueueLine[];
  readonly onOpen: (caseId: string) => void;
}

function OpenCase({ opened, review, queue, onOpen }: OpenCaseProps) {
  const [childShown, setChildShown] = useState(false);
  const toggleChild = useCallback(() => setChildShown((shown) => !shown), []);
  const { item, progress, position, closing, acts } = useOpenCase(opened, review, onOpen);
  const line = queue.find(({ caseId }) => caseId === review.caseId);
  useReviewKeys(item, acts, {
    close: closing.close,
    moveCase: (steps) => {
      const next = neighbour(queue, review.caseId, steps);
      if (next !== undefined) onOpen(next.caseId);
    },
    toggleChild,
  });
  return (
    <>
      <div className={classes['middle']} data-scrolls>
        <div className={classes['top']}>
          <CaseHead
            review={review}
            progress={progress}
            minutes={Math.max(review.minutes, review.reading === 1 ? (line?.minutes ?? 0) : 0)}
            queue={queue}
            closing={closing.running}
            onOpen={onOpen}
            onStep={acts.step}
            onClose={closing.close}
          />
          <CaseNotices opened={opened} review={review} progress={progress} position={position} closing={closing} />
          {review.reading === 1 && <LockRound roundId={review.roundId} queue={queue} />}
        </div>
        <Checklist review={review} progress={progress} focused={item.id} onFocusItem={position.openItem}>
          <ItemFocus
            roundId={review.roundId}
            reading={review.reading}
            record={review.record}
            item={item}
            answer={answerOf(review, item.id)}
            applicability={review.applicability[item.id]}
            suggestion={review.suggestions[item.id]}
            actions={review.actions.filter(({ itemId }) => itemId === item.id)}
            disabled={isClosed(review.state)}
            takeFocus={position.moved}
            steps={opened.steps}
            acting={position.acting}
            onActing={position.setActing}
            onActionChanged={() => {
              closing.reset();
              opened.reload();
            }}
            acts={acts}
          />
        </Checklist>
      </div>
      <CasePanel
        record={review.record}
        asOf={review.asOf}
        drawnBecause={review.drawnBecause}
        suggestions={review.suggestions}
        childShown={childShown}
        onToggleChild={toggleChild}
      />
    </>
  );
}
