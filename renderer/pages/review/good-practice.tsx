import { Button } from '@mantine/core';

import type { CaseRecord } from '#shared/domain/population/case.ts';

import { KeyHint } from '../../components/key-hint.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';
import { SavedField } from './saved-field.tsx';

interface GoodPracticeProps {
  /** What worked; undefined without a star. */
  readonly line: string | undefined;
  readonly record: CaseRecord;
  readonly disabled: boolean;
  readonly onStar: () => void;
  readonly onChange: (line: string | null) => void;
}

/** A star, and one line on what worked. */
export function GoodPractice({ line, record, disabled, onStar, onChange }: GoodPracticeProps) {
  if (line === undefined) {
    return (
      <Button
        className={classes['starButton'] ?? ''}
        variant="subtle"
        size="compact-sm"
        disabled={disabled}
        onClick={onStar}
        rightSection={<KeyHint keys="g" />}
      >
        <span aria-hidden="true">☆</span>&nbsp;{reviewWords.goodPractice}
      </Button>
    );
  }
  return (
    <div className={classes['practice']}>
      <StarMark />
      <SavedField
        label={reviewWords.goodPracticeLine}
        keys="g"
        field="good-practice"
        maxLength={2_000}
        stored={line}
        record={record}
        disabled={disabled}
        onSave={onChange}
      />
      <Button variant="default" disabled={disabled} onClick={() => onChange(null)}>
        {reviewWords.removeStar}
      </Button>
    </div>
  );
}

/** Good practice in sign and words. */
export function StarMark() {
  return (
    <span className={classes['star']}>
      <span aria-hidden="true">★</span> {reviewWords.goodPractice}
    </span>
  );
}
