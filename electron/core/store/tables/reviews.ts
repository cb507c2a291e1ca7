import { AppError } from '#shared/contract/errors.ts';
import { type AnswerValue, answerValues, type ItemAnswer, reviewStates } from '#shared/domain/review/answer.ts';

import { type Row, type Statements, text, textOrNull } from '../statements.ts';
import type { ReviewRow, Tables } from '../tables.ts';

function asAnswer(row: Row): ItemAnswer {
  return {
    itemId: text(row, 'item_id'),
    value: asAnswerValue(textOrNull(row, 'value')),
    note: text(row, 'note'),
    evidence: text(row, 'evidence'),
  };
}

function asAnswerValue(value: string | null): AnswerValue | null {
  return answerValues.find((known) => known === value) ?? null;
}

function asReview(row: Row, answers: readonly ItemAnswer[]): ReviewRow {
  return {
    roundId: text(row, 'round_id'),
    caseId: text(row, 'case_id'),
    state: reviewStates.find((known) => known === row['state']) ?? 'not-started',
    answers,
    closedAt: textOrNull(row, 'closed_at'),
  };
}

function listReviews(statements: Statements, roundId: string): readonly ReviewRow[] {
  const answers = new Map<string, ItemAnswer[]>();
  for (const row of statements.all('SELECT * FROM answers WHERE round_id = ? ORDER BY case_id, item_id', [roundId])) {
    const caseId = text(row, 'case_id');
    const ofCase = answers.get(caseId) ?? [];
    answers.set(caseId, ofCase);
    ofCase.push(asAnswer(row));
  }
  return statements
    .all('SELECT * FROM reviews WHERE round_id = ? ORDER BY case_id', [roundId])
    .map((row) => asReview(row, answers.get(text(row, 'case_id')) ?? []));
}

function getReview(statements: Statements, roundId: string, caseId: string): ReviewRow | undefined {
  const row = statements.first('SELECT * FROM reviews WHERE round_id = ? AND case_id = ?', [roundId, caseId]);
  if (row === undefined) {
    return undefined;
  }
  const answers = statements.all('SELECT * FROM answers WHERE round_id = ? AND case_id = ? ORDER BY item_id', [
    roundId,
    caseId,
  ]);
  return asReview(row, answers.map(asAnswer));
}

function requireCase(statements: Statements, roundId: string, caseId: string): void {
  const found = statements.first('SELECT 1 FROM sample_cases WHERE round_id = ? AND case_id = ?', [roundId, caseId]);
  if (found === undefined) {
    throw new AppError('case-not-in-round', 'No such case in the round');
  }
}

/** The first answer starts the review; an answer never changes the state of one that is started. */
function setAnswer(statements: Statements, roundId: string, caseId: string, answer: ItemAnswer, at: string): void {
  requireCase(statements, roundId, caseId);
  statements.run(
    `INSERT INTO reviews (round_id, case_id, state, started_at) VALUES (?, ?, 'draft', ?)
     ON CONFLICT DO UPDATE SET state = 'draft' WHERE state = 'not-started'`,
    [roundId, caseId, at],
  );
  statements.run(
    `INSERT INTO answers (round_id, case_id, item_id, value, note, evidence, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value, note = excluded.note, evidence = excluded.evidence,
       answered_at = excluded.answered_at`,
    [roundId, caseId, answer.itemId, answer.value, answer.note, answer.evidence, at],
  );
}

export function reviewTables(statements: Statements): Tables['reviews'] {
  return {
    list: (roundId) => listReviews(statements, roundId),
    get: (roundId, caseId) => getReview(statements, roundId, caseId),
    setAnswer: (roundId, caseId, answer, at) => setAnswer(statements, roundId, caseId, answer, at),
    // Closing stamps the instant; any other state, such as that of a reopened review, clears it.
    setState: (roundId, caseId, state, at) => {
      requireCase(statements, roundId, caseId);
      statements.run(
        `INSERT INTO reviews (round_id, case_id, state, started_at, closed_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET state = excluded.state, closed_at = excluded.closed_at`,
        [roundId, caseId, state, at, state === 'done' ? at : null],
      );
    },
  };
}
