import { type AnswerValue, answerValues } from '#shared/domain/review/answer.ts';
import { answerShortLabels } from '#shared/words/review.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';

interface AnswerButtonsProps {
  readonly value: AnswerValue | null;
  /** The words of the item's scale. */
  readonly labels?: Readonly<Record<AnswerValue, string>>;
  readonly disabled: boolean;
  readonly onAnswer: (value: AnswerValue | null) => void;
}

/** The five answers as large targets with their key on them; choosing the chosen one again clears it. */
export function AnswerButtons({ value, labels = answerShortLabels, disabled, onAnswer }: AnswerButtonsProps) {
  return (
    <fieldset className={classes['answers']} aria-label={reviewWords.answers}>
      {answerValues.map((answer, index) => (
        <button
          key={answer}
          type="button"
          className={classes['answer']}
          aria-pressed={value === answer}
          disabled={disabled}
          onClick={() => onAnswer(value === answer ? null : answer)}
        >
          <span>{labels[answer]}</span>
          <KeyHint keys={String(index + 1)} />
        </button>
      ))}
    </fieldset>
  );
}
