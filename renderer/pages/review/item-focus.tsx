import { Button, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';

import type { Action } from '#shared/domain/review/action.ts';
import type { ItemAnswer, Reading } from '#shared/domain/review/answer.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { itemTypeLabels } from '#shared/words/review.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { reviewWords } from '../../words/review.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { ActionLine } from '../actions/action-line.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { ItemNotes } from './item-notes.tsx';
import classes from './review.module.css';
import { SuggestionBox } from './suggestion-box.tsx';
import { type AnswerPatch, isFinding } from './use-case-review.ts';

export interface ItemFocusProps {
  readonly roundId: string;
  readonly caseId: string;
  /** A second reading opens no actions: it measures agreement. */
  readonly reading: Reading;
  readonly item: TemplateItem;
  readonly answer: ItemAnswer;
  readonly suggestion: DateFinding | undefined;
  readonly actions: readonly Action[];
  readonly disabled: boolean;
  /** True once the reviewer has moved: then the item takes the focus and scrolls into view. */
  readonly takeFocus: boolean;
  readonly acting: boolean;
  readonly onActing: (acting: boolean) => void;
  /** An action that stands on the item was changed or done. */
  readonly onActionChanged: () => void;
  readonly onAnswer: (patch: AnswerPatch) => void;
  readonly onUse: () => void;
}

/** The one item in focus: question, law, where to look, suggestion, answers, note, evidence and actions. */
export function ItemFocus(props: ItemFocusProps) {
  const { item, answer, suggestion, disabled, takeFocus, onAnswer } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takeFocus) {
      box.current?.focus({ preventScroll: true });
      box.current?.scrollIntoView({ block: 'center' });
    }
  }, [takeFocus]);
  return (
    <article
      ref={box}
      className={classes['focus']}
      tabIndex={-1}
      data-item={item.id}
      aria-labelledby={`item-${item.id}`}
    >
      <header className={classes['focusHead']}>
        <Title order={3} id={`item-${item.id}`} className={classes['question']}>
          {item.question}
        </Title>
        {item.severity === 'critical' && <StatusMark kind="critical">{reviewWords.critical}</StatusMark>}
      </header>
      <p className={classes['meta']}>
        {itemTypeLabels[item.type]} · {item.law} · {reviewWords.lookFor(item.evidence)}
      </p>
      <p className={classes['meta']}>
        {reviewWords.appliesWhen(item.applies)}
        {item.lawyerCheck && (
          <>
            {' '}
            <StatusMark kind="info">{reviewWords.lawyerCheck}</StatusMark>
          </>
        )}
      </p>
      {suggestion !== undefined && <SuggestionBox finding={suggestion} disabled={disabled} onUse={props.onUse} />}
      <AnswerButtons value={answer.value} disabled={disabled} onAnswer={(value) => onAnswer({ value })} />
      <ItemNotes answer={answer} disabled={disabled} onChange={onAnswer} />
      {props.reading === 1 && isFinding(answer.value) && <FindingActions {...props} />}
    </article>
  );
}

function FindingActions(props: ItemFocusProps) {
  const { roundId, caseId, item, answer, actions, disabled, acting, onActing, onActionChanged } = props;
  const critical = item.severity === 'critical' && answer.value === 'no';
  return (
    <div className={classes['finding']}>
      {critical ? (
        <StatusMark kind="critical">{reviewWords.criticalHint}</StatusMark>
      ) : (
        <p className={classes['quiet']}>{reviewWords.findingHint}</p>
      )}
      {actions.map((action) => (
        <ActionLine key={action.id} action={action} onChanged={onActionChanged} />
      ))}
      {acting ? (
        <ActionForm
          draft={{ roundId, caseId, itemId: item.id, kind: 'case', text: '', owner: '', due: null, category: null }}
          onDone={() => onActing(false)}
        />
      ) : (
        <Button
          variant="default"
          disabled={disabled}
          onClick={() => onActing(true)}
          rightSection={<KeyHint keys="h" />}
        >
          {reviewWords.newAction}
        </Button>
      )}
    </div>
  );
}
