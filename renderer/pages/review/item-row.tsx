import { memo } from 'react';

import type { AnswerValue } from '#shared/domain/review/answer.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { shortLabelsOf } from '#shared/words/review.ts';

import { reviewWords } from '../../words/review.ts';
import { AnswerMark } from './answer-mark.tsx';
import { StarMark } from './good-practice.tsx';
import classes from './review.module.css';

interface ItemRowProps {
  readonly item: TemplateItem;
  readonly value: AnswerValue | null;
  /** What worked; undefined without a star. */
  readonly goodPractice: string | undefined;
  /** Why the item is not asked in this case; null where it is. */
  readonly foldedBecause: string | null;
  readonly onOpen: (itemId: string) => void;
}

/** An item that is not in focus: its question and what stands on it; a click brings it into focus. */
export const ItemRow = memo(function ItemRow({ item, value, goodPractice, foldedBecause, onOpen }: ItemRowProps) {
  if (foldedBecause !== null) {
    return (
      <button type="button" className={classes['folded']} onClick={() => onOpen(item.id)}>
        <span>{item.question}</span>
        <span>{reviewWords.notRelevant(foldedBecause)}</span>
      </button>
    );
  }
  return (
    <button type="button" className={classes['row']} onClick={() => onOpen(item.id)} data-answered={value !== null}>
      <span className={classes['rowQuestion']}>
        {item.question}
        {goodPractice !== undefined && (
          <span className={classes['rowPractice']}>
            <StarMark />
            {goodPractice !== '' && `: ${goodPractice}`}
          </span>
        )}
      </span>
      <AnswerMark value={value} labels={shortLabelsOf(item)} />
    </button>
  );
});
