import type { AnswerValue } from '#shared/domain/review/answer.ts';
import { answerShortLabels } from '#shared/words/review.ts';

import { type StatusKind, StatusMark } from '../../components/status-mark.tsx';
import { reviewWords } from '../../words/review.ts';

const kinds: Readonly<Record<AnswerValue, StatusKind>> = {
  yes: 'kept',
  partly: 'partly',
  no: 'broken',
  na: 'neutral',
  'cannot-tell': 'unclear',
};

interface AnswerMarkProps {
  readonly value: AnswerValue | null;
  /** The words of the item's scale. */
  readonly labels?: Readonly<Record<AnswerValue, string>>;
}

/** What stands on an item, in icon and word. */
export function AnswerMark({ value, labels = answerShortLabels }: AnswerMarkProps) {
  return value === null ? (
    <StatusMark kind="missing">{reviewWords.unanswered}</StatusMark>
  ) : (
    <StatusMark kind={kinds[value]}>{labels[value]}</StatusMark>
  );
}
