import type { ItemAnswer, Override, SuggestedValue } from './answer.ts';

/** What one change says of an answer; what is absent stays as it is, null takes away. */
export interface AnswerChanges {
  readonly value?: ItemAnswer['value'] | undefined;
  readonly note?: string | undefined;
  readonly evidence?: string | undefined;
  readonly goodPractice?: string | null | undefined;
  readonly override?: Override | null | undefined;
}

/** An item on which nothing stands. */
export function blankAnswer(itemId: string): ItemAnswer {
  return { itemId, value: null, note: '', evidence: '' };
}

/**
 * The answer after a change, with what the date rule suggests now. A reason for not following the rule goes with the
 * answer it was given for.
 */
export function answerAfter(before: ItemAnswer, changes: AnswerChanges, suggested: SuggestedValue | null): ItemAnswer {
  const value = changes.value === undefined ? before.value : changes.value;
  const goodPractice = changed(before.goodPractice, changes.goodPractice);
  const reason = changed(value === before.value ? before.override : undefined, changes.override);
  const follows = suggested === null || value === null || value === suggested;
  return {
    itemId: before.itemId,
    value,
    note: changes.note ?? before.note,
    evidence: changes.evidence ?? before.evidence,
    ...(goodPractice === undefined ? {} : { goodPractice }),
    ...(suggested === null ? {} : { suggested }),
    ...(reason === undefined || follows ? {} : { override: reason }),
  };
}

/** Undefined keeps what stands, null takes it away. */
function changed<T>(stands: T | undefined, change: T | null | undefined): T | undefined {
  return change === undefined ? stands : (change ?? undefined);
}
