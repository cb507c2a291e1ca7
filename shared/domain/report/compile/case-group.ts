import { notStated } from '../../../words/population.ts';
import { normaliseText } from '../../population/normalise-text.ts';
import type { DrawnStratum } from '../../sampling/draw-record.ts';
import type { TableCase } from './answer-table.ts';
import { type CompileRound, figureUnit } from './compile-round.ts';

/** What the figures are shown by. */
export type GroupedBy = 'all' | 'unit' | 'team' | 'measure';

/**
 * Which cases a figure is about. `stratum`: `whole` where every case of the frame's stratum is in the group, `none` where
 * none is, `mixed` where that is known of the drawn cases only: then the group is a domain.
 */
export interface CaseGroup {
  holds(row: TableCase, round: CompileRound): boolean;
  stratum(round: CompileRound, stratum: StratumPlace): 'whole' | 'none' | 'mixed';
}

export type StratumPlace = Pick<DrawnStratum, 'partIndex' | 'name'>;

export const everyCase: CaseGroup = { holds: () => true, stratum: () => 'whole' };

/**
 * The cases of one team or one measure. Where a part is drawn by team, or by case type, the name of a stratum tells
 * whether its cases are of the group; cases without a case type are grouped by what else the export says of them.
 */
export function groupOf(by: 'team' | 'measure', name: string): CaseGroup {
  const stratifier = by === 'team' ? 'team' : 'caseType';
  const own = by === 'team' ? normaliseText(name) || notStated : normaliseText(name);
  return {
    holds: (row) => row[by] === name,
    stratum: ({ record }, { partIndex, name: stratum }) => {
      const part = record.plan.parts[partIndex];
      if (part?.kind !== 'random' || part.stratifyBy !== stratifier) return 'mixed';
      if (by === 'measure' && stratum === notStated) return 'mixed';
      return stratum === own ? 'whole' : 'none';
    },
  };
}

/** The groups with their standing cases, in the order of the Danish alphabet; those that say nothing ('') last. */
export function groupsOf(
  rounds: readonly CompileRound[],
  by: GroupedBy,
): readonly { readonly name: string; readonly cases: number }[] {
  if (by === 'all') return [];
  const counts = new Map<string, number>();
  for (const round of rounds) {
    for (const row of round.table.cases) {
      const name = by === 'unit' ? figureUnit(round, row.caseId) : row[by];
      if (row.replacedBy === null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, cases]) => ({ name, cases }))
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name, 'da'));
}
