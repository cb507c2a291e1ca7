import { AppError } from '#shared/contract/errors.ts';
import {
  isClosed,
  type ItemAnswer,
  type Reading,
  type ReviewState,
  reviewStates,
} from '#shared/domain/review/answer.ts';
import { secondsSpent } from '#shared/domain/review/reading-time.ts';

import { type Row, type Statements, text, textOrNull, whole } from '../statements.ts';
import type { ReviewRow, ReviewStanding, ReviewTimes, Tables } from '../tables.ts';
import { asAnswer, writeAnswer } from './answers.ts';

function asState(row: Row): ReviewState {
  return reviewStates.find((known) => known === row['state']) ?? 'not-started';
}

function asReview(row: Row, answers: readonly ItemAnswer[]): ReviewRow {
  return {
    roundId: text(row, 'round_id'),
    caseId: text(row, 'case_id'),
    reading: whole(row, 'reading') === 2 ? 2 : 1,
    reader: text(row, 'reader'),
    state: asState(row),
    answers,
    closedAt: textOrNull(row, 'closed_at'),
    seconds: whole(row, 'seconds'),
  };
}

function listReviews(statements: Statements, roundId: string, reading: Reading): readonly ReviewRow[] {
  const answers = new Map<string, ItemAnswer[]>();
  const rows = statements.all('SELECT * FROM answers WHERE round_id = ? AND reading = ? ORDER BY case_id, item_id', [
    roundId,
    reading,
  ]);
  for (const row of rows) {
    const caseId = text(row, 'case_id');
    const ofCase = answers.get(caseId) ?? [];
    answers.set(caseId, ofCase);
    ofCase.push(asAnswer(row));
  }
  return statements
    .all('SELECT * FROM reviews WHERE round_id = ? AND reading = ? ORDER BY case_id', [roundId, reading])
    .map((row) => asReview(row, answers.get(text(row, 'case_id')) ?? []));
}

function listStandings(statements: Statements, roundId: string, reading: Reading): readonly ReviewStanding[] {
  return statements
    .all(
      `SELECT case_id, state, seconds, (
         SELECT count(*) FROM answers WHERE answers.round_id = reviews.round_id AND answers.case_id = reviews.case_id
           AND answers.reading = reviews.reading AND value IS NOT NULL AND by_facts = 0
       ) AS answered FROM reviews WHERE round_id = ? AND reading = ? ORDER BY case_id`,
      [roundId, reading],
    )
    .map((row) => ({
      caseId: text(row, 'case_id'),
      state: asState(row),
      seconds: whole(row, 'seconds'),
      answered: whole(row, 'answered'),
    }));
}

interface ReviewKey {
  readonly roundId: string;
  readonly caseId: string;
  readonly reading: Reading;
}

function getReview(statements: Statements, { roundId, caseId, reading }: ReviewKey): ReviewRow | undefined {
  const key = [roundId, caseId, reading];
  const row = statements.first('SELECT * FROM reviews WHERE round_id = ? AND case_id = ? AND reading = ?', key);
  if (row === undefined) {
    return undefined;
  }
  const answers = statements.all(
    'SELECT * FROM answers WHERE round_id = ? AND case_id = ? AND reading = ? ORDER BY item_id',
    key,
  );
  return asReview(row, answers.map(asAnswer));
}

function closedTimes(statements: Statements): readonly ReviewTimes[] {
  const moments = new Map<string, string[]>();
  const key = (row: Row): string => JSON.stringify([row['round_id'], row['case_id'], row['reading']]);
  for (const row of statements.all('SELECT round_id, case_id, reading, answered_at FROM answers')) {
    const ofReview = moments.get(key(row)) ?? [];
    moments.set(key(row), ofReview);
    ofReview.push(text(row, 'answered_at'));
  }
  return statements
    .all('SELECT reviews.* FROM reviews JOIN rounds USING (round_id) WHERE closed_at IS NOT NULL AND example = 0')
    .map((row) => ({
      seconds: whole(row, 'seconds'),
      moments: [text(row, 'started_at'), ...(moments.get(key(row)) ?? []), text(row, 'closed_at')],
    }));
}

function requireCase(statements: Statements, { roundId, caseId }: ReviewKey): void {
  const found = statements.first('SELECT 1 FROM sample_cases WHERE round_id = ? AND case_id = ?', [roundId, caseId]);
  if (found === undefined) {
    throw new AppError('case-not-in-round', 'No such case in the round');
  }
}

/** Makes the row where it is not there, and adds the time since the last act on the case. */
function touch(statements: Statements, key: ReviewKey, at: string, reader: string | null = null): void {
  requireCase(statements, key);
  const { roundId, caseId, reading } = key;
  statements.run(
    `INSERT INTO reviews (round_id, case_id, reading, reader, state, started_at, last_at, seconds)
     VALUES (?, ?, ?, coalesce(?, (SELECT reviewer FROM profile), ''), 'not-started', ?, ?, 0) ON CONFLICT DO NOTHING`,
    [roundId, caseId, reading, reader, at, at],
  );
  const where = 'WHERE round_id = ? AND case_id = ? AND reading = ?';
  const row = statements.first(`SELECT last_at FROM reviews ${where}`, [roundId, caseId, reading]);
  const spent = row === undefined ? 0 : secondsSpent(text(row, 'last_at'), at);
  statements.run(`UPDATE reviews SET last_at = ?, seconds = seconds + ? ${where}`, [
    at,
    spent,
    roundId,
    caseId,
    reading,
  ]);
}

/** The first answer starts the review; an answer never changes the state of one that is started. */
function setAnswer(statements: Statements, key: ReviewKey, answer: ItemAnswer, at: string): void {
  touch(statements, key, at);
  const { roundId, caseId, reading } = key;
  statements.run(
    `UPDATE reviews SET state = 'draft'
     WHERE round_id = ? AND case_id = ? AND reading = ? AND state = 'not-started'`,
    [roundId, caseId, reading],
  );
  writeAnswer(statements, key, answer, at);
}

/** Closing stamps the instant, locking keeps it; any other state, such as that of a reopened review, clears it. */
function setState(statements: Statements, key: ReviewKey, state: ReviewState, at: string): void {
  touch(statements, key, at);
  const { roundId, caseId, reading } = key;
  statements.run(
    `UPDATE reviews SET state = ?, closed_at = CASE WHEN ? THEN coalesce(closed_at, ?) END
     WHERE round_id = ? AND case_id = ? AND reading = ?`,
    [state, isClosed(state) ? 1 : 0, at, roundId, caseId, reading],
  );
}

export function reviewTables(statements: Statements): Tables['reviews'] {
  return {
    list: (roundId, reading = 1) => listReviews(statements, roundId, reading),
    standings: (roundId, reading = 1) => listStandings(statements, roundId, reading),
    get: (roundId, caseId, reading = 1) => getReview(statements, { roundId, caseId, reading }),
    start: ({ roundId, caseId, reading, reader }, at) => touch(statements, { roundId, caseId, reading }, at, reader),
    closedTimes: () => closedTimes(statements),
    setAnswer: (roundId, caseId, answer, at, reading = 1) =>
      setAnswer(statements, { roundId, caseId, reading }, answer, at),
    setState: (roundId, caseId, state, at, reading = 1) =>
      setState(statements, { roundId, caseId, reading }, state, at),
  };
}
