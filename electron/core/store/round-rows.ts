import { type Statements, text, whole } from './statements.ts';

/** What a round consists of, counted. */
export interface RoundCounts {
  readonly cases: number;
  readonly reviews: number;
  readonly answers: number;
  readonly actions: number;
}

const countedTables = {
  cases: 'SELECT count(*) AS count FROM sample_cases WHERE round_id = ?',
  reviews: 'SELECT count(*) AS count FROM reviews WHERE round_id = ?',
  answers: 'SELECT count(*) AS count FROM answers WHERE round_id = ?',
  actions: 'SELECT count(*) AS count FROM actions WHERE round_id = ?',
};

export function countRound(statements: Statements, roundId: string): RoundCounts {
  const count = (sql: string): number => whole(statements.first(sql, [roundId]) ?? {}, 'count');
  return {
    cases: count(countedTables.cases),
    reviews: count(countedTables.reviews),
    answers: count(countedTables.answers),
    actions: count(countedTables.actions),
  };
}

/** The imports of this workspace that this round was drawn on and no other round was. */
export function importsOnlyOf(statements: Statements, roundId: string): readonly string[] {
  const rows = statements.all(
    `SELECT DISTINCT import_id FROM rounds JOIN imports USING (import_id) WHERE round_id = ?1 AND here = 1
       AND import_id NOT IN (SELECT import_id FROM rounds WHERE round_id <> ?1)`,
    [roundId],
  );
  return rows.map((row) => text(row, 'import_id'));
}

/** In the order that the foreign keys ask for. */
const roundTables = [
  'answers',
  'reviews',
  'caseworker_comments',
  'conversations',
  'second_reading_draws',
  'committee_words',
  'actions',
  'sample_cases',
  'round_keeping',
  'round_origins',
  'exchanges',
  'cell_versions',
  'good_practice',
  'rounds',
];

const importTables = ['population_keys', 'imports'];

/** Deletes everything that names the round or a case of it, except the audit log. Within a transaction. */
export function deleteRoundRows(statements: Statements, roundId: string): void {
  statements.run(
    `DELETE FROM change_log WHERE target = ?1 OR (target > ?1 || '/' AND target < ?1 || '0')
       OR target IN (SELECT action_id FROM actions WHERE round_id = ?1)`,
    [roundId],
  );
  for (const table of roundTables) {
    statements.run(`DELETE FROM ${table} WHERE round_id = ?`, [roundId]);
  }
  statements.run(`DELETE FROM set_words WHERE instr(' ' || round_ids || ' ', ' ' || ? || ' ') > 0`, [roundId]);
  statements.run('DELETE FROM imports WHERE here = 0 AND import_id NOT IN (SELECT import_id FROM rounds)');
}

/** Deletes what is known of an import, with the key of its population. Within a transaction. */
export function deleteImportRows(statements: Statements, importId: string): void {
  statements.run('DELETE FROM change_log WHERE target = ?', [importId]);
  for (const table of importTables) {
    statements.run(`DELETE FROM ${table} WHERE import_id = ?`, [importId]);
  }
}
