import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { AnswerChanges } from '#shared/domain/review/answer-after.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';

import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';
import { SavedField } from './saved-field.tsx';

interface ItemNotesProps {
  readonly answer: ItemAnswer;
  readonly record: CaseRecord;
  readonly disabled: boolean;
  readonly onChange: (patch: AnswerChanges) => void;
}

/** Note and evidence open under the item, never in a dialog. */
export function ItemNotes({ answer, record, disabled, onChange }: ItemNotesProps) {
  return (
    <div className={classes['notes']}>
      <SavedField
        label={reviewWords.note}
        keys="n"
        field="note"
        placeholder={reviewWords.notePlaceholder}
        growing
        maxLength={10_000}
        stored={answer.note}
        record={record}
        disabled={disabled}
        onSave={(note) => onChange({ note })}
      />
      <SavedField
        label={reviewWords.evidence}
        keys="b"
        field="evidence"
        maxLength={2_000}
        stored={answer.evidence}
        record={record}
        disabled={disabled}
        onSave={(evidence) => onChange({ evidence })}
      />
    </div>
  );
}
