import { useEffect, useRef } from 'react';

import type { ItemApplicability } from '#shared/contract/templates.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { Action } from '#shared/domain/review/action.ts';
import { isRegisterError, type ItemAnswer, type Reading } from '#shared/domain/review/answer.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { shortLabelsOf } from '#shared/words/review.ts';

import { AnswerButtons } from './answer-buttons.tsx';
import { isFinding } from './changed-review.ts';
import { FindingActions } from './finding-actions.tsx';
import { GoodPractice } from './good-practice.tsx';
import { ItemHead } from './item-head.tsx';
import { ItemNotes } from './item-notes.tsx';
import { OverrideQuestion } from './override-question.tsx';
import classes from './review.module.css';
import { SuggestionBox } from './suggestion-box.tsx';
import type { ItemActs } from './item-acts.ts';

export interface ItemFocusProps {
  readonly roundId: string;
  /** A second reading opens no actions: it measures agreement. */
  readonly reading: Reading;
  readonly record: CaseRecord;
  readonly item: TemplateItem;
  readonly answer: ItemAnswer;
  readonly applicability: ItemApplicability | undefined;
  readonly suggestion: DateFinding | undefined;
  readonly actions: readonly Action[];
  readonly disabled: boolean;
  /** True once the reviewer has moved: then the item takes the focus and scrolls into view. */
  readonly takeFocus: boolean;
  /** What the fields hold is old when this counts on. */
  readonly steps: number;
  readonly acting: boolean;
  readonly onActing: (acting: boolean) => void;
  readonly onActionChanged: () => void;
  readonly acts: ItemActs;
}

/** Of the head of the case, in pixels: it stays in sight above the item (`.focus` in the style sheet). */
const headHeight = 112;

/** The one item in focus: question, law, where to look, suggestion, answers, note, evidence and actions. */
export function ItemFocus(props: ItemFocusProps) {
  const { record, item, answer, suggestion, disabled, takeFocus, steps, acts } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takeFocus) {
      // A field of the item that asks for the focus, such as that of an action, keeps it.
      if (box.current?.contains(document.activeElement) !== true) box.current?.focus({ preventScroll: true });
      bringIntoView(box.current);
    }
  }, [takeFocus]);
  const labels = shortLabelsOf(item);
  const suggested = suggestedValue(suggestion);
  return (
    <article
      ref={box}
      className={classes['focus']}
      tabIndex={-1}
      data-item={item.id}
      aria-labelledby={`item-${item.id}`}
    >
      <ItemHead item={item} applicability={props.applicability} />
      {suggestion !== undefined && (
        <SuggestionBox finding={suggestion} labels={labels} disabled={disabled} onUse={acts.accept} />
      )}
      <AnswerButtons
        value={answer.value}
        labels={labels}
        disabled={disabled}
        onAnswer={(value) => (value === null ? acts.clear() : acts.say(value))}
      />
      {suggested !== null && isRegisterError(answer) && (
        <OverrideQuestion
          key={`override ${steps}`}
          suggested={labels[suggested]}
          override={answer.override}
          record={record}
          disabled={disabled}
          onReason={acts.override}
          onChange={(override) => acts.change({ override })}
        />
      )}
      <ItemNotes key={`notes ${steps}`} answer={answer} record={record} disabled={disabled} onChange={acts.change} />
      <GoodPractice
        key={`practice ${steps}`}
        line={answer.goodPractice}
        record={record}
        disabled={disabled}
        onStar={acts.goodPractice}
        onChange={(goodPractice) => acts.change({ goodPractice })}
      />
      {props.reading === 1 && isFinding(answer.value) && <FindingActions {...props} value={answer.value} />}
    </article>
  );
}

/** In the middle of its column; an item that is taller than the column begins at the top of it. */
function bringIntoView(box: HTMLElement | null): void {
  const room = box?.closest<HTMLElement>('[data-scrolls]')?.clientHeight ?? window.innerHeight;
  const fits = box !== null && box.offsetHeight + 2 * headHeight < room;
  box?.scrollIntoView({ block: fits ? 'center' : 'start' });
}
