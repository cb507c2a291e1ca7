import { runningCaseId } from '../../words/importing.ts';
import { cellText, excerpt } from './cell-text.ts';
import { cprNumbersAmong } from './cpr-case-ids.ts';
import { readCpr } from './cpr.ts';
import { maskCprCell } from './mask-cpr.ts';
import type { ImportProblem } from './problem.ts';
import type { OpenValues, ReadRow } from './read-case.ts';

/**
 * Gives every case whose number is (or holds) a CPR number a running number instead, by the order in which such cases
 * first stand in the file, so that the file alone tells it again; the CPR number goes where CPR numbers belong. Changes
 * `groups` in place, keeping its order, and tells every row it concerns.
 */
export function renumberCpr(groups: Map<string, ReadRow[]>, column: string): readonly ImportProblem[] {
  const found = cprNumbersAmong([...groups.keys()]);
  if (found.size === 0) return [];
  const all = [...groups];
  const taken = new Set(groups.keys());
  const problems: ImportProblem[] = [];
  let number = 0;
  groups.clear();
  for (const [id, rows] of all) {
    if (!found.has(id)) {
      groups.set(id, rows);
      continue;
    }
    do number += 1;
    while (taken.has(runningCaseId(number)));
    const name = runningCaseId(number);
    const value = excerpt(maskCprCell(cellText(id)));
    for (const row of rows) {
      moveNumber(row.values, id, name);
      problems.push({ row: row.row, column, code: 'case-id-is-cpr', value });
    }
    groups.set(name, rows);
  }
  return problems;
}

function moveNumber(values: OpenValues, id: string, name: string) {
  const { cpr, birthDate } = readCpr(id);
  values.case_id = name;
  if (cpr !== null) values.cpr ??= cpr;
  if (birthDate !== null) values.birth_date ??= birthDate;
}
