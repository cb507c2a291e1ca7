import { type Statements, text, textOrNull, whole } from './statements.ts';
import type { ChangeEntry } from './tables.ts';

/** One change with its values, in the order they were made. */
export interface ChangeLine {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly target: string;
  readonly before: unknown;
  readonly after: unknown;
}

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

/** The changes of one target, oldest first. A value that was not given reads as undefined. */
export function changesOf(statements: Statements, target: string): readonly ChangeLine[] {
  return statements.all('SELECT * FROM change_log WHERE target = ? ORDER BY number', [target]).map((row) => ({
    number: whole(row, 'number'),
    at: text(row, 'at'),
    who: text(row, 'who'),
    kind: text(row, 'kind'),
    target: text(row, 'target'),
    before: fromJson(textOrNull(row, 'before')),
    after: fromJson(textOrNull(row, 'after')),
  }));
}

function fromJson(json: string | null): unknown {
  return json === null ? undefined : JSON.parse(json);
}
