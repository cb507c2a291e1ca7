import { useState } from 'react';

import { isClosed, type Reading } from '#shared/domain/review/answer.ts';
import type { QueueLine } from '#shared/contract/review.ts';
import type { CaseReview } from '#shared/contract/review.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { reviewWords } from '../../words/review.ts';
import { secondReadingWords } from '../../words/second-reading.ts';
import { CaseHead } from './case-head.tsx';
import { CasePanel } from './case-panel.tsx';
import { Checklist } from './checklist.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { QueuePanel } from './queue-panel.tsx';
import classes from './review.module.css';
import { type OpenReview, useCaseReview } from './use-case-review.ts';
import { useItemFocus } from './use-item-focus.ts';

interface CaseReviewViewProps {
  readonly roundId: string;
  readonly caseId: string;
  /** The first reading where nothing is said. */
  readonly reading?: Reading;
  readonly queue: readonly QueueLine[];
  readonly onOpen: (caseId: string) => void;
}

/** One case under review: the queue, the checklist and the case side by side. */
export function CaseReviewView({ roundId, caseId, reading = 1, queue, onOpen }: CaseReviewViewProps) {
  const opened = useCaseReview(roundId, caseId, reading);
  return (
    <Page title={reading === 2 ? secondReadingWords.caseTitle(caseId) : reviewWords.caseTitle(caseId)} fill>
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
}

interface OpenCaseProps {
  readonly opened: OpenReview;
  readonly review: CaseReview;
  readonly queue: readonly QueueLine[];
  readonly onOpen: (caseId: string) => void;
}

function OpenCase({ opened, review, queue, onOpen }: OpenCaseProps) {
  const [childShown, setChildShown] = useState(false);
  const toggleChild = (): void => setChildShown((shown) => !shown);
  const focus = useItemFocus({ opened, review, queue, onOpen, toggleChild });
  const closed = isClosed(review.state);
  return (
    <>
      <div className={classes['middle']}>
        <CaseHead review={review} queue={queue} onOpen={onOpen} onClose={focus.close} closing={focus.closing} />
        <ErrorNotice error={opened.error ?? focus.closeError}>
          {focus.closeError?.code === 'review-incomplete' && (
            <button
              type="button"
              className={classes['link']}
              onClick={() => {
                focus.resetClosing();
                focus.openItem(focus.firstOpen);
              }}
            >
              {reviewWords.unansweredLeft(focus.unanswered)} {reviewWords.goToUnanswered}
            </button>
          )}
        </ErrorNotice>
        {closed && (
          <ClosedNotice
            roundId={review.roundId}
            caseId={review.caseId}
            reading={review.reading}
            onReopened={opened.reload}
          />
        )}
        <Checklist
          review={review}
          focused={focus.itemId}
          onFocusItem={focus.openItem}
          disabled={closed}
          takeFocus={focus.moved}
          acting={focus.acting}
          onActing={(acting) => {
            focus.setActing(acting);
            opened.reload();
          }}
          onActionChanged={opened.reload}
          onAnswer={(patch) => opened.answer(focus.itemId, patch)}
          onUse={focus.accept}
        />
      </div>
      <CasePanel review={review} childShown={childShown} onToggleChild={toggleChild} />
    </>
  );
}
