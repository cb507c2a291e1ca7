import { createHash } from 'node:crypto';

import type { AuditLine } from '#shared/domain/audit/audit-line.ts';

import { hex, type Row, type Statements, text, whole } from './statements.ts';

export type { AuditLine };
export type AuditEvent = Pick<AuditLine, 'at' | 'who' | 'kind' | 'target'>;

const beforeTheFirst = '0'.repeat(64);

function hashOf(previous: string, line: Omit<AuditLine, 'hash'>): string {
  const fields = [previous, line.number, line.at, line.who, line.kind, line.target];
  return createHash('sha256').update(JSON.stringify(fields), 'utf8').digest('hex');
}

/** Half a surrogate pair cannot be stored as it stands; hashed as it stands, it would look like an edit. */
function storable(words: string): string {
  return Buffer.from(words, 'utf8').toString('utf8');
}

export function addAuditLine(statements: Statements, { at, who, kind, target }: AuditEvent): void {
  const last = statements.first('SELECT number, hash FROM audit_log ORDER BY number DESC LIMIT 1');
  const number = last === undefined ? 1 : whole(last, 'number') + 1;
  const previous = last === undefined ? beforeTheFirst : hex(last, 'hash');
  const line = { number, at, who: storable(who), kind, target: storable(target) };
  statements.run('INSERT INTO audit_log (number, at, who, kind, target, hash) VALUES (?, ?, ?, ?, ?, ?)', [
    ...Object.values(line),
    Buffer.from(hashOf(previous, line), 'hex'),
  ]);
}

function asLine(row: Row): AuditLine {
  return {
    number: whole(row, 'number'),
    at: text(row, 'at'),
    who: text(row, 'who'),
    kind: text(row, 'kind'),
    target: text(row, 'target'),
    hash: hex(row, 'hash'),
  };
}

/** The whole log, oldest first. */
export function auditLines(statements: Statements): readonly AuditLine[] {
  return statements.all('SELECT * FROM audit_log ORDER BY number').map(asLine);
}

/** Some lines, newest first, all below the number `before`. */
export function auditPage(statements: Statements, before: number, limit: number): readonly AuditLine[] {
  const values = [before, limit];
  return statements.all('SELECT * FROM audit_log WHERE number < ? ORDER BY number DESC LIMIT ?', values).map(asLine);
}

/** The newest line of a kind about a target. */
export function auditLineOf(statements: Statements, kind: string, target: string): AuditLine | undefined {
  const sql = 'SELECT * FROM audit_log WHERE kind = ? AND target = ? ORDER BY number DESC LIMIT 1';
  return statements.all(sql, [kind, target]).map(asLine)[0];
}

/** The line of the first change that was made at this very instant. */
export function auditLineAt(statements: Statements, at: string): Pick<AuditLine, 'number' | 'hash'> | undefined {
  const row = statements.first(
    `SELECT number, hash FROM audit_log WHERE at = ? AND kind IN (SELECT kind FROM change_log WHERE at = ?)
     ORDER BY number LIMIT 1`,
    [at, at],
  );
  return row === undefined ? undefined : { number: whole(row, 'number'), hash: hex(row, 'hash') };
}

/**
 * Walks the chain. Finds an edited, removed, inserted or moved line; cannot find lines cut from the end, nor a chain
 * that was computed anew by someone who holds the passphrase. `brokenAt` is the first line that does not fit.
 */
export function verifyAuditLog(
  lines: readonly AuditLine[],
): { readonly sound: true } | { readonly sound: false; readonly brokenAt: number } {
  let previous = beforeTheFirst;
  for (const [index, line] of lines.entries()) {
    if (line.number !== index + 1 || line.hash !== hashOf(previous, line)) {
      return { sound: false, brokenAt: index + 1 };
    }
    previous = line.hash;
  }
  return { sound: true };
}
