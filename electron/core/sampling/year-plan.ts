import type { Input } from '#shared/contract/operations.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import type { YearPlan } from '#shared/contract/sampling.ts';
import { addMonths, type LocalDate, partsOf } from '#shared/domain/calendar/local-date.ts';
import { stratumOf } from '#shared/domain/population/strata.ts';
import { type EarlierCase, yearPlan, type YearGroup } from '#shared/domain/sampling/year-plan.ts';

import type { Population } from '../population/load-population.ts';
import type { RoundRow, Tables } from '../store/tables.ts';

/**
 * The year's quotas against what was drawn: earlier rounds of the year, of the same kind (example or real) as the
 * import. Without a month: the next one.
 */
export function planYear(
  tables: Tables,
  { cases }: Population,
  { importId, by, perYear, month }: Input<'sampling.yearPlan'>,
  today: LocalDate,
): YearPlan {
  const next = month ?? addMonths(today, 1).slice(0, 7);
  const [year = '', ofYear = ''] = next.split('-');
  const example = tables.imports.get(importId)?.summary.example ?? false;
  const rounds = tables.rounds
    .list()
    .filter((round) => round.example === example && drawnIn(round, year) && !isSecondReading(tables, round));
  const earlier = rounds.flatMap((round) => casesOf(tables, round, by));
  const request = { by, perYear, month: Number(ofYear), groups: groupsOf(cases, by), earlier };
  return { month: next, ...yearPlan(request) };
}

/** Its cases were covered by the one who read them first. */
function isSecondReading(tables: Tables, { id }: RoundRow): boolean {
  return tables.origins.get(id)?.role === 'second-reading';
}

function drawnIn({ record }: RoundRow, year: string): boolean {
  return record.drawnAt.startsWith(`${year}-`);
}

function casesOf(tables: Tables, { id, record }: RoundRow, by: 'team' | 'caseworker'): readonly EarlierCase[] {
  const closed = new Set(
    tables.reviews.standings(id).flatMap(({ caseId, state }) => (isClosed(state) ? [caseId] : [])),
  );
  const { month } = partsOf(record.drawnAt.slice(0, 10) as LocalDate);
  return tables.sample
    .list(id)
    .filter(({ replacedBy }) => replacedBy === null)
    .map(({ drawn, case: found }) => ({
      group: stratumOf(found, by),
      month,
      part: drawn.part,
      closed: closed.has(drawn.caseId),
    }));
}

function groupsOf(cases: Population['cases'], by: 'team' | 'caseworker'): readonly YearGroup[] {
  const counts = new Map<string, number>();
  for (const record of cases) counts.set(stratumOf(record, by), (counts.get(stratumOf(record, by)) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, cases: count }));
}
