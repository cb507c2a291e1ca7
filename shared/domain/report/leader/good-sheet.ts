import { leaderColumns as names, leaderTableWords, leaderWords, noGoodLine } from '../../../words/leader-report.ts';
import { column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import { type Starred, starredIn } from './team-facts.ts';

/** What the readers starred in the team's cases. */
export function goodSheet(source: ReportSource): DescribedSheet {
  const areas = new Map(source.template.areas.map(({ id, name }) => [id, name]));
  return describedTable<Starred>({
    name: leaderWords.sheets.good,
    ...leaderTableWords.good,
    columns: [
      column(names.worked, 48, ({ line }) => line || noGoodLine),
      column(names.question, 44, ({ item }) => item.question),
      column(names.area, 26, ({ item }) => areas.get(item.area) ?? item.area),
      column(names.caseId, 18, ({ caseId }) => caseId),
    ],
    rows: starredIn(source),
    example: source.round.example,
  });
}
