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

/** What decides which cases of a round are the team's. */
export type TeamRound = Pick<ReportSource, 'cases' | 'reviews' | 'team'>;

/** The cases of the round's team with their reviews; all of them where the team is null. */
export function casesOfTeam({ cases, reviews, team }: TeamRound): Omit<TeamRound, 'team'> {
  if (team === null) return { cases, reviews };
  const own = cases.filter((row) => teamOf(row) === team);
  const ids = new Set(own.map(({ drawn }) => drawn.caseId));
  return { cases: own, reviews: reviews.filter(({ caseId }) => ids.has(caseId)) };
}

/** The same source with the cases of its team only, their reviews, and the actions of these cases and of practice. */
export function ofTeam(source: ReportSource): ReportSource {
  const own = casesOfTeam(source);
  const ids = new Set(own.cases.map(({ drawn }) => drawn.caseId));
  const isOwn = (caseId: string | null) => source.team === null || caseId === null || ids.has(caseId);
  return { ...source, ...own, actions: source.actions.filter(({ caseId }) => isOwn(caseId)) };
}
