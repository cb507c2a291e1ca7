import { Button } from '@mantine/core';

import type { AnswerValue } from '#shared/domain/review/answer.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import { verdictLabels } from '#shared/words/review.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';

interface SuggestionBoxProps {
  readonly finding: DateFinding;
  /** The words of the item's scale. */
  readonly labels: Readonly<Record<AnswerValue, string>>;
  readonly disabled: boolean;
  readonly onUse: () => void;
}

/** What the dates say about the item, with the rule and the dates; only a suggestion, one key accepts it. */
export function SuggestionBox({ finding, labels, disabled, onUse }: SuggestionBoxProps) {
  const suggested = suggestedValue(finding);
  return (
    <div className={classes['suggestion']}>
      <strong className={classes['suggestionVerdict']}>
        {reviewWords.suggestion}: {suggested === null ? verdictLabels[finding.verdict] : labels[suggested]}
      </strong>
      <p className={classes['suggestionWords']}>
        {finding.words} <span className={classes['quiet']}>{reviewWords.suggestionHint}</span>
      </p>
      {suggested !== null && (
        <Button variant="default" onClick={onUse} disabled={disabled} rightSection={<KeyHint keys="Enter" />}>
          {reviewWords.use}
        </Button>
      )}
    </div>
  );
}
