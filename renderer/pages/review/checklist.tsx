import { Title } from '@mantine/core';

import type { CaseReview } from '#shared/contract/review.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { reviewWords } from '../../words/review.ts';
import { ItemFocus, type ItemFocusProps } from './item-focus.tsx';
import { ItemRow } from './item-row.tsx';
import classes from './review.module.css';
import { answerOf } from './use-case-review.ts';

type FocusProps = Omit<ItemFocusProps, 'item' | 'answer' | 'suggestion' | 'actions' | 'roundId' | 'caseId' | 'reading'>;

interface ChecklistProps extends FocusProps {
  readonly review: CaseReview;
  readonly focused: string;
  readonly onFocusItem: (itemId: string) => void;
}

/** The checklist in its sections: one item in focus, the rest quiet. */
export function Checklist({ review, focused, onFocusItem, ...focusProps }: ChecklistProps) {
  return (
    <div className={classes['checklist']}>
      {review.template.sections.map((section) => (
        <section key={section.title} aria-label={section.title}>
          <header className={classes['sectionHead']}>
            <Title order={2}>{section.title}</Title>
            <span className={classes['quiet']}>{progressOf(review, section)}</span>
          </header>
          <ol className={classes['items']}>
            {section.items.map((item) => (
              <li key={item.id} data-focused={item.id === focused || undefined}>
                {item.id === focused ? (
                  <ItemFocus
                    {...focusProps}
                    roundId={review.roundId}
                    caseId={review.caseId}
                    reading={review.reading}
                    item={item}
                    answer={answerOf(review, item.id)}
                    suggestion={review.suggestions[item.id]}
                    actions={review.actions.filter(({ itemId }) => itemId === item.id)}
                  />
                ) : (
                  <ItemRow item={item} answer={answerOf(review, item.id)} onOpen={() => onFocusItem(item.id)} />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function progressOf(review: CaseReview, { items }: ChecklistTemplate['sections'][number]): string {
  const answered = items.filter(({ id }) => answerOf(review, id).value !== null).length;
  return reviewWords.sectionProgress(answered, items.length);
}
