import { runningCaseId } from '../../words/importing.ts';
import { cellText, excerpt } from './cell-text.ts';
import { cprNumbersAmong } from './cpr-case-ids.ts';
import { readCpr } from './cpr.ts';
import { maskCprCell } from './mask-cpr.ts';
import type { ImportProblem } from './problem.ts';
import type { KeptRows } from './kept-rows.ts';
import type { OpenValues } from './read-case.ts';

/**
 * Gives every case whose number is (or holds) a CPR number a running number instead, by the order in which such cases
 * first stand in the file, so that the file alone tells it again; the CPR number goes where CPR numbers belong. Changes
 * the groups and lines of `kept` in place, keeping their order, and tells every row it concerns.
 */
export function renumberCpr(kept: KeptRows, column: string): readonly ImportProblem[] {
  const { groups } = kept;
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
    for (const index of typeof rows === 'number' ? [rows] : rows) {
      kept.change(index, (values) => moveNumber(values, id, name));
      problems.push({ row: kept.rowOf(index), column, code: 'case-id-is-cpr', value });
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
