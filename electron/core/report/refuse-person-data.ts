import { AppError } from '#shared/contract/errors.ts';
import { buildAgendaItem, buildReport } from '#shared/domain/report/build-report.ts';
import { findPersonData, type PersonDataHit, wordsOf } from '#shared/domain/report/person-data.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import { monthNames } from '#shared/words/calendar.ts';
import { committeeRoles } from '#shared/words/committee-report.ts';

/** Who and what may not be named: of the round, of its whole import, and of the rounds before it. */
export interface Unmentionable {
  readonly names: readonly string[];
  readonly caseIds: readonly string[];
}

/**
 * Where a committee's report names a child, a caseworker, the reader or a case of a sample, or holds what looks like a
 * CPR number. `more`: those that the source itself does not hold.
 */
export function personDataIn(
  kind: 'political' | 'year',
  workbook: Workbook,
  source: ReportSource,
  more: Unmentionable,
): readonly PersonDataHit[] {
  const caseIds = [...source.cases.map(({ drawn }) => drawn.caseId), ...more.caseIds];
  const names = [...namesIn(source), ...more.names];
  return findPersonData(workbook, [...new Set(names)], [...new Set(caseIds)], ordinaryWords(kind, source));
}

/** Throws `report-contains-person-data` for the first of the places, so that the line can be rewritten. */
export function refusePersonData(hits: readonly PersonDataHit[]): void {
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

/**
 * The words of the page and of its agenda item before anyone has written on them, and the months that rounds are named
 * after: they are no names by themselves, even where a person is called the same.
 */
function ordinaryWords(kind: 'political' | 'year', source: ReportSource): ReadonlySet<string> {
  const blank = unwritten(source);
  const pages = [buildReport(kind, blank), buildAgendaItem(kind, blank)];
  const rounds = [source.round, ...source.earlier].map(({ name }) => name.toLowerCase());
  const months = monthNames.filter((month) => rounds.some((name) => name.split(/[^\p{L}]+/u).includes(month)));
  return new Set([...pages.flatMap(({ workbook }) => [...wordsOf(workbook)]), ...months]);
}

function unwritten(source: ReportSource): ReportSource {
  const words = { conclusion: '', works: [], improve: [], recommendation: '' };
  const earlier = source.earlier.map((round) => ({ ...round, name: '', actions: [] }));
  const round = { ...source.round, name: '' };
  return { ...source, words, actions: [], round, earlier };
}

function namesIn({ cases, profile, actions, earlier }: ReportSource): readonly string[] {
  const people = cases.flatMap((row) => peopleOf(row.case));
  const owners = [...actions, ...earlier.flatMap((round) => round.actions)].flatMap(({ owner }) => namedIn(owner));
  return [...people, profile.reviewer, ...owners].filter((name) => name.trim() !== '');
}

/** Children and caseworkers of a case and of its activities. */
export function peopleOf({ values, activities }: ReportSource['cases'][number]['case']): readonly string[] {
  return [values, ...activities.map((activity) => activity.values)]
    .flatMap((each) => [each.child_name, each.caseworker])
    .filter((name) => name !== undefined);
}

/** An owner may be a role ("teamlederne"), a person ("Karen Holm") or several ("Teamleder Karen Holm og Per Vang"). */
function namedIn(owner: string): readonly string[] {
  return owner
    .split(/[,;/()&+]|\s(?:og|samt)\s/u)
    .map((each) => withoutRole(each.trim()))
    .filter((each) => /^\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*)+$/u.test(each));
}

function withoutRole(owner: string): string {
  const [first = '', ...rest] = owner.split(/\s+/u);
  return committeeRoles.includes(first.toLowerCase()) ? rest.join(' ') : owner;
}
