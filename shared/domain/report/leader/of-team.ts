import { reviewedCases } from '../round-facts.ts';
import type { ReportCase, ReportSource } from '../source.ts';

/** The team that a case belongs to, as the export has it; an empty text where it says none. */
export function teamOf({ case: { values } }: Pick<ReportCase, 'case'>): string {
  return values.team?.trim() ?? '';
}

/** The teams that the round has cases of, in the order of the Danish alphabet; cases without a team are of none. */
export function teamsOf(cases: readonly ReportCase[]): readonly string[] {
  const names = new Set(cases.map((row) => teamOf(row)).filter((name) => name !== ''));
  return [...names].toSorted((one, other) => one.localeCompare(other, 'da'));
}

/** The same source with the cases of its team only, their reviews, and the actions of these cases and of practice. */
export function ofTeam(source: ReportSource): ReportSource {
  const { team } = source;
  if (team === null) return source;
  const cases = source.cases.filter((row) => teamOf(row) === team);
  const ids = new Set(cases.map(({ drawn }) => drawn.caseId));
  const reviews = reviewedCases({ ...source, cases }).map(({ review }) => review);
  const actions = source.actions.filter(({ caseId }) => caseId === null || ids.has(caseId));
  return { ...source, cases, reviews, actions };
}
