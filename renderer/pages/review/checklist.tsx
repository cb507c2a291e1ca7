import { Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';

import type { CaseReview } from '#shared/contract/review.ts';

import { reviewWords } from '../../words/review.ts';
import { type CaseProgress, sectionCounts } from './case-progress.ts';
import { ItemRow } from './item-row.tsx';
import classes from './review.module.css';

interface ChecklistProps {
  readonly review: CaseReview;
  readonly progress: CaseProgress;
  readonly focused: string;
  /** Stays the same from render to render: a row is drawn again only when what stands on it has changed. */
  readonly onFocusItem: (itemId: string) => void;
  /** The item in focus, drawn in its place. */
  readonly children: ReactNode;
}

/** The checklist in its sections: one item in focus, the rest quiet, what is not relevant folded. */
export function Checklist({ review, progress, focused, onFocusItem, children }: ChecklistProps) {
  const { answers, applicability, template } = review;
  const standing = useMemo(() => new Map(answers.map((answer) => [answer.itemId, answer])), [answers]);
  return (
    <div className={classes['checklist']}>
      {template.sections.map((section) => (
        <section key={section.title} aria-label={section.title}>
          <header className={classes['sectionHead']}>
            <Title order={2}>{section.title}</Title>
            <span className={classes['quiet']}>{countWords(sectionCounts(section, progress))}</span>
          </header>
          <ol className={classes['items']}>
            {section.items.map((item) => (
              <li key={item.id} data-focused={item.id === focused || undefined}>
                {item.id === focused ? (
                  children
                ) : (
                  <ItemRow
                    item={item}
                    value={standing.get(item.id)?.value ?? null}
                    goodPractice={standing.get(item.id)?.goodPractice}
                    foldedBecause={progress.asked.has(item.id) ? null : (applicability[item.id]?.reason ?? '')}
                    onOpen={onFocusItem}
                  />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function countWords([answered, asked]: readonly [number, number]): string {
  return asked === 0 ? reviewWords.noneRelevant : reviewWords.partOf(answered, asked);
}
