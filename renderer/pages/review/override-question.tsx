import type { CaseRecord } from '#shared/domain/population/case.ts';
import { type Override, type OverrideReason, overrideReasons } from '#shared/domain/review/answer.ts';
import { overrideReasonLabels } from '#shared/words/review.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';
import { SavedField } from './saved-field.tsx';
import { overrideKey } from './use-review-keys.ts';

interface OverrideQuestionProps {
  /** The answer that the dates suggest, as its button says it. */
  readonly suggested: string;
  readonly override: Override | undefined;
  readonly record: CaseRecord;
  readonly disabled: boolean;
  readonly onReason: (reason: OverrideReason) => void;
  readonly onChange: (override: Override) => void;
}

/** Asks at once why an answer is not the suggested one. The answer is saved whether or not a reason is given. */
export function OverrideQuestion(props: OverrideQuestionProps) {
  const { suggested, override, record, disabled, onReason, onChange } = props;
  return (
    <fieldset className={classes['override']}>
      <legend className={classes['overrideTitle']}>{reviewWords.whyOther(suggested)}</legend>
      {override === undefined && <p className={classes['quiet']}>{reviewWords.whyOtherHint}</p>}
      <div className={classes['reasons']}>
        {overrideReasons.map((reason, index) => (
          <button
            key={reason}
            type="button"
            className={classes['reason']}
            aria-pressed={override?.reason === reason}
            disabled={disabled}
            onClick={() => onReason(reason)}
          >
            <span>{overrideReasonLabels[reason]}</span>
            <KeyHint keys={overrideKey(index)} />
          </button>
        ))}
      </div>
      {override !== undefined && (
        <SavedField
          label={reviewWords.overrideLine}
          keys="l"
          field="override"
          maxLength={500}
          stored={override.text}
          record={record}
          disabled={disabled}
          onSave={(text) => onChange({ reason: override.reason, text })}
        />
      )}
    </fieldset>
  );
}
