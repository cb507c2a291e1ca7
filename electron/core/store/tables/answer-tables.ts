import {
  answerCode,
  type AnswerTable,
  codeValue,
  measureOf,
  type TableCase,
} from '#shared/domain/report/compile/answer-table.ts';
import { compareCodePoints, normaliseText } from '#shared/domain/population/normalise-text.ts';
import { type AnswerValue, answerValues, type ReviewState, suggestedValues } from '#shared/domain/review/answer.ts';

import type { CompileTables } from '../compile-rows.ts';
import { document, hex, type Row, type Statements, text, textOrNull, whole } from '../statements.ts';

/** One document for a whole round: reading a column of each row apart costs several times as much. */
export const casesOfRound = `
SELECT json_group_array(json_array(c.case_id, c.part, c.part_index, c.stratum, c.replaced_by,
    json_extract(c.case_record, '$.values.team', '$.values.case_type', '$.values.placement_form',
      '$.values.legal_basis'), r.state, r.reader)) AS cases
FROM sample_cases AS c LEFT JOIN reviews AS r
  ON r.round_id = c.round_id AND r.case_id = c.case_id AND r.reading = 1
WHERE c.round_id = ?`;

/** Between the answers of a case, and between an item and what the dates suggest on it; no item's id holds them. */
const [next, within] = ['\u001e', '\u001f'];

/**
 * A row to each case: how many items are answered and how many bytes their ids have together, their values in the order of the
 * ids, and what the dates suggested where a person answered. Which items they are is asked only of cases that lack some:
 * putting the ids of every case together costs as much as reading the rest.
 */
export const answersOfRound = `
SELECT case_id, count(*) AS items, sum(octet_length(item_id)) AS bytes, group_concat(value) AS given,
  group_concat(CASE WHEN suggested IS NOT NULL AND by_facts = 0 THEN suggested || '${within}' || item_id END, '${next}')
    AS judged
FROM answers WHERE round_id = ? AND reading = 1 AND value IS NOT NULL GROUP BY case_id`;

const itemsOfCase = `
SELECT item_id FROM answers WHERE round_id = ? AND case_id = ? AND reading = 1 AND value IS NOT NULL ORDER BY item_id`;

const progressOfRounds = `
SELECT c.round_id, count(*) AS drawn, count(r.closed_at) AS closed
FROM sample_cases AS c LEFT JOIN reviews AS r
  ON r.round_id = c.round_id AND r.case_id = c.case_id AND r.reading = 1
WHERE c.replaced_by IS NULL GROUP BY c.round_id`;

type CaseFields = readonly [
  caseId: string,
  part: TableCase['part'],
  partIndex: number,
  stratum: string,
  replacedBy: string | null,
  values: readonly [
    team: string | null,
    caseType: string | null,
    placementForm: string | null,
    legalBasis: string | null,
  ],
  state: ReviewState | null,
  reader: string | null,
];

function asCase([caseId, part, partIndex, stratum, replacedBy, values, state, reader]: CaseFields): TableCase {
  const [team, ...measures] = values;
  return {
    caseId,
    part,
    partIndex,
    stratum,
    replacedBy,
    team: normaliseText(team ?? ''),
    measure: measureOf(measures),
    state: state ?? 'not-started',
    reader: reader ?? '',
  };
}

function readTable(statements: Statements, roundId: string, itemIds: readonly string[]): AnswerTable {
  const first = statements.first(casesOfRound, [roundId]);
  const cases = first === undefined ? [] : document<readonly CaseFields[]>(first, 'cases').map(asCase);
  const rows = new Map(cases.map(({ caseId }, row) => [caseId, row]));
  const checklist = wholeChecklist(itemIds);
  const codes = new Uint8Array(cases.length * itemIds.length);
  for (const answers of statements.all(answersOfRound, [roundId])) {
    const caseId = text(answers, 'case_id');
    const row = rows.get(caseId);
    if (row === undefined) continue;
    const start = row * itemIds.length;
    const columns = checklist.isAnsweredIn(answers)
      ? checklist.columns
      : statements.all(itemsOfCase, [roundId, caseId]).map((each) => itemIds.indexOf(text(each, 'item_id')));
    putValues(codes, start, columns, text(answers, 'given'));
    putJudged(codes, start, itemIds, textOrNull(answers, 'judged'));
  }
  return { itemIds, cases, codes };
}

/**
 * Where the items stand in a case that has an answer to each, in the order of the ids' bytes. Answers are only ever
 * kept to items of the round's checklist, so their number tells; the bytes would tell if that were not so.
 */
function wholeChecklist(itemIds: readonly string[]): {
  readonly columns: readonly number[];
  isAnsweredIn(answers: Row): boolean;
} {
  const columns = itemIds
    .map((id, column) => ({ id, column }))
    .toSorted((a, b) => compareCodePoints(a.id, b.id))
    .map(({ column }) => column);
  const bytes = itemIds.reduce((sum, id) => sum + Buffer.byteLength(id), 0);
  return {
    columns,
    isAnsweredIn: (answers) => answers['items'] === itemIds.length && answers['bytes'] === bytes,
  };
}

/** `given`: the values with commas between. */
function putValues(codes: Uint8Array, start: number, columns: readonly number[], given: string): void {
  let at = 0;
  for (const column of columns) {
    const value = valueAt(given, at);
    if (column !== -1) codes[start + column] = plainCodes.get(value) ?? 0;
    at += value.length + 1;
  }
}

const plainCodes: ReadonlyMap<AnswerValue, number> = new Map(
  answerValues.map((value) => [value, answerCode({ value })]),
);

/** The value that begins here: each is known by its first letter, or by the second where two begin alike. */
function valueAt(given: string, at: number): AnswerValue {
  const letter = given[at];
  if (letter === 'y') return 'yes';
  if (letter === 'p') return 'partly';
  if (letter === 'c') return 'cannot-tell';
  return given[at + 1] === 'a' ? 'na' : 'no';
}

function putJudged(codes: Uint8Array, start: number, itemIds: readonly string[], judged: string | null): void {
  for (const each of judged?.split(next) ?? []) {
    const [word = '', itemId = ''] = each.split(within);
    const at = start + itemIds.indexOf(itemId);
    const suggested = suggestedValues.find((known) => known === word);
    if (at >= start && suggested !== undefined) {
      codes[at] = answerCode({ value: codeValue(codes[at] ?? 0), suggested });
    }
  }
}

export function answerTables(statements: Statements): CompileTables['answerTables'] {
  const last = (row: Row | undefined) =>
    row === undefined ? { number: 0, hash: '' } : { number: whole(row, 'number'), hash: hex(row, 'hash') };
  return {
    of: (roundId, itemIds) => readTable(statements, roundId, itemIds),
    roundIds: () => statements.all('SELECT round_id FROM rounds ORDER BY number').map((row) => text(row, 'round_id')),
    progress: () =>
      new Map(
        statements
          .all(progressOfRounds)
          .map((row) => [text(row, 'round_id'), { drawn: whole(row, 'drawn'), closed: whole(row, 'closed') }]),
      ),
    mark: () => last(statements.first('SELECT number, hash FROM audit_log ORDER BY number DESC LIMIT 1')),
    targetsSince: ({ number, hash }) => {
      const then = last(statements.first('SELECT number, hash FROM audit_log WHERE number = ?', [number]));
      if (then.number !== number || then.hash !== hash) return null;
      return statements
        .all('SELECT target FROM audit_log WHERE number > ? ORDER BY number', [number])
        .map((row) => text(row, 'target'));
    },
  };
}
