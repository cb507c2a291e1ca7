import { type Statements, text, textOrNull, whole } from './statements.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { ChangeLine } from './tables.ts';

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

export function addChange(statements: Statements, entry: ChangeEntry, at: string, who: string): void {
  statements.run('INSERT INTO change_log (at, who, kind, target, before, after) VALUES (?, ?, ?, ?, ?, ?)', [
    at,
    who,
    entry.kind,
    entry.target,
    asJson(entry.before),
    asJson(entry.after),
  ]);
}

/** The changes of these targets, oldest first. A value that was not given reads as undefined. */
export function changesOf(statements: Statements, targets: readonly string[]): readonly ChangeLine[] {
  const marks = targets.map(() => '?').join(', ');
  return statements.all(`SELECT * FROM change_log WHERE target IN (${marks}) ORDER BY number`, targets).map((row) => ({
    number: whole(row, 'number'),
    at: text(row, 'at'),
    who: text(row, 'who'),
    kind: text(row, 'kind'),
    target: text(row, 'target'),
    before: fromJson(textOrNull(row, 'before')),
    after: fromJson(textOrNull(row, 'after')),
  }));
}

/** See `Tables.changes.lastOf`. */
export function lastChange(statements: Statements, roundId: string, others: readonly string[]): string | null {
  const marks = ['?', ...others.map(() => '?')].join(', ');
  // A case's target is `round/case`: every text that begins with `round/` lies between it and `round0`.
  const row = statements.first(
    `SELECT max(at) AS at FROM change_log
     WHERE (target IN (${marks}) OR (target > ? AND target < ?)) AND kind NOT IN ('report.written', 'case.viewed')`,
    [roundId, ...others, `${roundId}/`, `${roundId}0`],
  );
  return row === undefined ? null : textOrNull(row, 'at');
}

function fromJson(json: string | null): unknown {
  return json === null ? undefined : JSON.parse(json);
}
