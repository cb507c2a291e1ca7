import { type Reading, reviewStates } from '#shared/domain/review/answer.ts';

import type { CellTables, LastAuthor, WrittenBeside, WrittenReading } from '../cell-rows.ts';
import { addChange } from '../change-log.ts';
import { type Row, type Statements, text, textOrNull, whole } from '../statements.ts';
import type { Tables } from '../tables.ts';
import { asAnswer, saysNothing, writeAnswer } from './answers.ts';

/** All cases in one statement each: a package is of fifty. */
function readingsOf(statements: Statements, roundId: string, caseIds: readonly string[]): readonly WrittenReading[] {
  const reviews = reviewRows(statements, roundId, caseIds);
  if (reviews.length === 0) return [];
  const answers = statements.all(
    `SELECT * FROM answers WHERE round_id = ? AND case_id IN (SELECT value FROM json_each(?))
     ORDER BY case_id, reading, item_id`,
    [roundId, JSON.stringify(caseIds)],
  );
  const byCase = Map.groupBy(answers, caseOf);
  return inOrder(reviews, caseIds).map((row) => asReading(row, byCase.get(caseOf(row)) ?? []));
}

function reviewRows(statements: Statements, roundId: string, caseIds: readonly string[]): readonly Row[] {
  return statements.all(
    `SELECT * FROM reviews WHERE round_id = ? AND case_id IN (SELECT value FROM json_each(?)) ORDER BY case_id, reading`,
    [roundId, JSON.stringify(caseIds)],
  );
}

const caseOf = (row: Row): string => text(row, 'case_id');

function inOrder(rows: readonly Row[], caseIds: readonly string[]): readonly Row[] {
  const byCase = Map.groupBy(rows, caseOf);
  return caseIds.flatMap((caseId) => byCase.get(caseId) ?? []);
}

function readersOf(
  statements: Statements,
  roundId: string,
  caseIds: readonly string[],
): ReturnType<CellTables['cells']['readers']> {
  return reviewRows(statements, roundId, caseIds).map((row) => {
    const { caseId, reading, reader, state } = asReading(row, []);
    return { caseId, reading, reader, state };
  });
}

function asReading(row: Row, answers: readonly Row[]): WrittenReading {
  const reading: Reading = whole(row, 'reading') === 2 ? 2 : 1;
  return {
    caseId: text(row, 'case_id'),
    reading,
    reader: text(row, 'reader'),
    state: reviewStates.find((known) => known === row['state']) ?? 'not-started',
    closedAt: textOrNull(row, 'closed_at'),
    seconds: whole(row, 'seconds'),
    startedAt: text(row, 'started_at'),
    lastAt: text(row, 'last_at'),
    answers: answers
      .filter((answer) => answer['reading'] === reading)
      .map((answer) => ({ answer: asAnswer(answer), at: text(answer, 'answered_at') })),
  };
}

function besideOf(
  statements: Statements,
  conversations: Tables['conversations'],
  roundId: string,
  caseIds: readonly string[],
): readonly WrittenBeside[] {
  const rows = statements.all(
    `SELECT case_id FROM conversations WHERE round_id = ?1
     UNION SELECT case_id FROM caseworker_comments WHERE round_id = ?1`,
    [roundId],
  );
  const spoken = new Set(rows.map((row) => text(row, 'case_id')));
  return caseIds
    .filter((caseId) => spoken.has(caseId))
    .map((caseId) => ({
      caseId,
      conversation: conversations.get(roundId, caseId) ?? null,
      comments: conversations.comments(roundId, caseId),
    }));
}

/** The kinds of changes that a person makes to what a cell holds. */
const authored = [
  'review.answered',
  'review.undone',
  'review.redone',
  'conversation.saved',
  'comment.saved',
  'review.closed',
  'review.reopened',
];

function authorsOf(statements: Statements, roundId: string): ReadonlyMap<string, LastAuthor> {
  const marks = authored.map(() => '?').join(', ');
  const inRound = statements.all(
    `SELECT target, who, at, kind FROM change_log WHERE target > ? AND target < ? AND kind IN (${marks})
     ORDER BY number`,
    [`${roundId}/`, `${roundId}0`, ...authored],
  );
  const actions = statements.all(
    `SELECT target, who, at, kind FROM change_log
     WHERE target IN (SELECT action_id FROM actions WHERE round_id = ?) ORDER BY number`,
    [roundId],
  );
  return new Map(
    [...inRound, ...actions].map((row) => [authorKey(row), { by: text(row, 'who'), at: text(row, 'at') }]),
  );
}

/** A case's own target tells of its review and of its conversation. */
function authorKey(row: Row): string {
  const [kind, target] = [text(row, 'kind'), text(row, 'target')];
  return kind === 'conversation.saved'
    ? `${target}:conversation`
    : kind === 'comment.saved'
      ? `${target}:comment`
      : target;
}

function putReading(
  statements: Statements,
  roundId: string,
  { caseId, reading, reader, state, startedAt, closedAt, lastAt, seconds }: Omit<WrittenReading, 'answers'>,
): void {
  statements.run(
    `INSERT INTO reviews (round_id, case_id, reading, reader, state, started_at, closed_at, last_at, seconds)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (round_id, case_id, reading) DO UPDATE SET reader = excluded.reader, state = excluded.state,
       started_at = excluded.started_at, closed_at = excluded.closed_at, last_at = excluded.last_at,
       seconds = excluded.seconds`,
    [roundId, caseId, reading, reader, state, startedAt, closedAt, lastAt, seconds],
  );
}

const rowsAtATime = 100;

/** Many rows in one statement: a package holds thousands of answers, and each statement goes through the journal. */
function putAnswers(
  statements: Statements,
  key: Parameters<CellTables['cells']['putAnswers']>[0],
  answers: WrittenReading['answers'],
): void {
  const said = answers.filter(({ answer }) => !saysNothing(answer));
  for (const { answer, at } of answers) if (saysNothing(answer)) writeAnswer(statements, key, answer, at);
  const place = [key.roundId, key.caseId, key.reading];
  for (const [form, ofForm] of Map.groupBy(said, formOf)) {
    for (const rows of inRows(ofForm)) {
      statements.run(manyRows(form, rows.length), [...place, ...rows.flatMap(columnsOf[form])]);
    }
  }
}

function inRows<T>(all: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(all.length / rowsAtATime) }, (_, index) => index * rowsAtATime);
  return starts.map((from) => all.slice(from, from + rowsAtATime));
}

type GivenAnswer = WrittenReading['answers'][number];
type Form = keyof typeof rowOfForm;

/** Every parameter costs as much as a small column: what most answers do not hold is none. */
const rowOfForm = {
  bare: `(?1, ?2, ?3, ?, ?, '', '', NULL, NULL, NULL, 0, ?)`,
  common: '(?1, ?2, ?3, ?, ?, ?, ?, NULL, NULL, NULL, 0, ?)',
  rare: '(?1, ?2, ?3, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
} as const;

const columnsOf: Readonly<Record<Form, (given: GivenAnswer) => readonly (string | number | null)[]>> = {
  bare: ({ answer: { itemId, value }, at }) => [itemId, value, at],
  common: ({ answer: { itemId, value, note, evidence }, at }) => [itemId, value, note, evidence, at],
  rare: ({ answer, at }) => {
    const { itemId, value, note, evidence, goodPractice = null, suggested = null, override, byFacts } = answer;
    const reason = override === undefined ? null : JSON.stringify(override);
    return [itemId, value, note, evidence, goodPractice, suggested, reason, byFacts === true ? 1 : 0, at];
  },
};

function formOf({ answer: { note, evidence, goodPractice, suggested, override, byFacts } }: GivenAnswer): Form {
  if (goodPractice !== undefined || suggested !== undefined || override !== undefined || byFacts === true)
    return 'rare';
  return note === '' && evidence === '' ? 'bare' : 'common';
}

/** By form and number of rows: the same text for the same statement, however often it is run. */
const statementTexts = new Map<string, string>();

function manyRows(form: Form, count: number): string {
  const name = `${form} ${count}`;
  const known = statementTexts.get(name);
  if (known !== undefined) return known;
  const rows = Array.from({ length: count }, () => rowOfForm[form]).join();
  const made = `INSERT OR REPLACE INTO answers (round_id, case_id, reading, item_id, value, note, evidence, good_practice,
    suggested, override_reason, by_facts, answered_at) VALUES ${rows}`;
  statementTexts.set(name, made);
  return made;
}

/** What several people may have written of a round. */
export function cellTables(statements: Statements, conversations: Tables['conversations']): CellTables['cells'] {
  return {
    readings: (roundId, caseIds) => readingsOf(statements, roundId, caseIds),
    readers: (roundId, caseIds) => readersOf(statements, roundId, caseIds),
    beside: (roundId, caseIds) => besideOf(statements, conversations, roundId, caseIds),
    authors: (roundId) => authorsOf(statements, roundId),
    putReading: (roundId, reading) => putReading(statements, roundId, reading),
    putAnswers: (key, answers) => putAnswers(statements, key, answers),
    addChange: (entry, who, at) => addChange(statements, entry, at, who),
    lastChangeNumber: () => {
      const row = statements.first('SELECT coalesce(max(number), 0) AS number FROM change_log');
      return row === undefined ? 0 : whole(row, 'number');
    },
  };
}
