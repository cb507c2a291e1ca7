import { isClosed } from '../../review/answer.ts';
import type { Coverage, SamplePart } from '../figures.ts';
import { isAnswered } from './answer-table.ts';
import type { CompileRound } from './compile-round.ts';
import { setParts, type SetParts } from './set-parts.ts';

export interface UnitCoverage {
  readonly unit: string;
  readonly random: Coverage;
  /** Only where such a part stands beside a random one in the set. */
  readonly census?: Coverage;
  readonly targeted: Coverage;
}

/** How much of what each unit drew is read; units in the order of their first round. */
export function unitCoverage(rounds: readonly CompileRound[]): readonly UnitCoverage[] {
  const sets = setParts(rounds);
  return [...Map.groupBy(rounds, ({ unit }) => unit)].map(([unit, own]) => {
    const census = coverageOf(own, sets, 'census');
    return {
      unit,
      random: coverageOf(own, sets, 'random'),
      ...(census.drawn > 0 ? { census } : {}),
      targeted: coverageOf(own, sets, 'targeted'),
    };
  });
}

function coverageOf(rounds: readonly CompileRound[], sets: SetParts, part: SamplePart): Coverage {
  const sum = { drawn: 0, started: 0, closed: 0, replaced: 0, frame: 0 };
  for (const round of rounds) {
    for (const [at, row] of round.table.cases.entries()) {
      if (sets.partOf(round, row) !== part) continue;
      const isStanding = row.replacedBy === null;
      const hasClosed = isStanding && isClosed(row.state);
      sum.drawn += Number(isStanding);
      sum.replaced += Number(!isStanding);
      sum.closed += Number(hasClosed);
      sum.started += Number(hasClosed || (isStanding && isAnswered(round.table, at)));
    }
    for (const stratum of round.record.strata) sum.frame += sets.partOf(round, stratum) === part ? stratum.size : 0;
  }
  return sum;
}
