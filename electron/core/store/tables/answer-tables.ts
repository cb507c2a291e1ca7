import { answerCode, type AnswerTable, measureOf, type TableCase } from '#shared/domain/report/compile/answer-table.ts';
import { normaliseText } from '#shared/domain/population/normalise-text.ts';
import { answerValues, type ReviewState, suggestedValues } from '#shared/domain/review/answer.ts';

import type { CompileTables } from '../compile-rows.ts';
import { document, hex, type Row, type Statements, text, whole } from '../statements.ts';

/** One document for a whole round: reading a column of each row apart costs several times as much. */
const casesOfRound = `
SELECT json_group_array(json_array(c.case_id, c.part, c.part_index, c.stratum, c.replaced_by,
    c.case_record ->> '$.values.team', c.case_record ->> '$.values.case_type',
    c.case_record ->> '$.values.placement_form', c.case_record ->> '$.values.legal_basis', r.state, r.reader)) AS cases
FROM sample_cases AS c LEFT JOIN reviews AS r
  ON r.round_id = c.round_id AND r.case_id = c.case_id AND r.reading = 1
WHERE c.round_id = ? ORDER BY c.case_id`;

/** A text to each case, of a word to each answer with a value; no item id and no value holds the separators. */
const answersOfRound = `
SELECT case_id, group_concat(item_id || char(31) || by_facts || value || ifnull('+' || suggested, ''), char(30)) AS given
FROM answers WHERE round_id = ? AND reading = 1 GROUP BY case_id`;

type CaseFields = readonly [
  caseId: string,
  part: TableCase['part'],
  partIndex: number,
  stratum: string,
  replacedBy: string | null,
  team: string | null,
  caseType: string | null,
  placementForm: string | null,
  legalBasis: string | null,
  state: ReviewState | null,
  reader: string | null,
];

function asCase(fields: CaseFields): TableCase {
  const [caseId, part, partIndex, stratum, replacedBy, team, caseType, placementForm, legalBasis, state, reader] =
    fields;
  return {
    caseId,
    part,
    partIndex,
    stratum,
    replacedBy,
    team: normaliseText(team ?? ''),
    measure: measureOf([caseType, placementForm, legalBasis]),
    state: state ?? 'not-started',
    reader: reader ?? '',
  };
}

/** Every way an answer can be written in `answersOfRound`, with its code. */
const codesOfWords: ReadonlyMap<string, number> = new Map(
  answerValues.flatMap((value) =>
    [undefined, ...suggestedValues].flatMap((suggested) =>
      ([true, undefined] as const).map((byFacts) => {
        const word = `${byFacts === true ? 1 : 0}${value}${suggested === undefined ? '' : `+${suggested}`}`;
        const about = { ...(suggested === undefined ? {} : { suggested }), ...(byFacts === true ? { byFacts } : {}) };
        return [word, answerCode({ value, ...about })] as const;
      }),
    ),
  ),
);

function readTable(statements: Statements, roundId: string, itemIds: readonly string[]): AnswerTable {
  const first = statements.first(casesOfRound, [roundId]);
  const cases = first === undefined ? [] : document<readonly CaseFields[]>(first, 'cases').map(asCase);
  const rows = new Map(cases.map(({ caseId }, row) => [caseId, row]));
  const columns = new Map(itemIds.map((id, column) => [id, column]));
  const codes = new Uint8Array(cases.length * itemIds.length);
  for (const answers of statements.all(answersOfRound, [roundId])) {
    const row = rows.get(text(answers, 'case_id'));
    if (row !== undefined && answers['given'] !== null) {
      decode(text(answers, 'given'), columns, codes.subarray(row * itemIds.length, (row + 1) * itemIds.length));
    }
  }
  return { itemIds, cases, codes };
}

function decode(given: string, columns: ReadonlyMap<string, number>, codes: Uint8Array): void {
  for (const answer of given.split('\u001e')) {
    const at = answer.indexOf('\u001f');
    const column = columns.get(answer.slice(0, at));
    if (column !== undefined) codes[column] = codesOfWords.get(answer.slice(at + 1)) ?? 0;
  }
}

export function answerTables(statements: Statements): CompileTables['answerTables'] {
  const last = (row: Row | undefined) =>
    row === undefined ? { number: 0, hash: '' } : { number: whole(row, 'number'), hash: hex(row, 'hash') };
  return {
    of: (roundId, itemIds) => readTable(statements, roundId, itemIds),
    roundIds: () => statements.all('SELECT round_id FROM rounds ORDER BY number').map((row) => text(row, 'round_id')),
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
