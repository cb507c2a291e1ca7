import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';

import { AnswerMark } from './answer-mark.tsx';
import classes from './review.module.css';

interface ItemRowProps {
  readonly item: TemplateItem;
  readonly answer: ItemAnswer;
  readonly onOpen: () => void;
}

/** An item that is not in focus: its question and what stands on it; a click brings it into focus. */
export function ItemRow({ item, answer, onOpen }: ItemRowProps) {
  return (
    <button type="button" className={classes['row']} onClick={onOpen} data-answered={answer.value !== null}>
      <span className={classes['rowQuestion']}>{item.question}</span>
      <AnswerMark value={answer.value} />
    </button>
  );
}
