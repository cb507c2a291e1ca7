import { Button } from '@mantine/core';

import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import { verdictLabels } from '#shared/words/review.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';

interface SuggestionBoxProps {
  readonly finding: DateFinding;
  readonly disabled: boolean;
  readonly onUse: () => void;
}

/** What the dates say about the item, with the rule and the dates; only a suggestion, one key accepts it. */
export function SuggestionBox({ finding, disabled, onUse }: SuggestionBoxProps) {
  const usable = suggestedValue(finding) !== null;
  return (
    <div className={classes['suggestion']}>
      <strong className={classes['suggestionVerdict']}>
        {reviewWords.suggestion}: {verdictLabels[finding.verdict]}
      </strong>
      <p className={classes['suggestionWords']}>
        {finding.words} <span className={classes['quiet']}>{reviewWords.suggestionHint}</span>
      </p>
      {usable && (
        <Button variant="default" onClick={onUse} disabled={disabled} rightSection={<KeyHint keys="Enter" />}>
          {reviewWords.use}
        </Button>
      )}
    </div>
  );
}
