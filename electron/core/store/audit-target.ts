import { createHmac } from 'node:crypto';

import { paperKind } from '#shared/contract/report.ts';

import { type Row, type Statements, text } from './statements.ts';

const markDigits = 16;

/** A target in two: the round, and what in it. */
const inRound = /^([^/]+)\/(.+)$/s;

function keyOf(statements: Statements, roundId: string): Uint8Array | null {
  const key = statements.first('SELECT case_key FROM round_keeping WHERE round_id = ?', [roundId])?.['case_key'];
  return key instanceof Uint8Array ? key : null;
}

function markOf(key: Uint8Array, caseId: string): string {
  return createHmac('sha256', key).update(caseId, 'utf8').digest('hex').slice(0, markDigits);
}

/** The case that `rest` begins with, as `case/item` and `case#2` do; the longest where several fit. */
function caseIn(statements: Statements, roundId: string, rest: string): string | null {
  const ends = [...rest.matchAll(/[/#]/g)].map(({ index }) => index);
  for (const end of [rest.length, ...ends.toReversed()]) {
    const caseId = rest.slice(0, end);
    const values = [roundId, caseId];
    if (statements.first('SELECT 1 FROM sample_cases WHERE round_id = ? AND case_id = ?', values)) return caseId;
  }
  return null;
}

/**
 * A target as the audit log keeps it, for ever: a case number of a round stands as a keyed hash under the round's key. When
 * the round is deleted with its key, the mark names no one, and no one can try case numbers against it.
 */
export function auditTarget(statements: Statements, target: string): string {
  const [, roundId = '', rest = ''] = inRound.exec(target) ?? [];
  const key = keyOf(statements, roundId);
  if (key === null) return target;
  const caseId = caseIn(statements, roundId, rest);
  if (caseId === null) return paperKind.safeParse(rest).success ? target : `${roundId}/${markOf(key, rest)}`;
  return `${roundId}/${markOf(key, caseId)}${rest.slice(caseId.length)}`;
}

/** The case numbers of the audit log's marks, for the rounds that are there; a target of another round stays as it is. */
export function readableTargets(statements: Statements): (target: string) => string {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const casesOf = (roundId: string): ReadonlyMap<string, string> => {
    const key = keyOf(statements, roundId);
    const rows: readonly Row[] =
      key === null ? [] : statements.all('SELECT case_id FROM sample_cases WHERE round_id = ?', [roundId]);
    return new Map(rows.map((row) => [markOf(key ?? new Uint8Array(), text(row, 'case_id')), text(row, 'case_id')]));
  };
  return (target) => {
    const [, roundId = '', rest = ''] = inRound.exec(target) ?? [];
    if (rest === '') return target;
    const cases = known.get(roundId) ?? casesOf(roundId);
    known.set(roundId, cases);
    const caseId = cases.get(rest.slice(0, markDigits));
    return caseId === undefined ? target : `${roundId}/${caseId}${rest.slice(markDigits)}`;
  };
}
