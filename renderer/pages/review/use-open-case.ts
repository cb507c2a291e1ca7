import { useMemo } from 'react';

import type { CaseReview } from '#shared/contract/review.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import { type TemplateItem, templateItems } from '#shared/domain/review/template.ts';

import { type CaseProgress, caseProgress } from './case-progress.ts';
import { itemActs, type ItemActs } from './item-acts.ts';
import type { OpenReview } from './use-case-review.ts';
import { type Closing, useClosing } from './use-closing.ts';
import { type ItemPosition, useItemPosition } from './use-item-position.ts';

interface OpenCase {
  readonly item: TemplateItem;
  readonly progress: CaseProgress;
  readonly position: ItemPosition;
  readonly closing: Closing;
  readonly acts: ItemActs;
}

/** Where the reviewer is in an open case, and what can be done there. */
export function useOpenCase(opened: OpenReview, review: CaseReview, onOpen: (caseId: string) => void): OpenCase {
  const progress = useMemo(() => caseProgress(review), [review]);
  const position = useItemPosition(progress);
  const closing = useClosing({
    of: review,
    onClosed: (next) => (next === null ? opened.reload() : onOpen(next)),
    onActionMissing: (itemId) => {
      position.openItem(itemId);
      position.setActing(true);
    },
  });
  const items = templateItems(review.template);
  const item = items.find(({ id }) => id === position.itemId) ?? items[0];
  if (item === undefined) throw new Error('a checklist without items');
  const acts = itemActs({ opened, review, item, progress, position, onChanged: closing.reset });
  return {
    item,
    progress,
    position,
    closing: { ...closing, close: () => (isClosed(review.state) ? undefined : closing.close()) },
    acts,
  };
}
