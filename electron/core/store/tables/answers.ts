import {
  answerValues,
  type ItemAnswer,
  override,
  type Reading,
  type SuggestedValue,
  suggestedValues,
} from '#shared/domain/review/answer.ts';

import { type Row, type Statements, text, textOrNull, whole } from '../statements.ts';

export function asAnswer(row: Row): ItemAnswer {
  const [goodPractice, reason] = [textOrNull(row, 'good_practice'), textOrNull(row, 'override_reason')];
  const suggested = asSuggested(textOrNull(row, 'suggested'));
  return {
    itemId: text(row, 'item_id'),
    value: answerValues.find((known) => known === row['value']) ?? null,
    note: text(row, 'note'),
    evidence: text(row, 'evidence'),
    ...(goodPractice === null ? {} : { goodPractice }),
    ...(suggested === undefined ? {} : { suggested }),
    ...(reason === null ? {} : { override: override.parse(JSON.parse(reason)) }),
    ...(whole(row, 'by_facts') === 1 ? { byFacts: true as const } : {}),
  };
}

function asSuggested(value: string | null): SuggestedValue | undefined {
  return suggestedValues.find((known) => known === value);
}

interface AnswerKey {
  readonly roundId: string;
  readonly caseId: string;
  readonly reading: Reading;
}

/** True for an answer that leaves no row. */
export function saysNothing({ value, note, evidence, goodPractice }: ItemAnswer): boolean {
  return value === null && note === '' && evidence === '' && goodPractice === undefined;
}

/** Writes the whole answer in the place of what stood; one that says nothing leaves no row. */
export function writeAnswer(statements: Statements, key: AnswerKey, answer: ItemAnswer, at: string): void {
  if (saysNothing(answer)) {
    statements.run('DELETE FROM answers WHERE round_id = ? AND case_id = ? AND reading = ? AND item_id = ?', [
      key.roundId,
      key.caseId,
      key.reading,
      answer.itemId,
    ]);
    return;
  }
  statements.run(
    `INSERT OR REPLACE INTO answers (round_id, case_id, reading, item_id, value, note, evidence, good_practice,
       suggested, override_reason, by_facts, answered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      key.roundId,
      key.caseId,
      key.reading,
      answer.itemId,
      answer.value,
      answer.note,
      answer.evidence,
      answer.goodPractice ?? null,
      answer.suggested ?? null,
      answer.override === undefined ? null : JSON.stringify(answer.override),
      answer.byFacts === true ? 1 : 0,
      at,
    ],
  );
}
