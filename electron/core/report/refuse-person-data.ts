import { AppError } from '#shared/contract/errors.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';
import { findPersonData, wordsOf } from '#shared/domain/report/person-data.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

/**
 * Throws `report-contains-person-data` where the committee's report names a child, a caseworker, the reader or a case
 * of the sample, or holds what looks like a CPR number. `detail` says where, so that the line can be rewritten.
 */
export function refusePersonData(workbook: Workbook, source: ReportSource, caseworkers: readonly string[]): void {
  const caseIds = source.cases.map(({ drawn }) => drawn.caseId);
  const names = [...namesIn(source), ...caseworkers];
  const hits = findPersonData(workbook, names, caseIds, wordsOf(unwritten(source)));
  const [first] = hits;
  if (first === undefined) return;
  const { sheet, row, kind, found } = first;
  throw new AppError('report-contains-person-data', `${hits.length} places in the report name a person or a case`, {
    places: hits.length,
    sheet,
    row,
    kind,
    found,
  });
}

/** The page before anyone has written on it: its words are no names, even where a person is called the same. */
function unwritten(source: ReportSource): Workbook {
  const words = { conclusion: '', works: [], improve: [], recommendation: '' };
  return buildReport('political', { ...source, words, actions: [], round: { ...source.round, name: '' } }).workbook;
}

function namesIn({ cases, profile, actions }: ReportSource): readonly string[] {
  const people = cases.flatMap(({ case: { values, activities } }) =>
    [values, ...activities.map((activity) => activity.values)].flatMap((each) => [each.child_name, each.caseworker]),
  );
  const owners = actions.map(({ owner }) => owner.trim()).filter((owner) => looksLikeName(owner));
  return [...people, profile.reviewer, ...owners].flatMap((name) =>
    name === undefined || name.trim() === '' ? [] : [name],
  );
}

/** An owner may be a role ("teamlederne") or a person ("Karen Holm"). */
function looksLikeName(owner: string): boolean {
  return /^\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*)+$/u.test(owner);
}
