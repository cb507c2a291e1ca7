import { columnWords as names } from '../../../words/administrative-report.ts';
import { sinceLastWords as words } from '../../../words/administrative-sheets.ts';
import { noChangeWords } from '../../../words/trend.ts';
import { column, type Column } from '../sheet-parts.ts';
import { developmentOf } from '../trend/change.ts';
import type { Trend } from '../trend/trend.ts';
import { verdictText } from '../trend/trend-columns.ts';

/** A sentence to each area and item, by its id. */
export interface SinceLast {
  readonly texts: ReadonlyMap<string, string>;
}

/** What can be said of a change since the nearest earlier round that can be compared, with the counts of that round. */
export function sinceLast(trends: readonly Trend[]): SinceLast {
  return {
    texts: new Map(
      trends.map((trend) => {
        const { previous, missing } = developmentOf(trend);
        const text =
          previous === null
            ? noChangeWords[missing ?? 'first-round']
            : words.against(verdictText(previous), previous.before.met, previous.before.n, previous.before.round);
        return [keyOf(trend), text];
      }),
    ),
  };
}

/** A column with the change, where there is a round to compare with. */
export function sinceColumns<R>(
  { texts }: SinceLast,
  kind: Trend['kind'],
  idOf: (row: R) => string,
): readonly Column<R>[] {
  if (texts.size === 0) return [];
  return [column(names.since, 24, (row) => texts.get(keyOf({ kind, id: idOf(row) })) ?? null)];
}

/** An item may have the id of an area. */
function keyOf({ kind, id }: Pick<Trend, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
