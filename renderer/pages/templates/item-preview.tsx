import { Title } from '@mantine/core';
import { useId } from 'react';

import type { TemplateDraft } from '#shared/contract/templates.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { shortLabelsOf } from '#shared/words/review.ts';

import { templateWords } from '../../words/templates.ts';
import { AnswerButtons } from '../review/answer-buttons.tsx';
import { ItemHead } from '../review/item-head.tsx';
import { conditionWords } from './condition-words.ts';
import { ruleLabel } from './rule-label.ts';
import { draftItems } from './template-draft.ts';
import classes from './templates.module.css';

const words = templateWords.preview;
/** What scrolls can be reached with the keyboard. */
const scrolled = { tabIndex: 0 };

/** The question as the reviewer meets it, and in which cases. Nothing here can be pressed. */
export function ItemPreview({ item, template }: { item: TemplateItem; template: TemplateDraft }) {
  const id = useId();
  const questionOf = (other: string): string =>
    draftItems(template).find((each) => each.id === other)?.question ?? other;
  const { condition, rule } = item;
  return (
    <section className={classes['preview']} aria-labelledby={id} {...scrolled}>
      <Title order={2} id={id}>
        {words.title}
      </Title>
      {item.active === false ? (
        <p>{words.off}</p>
      ) : (
        <>
          <div className={classes['card']}>
            <ItemHead item={item} applicability={undefined} />
            {rule !== null && <p className={classes['suggested']}>{words.suggestion(ruleLabel(rule))}</p>}
            <AnswerButtons value={null} labels={shortLabelsOf(item)} disabled onAnswer={() => undefined} />
          </div>
          <p className={classes['quiet']}>
            {condition === undefined ? words.everyCase : words.when(conditionWords(condition, questionOf))}
          </p>
        </>
      )}
    </section>
  );
}
