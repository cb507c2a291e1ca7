import { Button } from '@mantine/core';

import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';
import { isCritical } from '#shared/domain/review/findings.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { reviewWords } from '../../words/review.ts';
import { ActionLine } from '../actions/action-line.tsx';
import { FindingActionForm } from './finding-action-form.tsx';
import classes from './review.module.css';

interface FindingActionsProps {
  readonly roundId: string;
  readonly record: CaseRecord;
  readonly item: TemplateItem;
  readonly value: AnswerValue | null;
  readonly actions: readonly Action[];
  readonly disabled: boolean;
  readonly acting: boolean;
  readonly onActing: (acting: boolean) => void;
  /** An action of the item was written, changed or done. */
  readonly onActionChanged: () => void;
}

/** What is done about the finding of an item; a critical one cannot be left without. */
export function FindingActions(props: FindingActionsProps) {
  const { roundId, record, item, value, actions, disabled, acting, onActing, onActionChanged } = props;
  const critical = isCritical(item, value);
  const promised = actions.some(({ owner, due }) => owner !== '' && due !== null);
  const stop = (): void => {
    document.querySelector<HTMLElement>('[data-item]')?.focus();
    onActing(false);
  };
  const draft = {
    roundId,
    caseId: record.id,
    itemId: item.id,
    kind: 'case',
    text: reviewWords.proposedAction(item.question),
    owner: '',
    due: null,
    category: null,
  } as const;
  return (
    <div className={classes['finding']}>
      {critical && !promised && <StatusMark kind="critical">{reviewWords.criticalHint}</StatusMark>}
      {!critical && actions.length === 0 && <p className={classes['quiet']}>{reviewWords.findingHint}</p>}
      {actions.map((action) => (
        <ActionLine key={action.id} action={action} onChanged={onActionChanged} />
      ))}
      {acting ? (
        <FindingActionForm
          draft={draft}
          record={record}
          critical={critical && !promised}
          onSaved={() => {
            stop();
            onActionChanged();
          }}
          onCancel={stop}
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
