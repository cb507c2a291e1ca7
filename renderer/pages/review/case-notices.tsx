import type { CaseReview } from '#shared/contract/review.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { reviewWords } from '../../words/review.ts';
import { type CaseProgress, firstUnanswered } from './case-progress.ts';
import { ClosedNotice } from './closed-notice.tsx';
import { ClosingWarnings } from './closing-warnings.tsx';
import classes from './review.module.css';
import type { OpenReview } from './use-case-review.ts';
import type { Closing } from './use-closing.ts';
import type { ItemPosition } from './use-item-position.ts';

interface CaseNoticesProps {
  readonly opened: OpenReview;
  readonly review: CaseReview;
  readonly progress: CaseProgress;
  readonly position: ItemPosition;
  readonly closing: Closing;
}

/** What stands in the way: something that was not saved, why the case cannot be closed, or that it is closed. */
export function CaseNotices({ opened, review, progress, position, closing }: CaseNoticesProps) {
  const { error, warnings } = closing;
  const goTo = (itemId: string): void => {
    closing.reset();
    position.openItem(itemId);
  };
  return (
    <>
      {opened.saveAgain === undefined ? (
        <ErrorNotice error={opened.error} />
      ) : (
        <ErrorNotice error={opened.error} onRetry={opened.saveAgain}>
          <p>{reviewWords.notSaved}</p>
        </ErrorNotice>
      )}
      <ErrorNotice error={error}>
        {error?.code === 'review-incomplete' && (
          <button type="button" className={classes['link']} onClick={() => goTo(firstUnanswered(progress))}>
            {reviewWords.unansweredLeft(progress.asked.size - progress.answered.size)} {reviewWords.goToUnanswered}
          </button>
        )}
      </ErrorNotice>
      {warnings.length > 0 && (
        <ClosingWarnings
          template={review.template}
          warnings={warnings}
          busy={closing.running}
          onItem={position.openItem}
          onClose={closing.close}
        />
      )}
      {review.state === 'reopened' && <Notice>{reviewWords.reopenedHint}</Notice>}
      {(review.state === 'done' || review.state === 'locked') && (
        <ClosedNotice of={review} state={review.state} onReopened={opened.reload} />
      )}
    </>
  );
}
