import { isClosed } from '../../review/answer.ts';
import type { Coverage, Figures, SamplePart } from '../figures.ts';
import { isAnswered } from './answer-table.ts';
import type { CompileRound } from './compile-round.ts';
import { setParts, type SetParts } from './set-parts.ts';

/** `census` only where such a part stands beside a random one in the set. */
export type UnitCoverage = Figures['coverage'] & { readonly unit: string };

/** How much of what each unit drew is read; units in the order of their first round. */
export function unitCoverage(rounds: readonly CompileRound[]): readonly UnitCoverage[] {
  const sets = setParts(rounds);
  return [...Map.groupBy(rounds, ({ unit }) => unit)].map(([unit, own]) => {
    return { unit, ...coverageIn(own, sets) };
  });
}

/** Of the rounds together. */
export function coverageOf(rounds: readonly CompileRound[]): Figures['coverage'] {
  return coverageIn(rounds, setParts(rounds));
}

function coverageIn(rounds: readonly CompileRound[], sets: SetParts): Figures['coverage'] {
  const census = partCoverage(rounds, sets, 'census');
  return {
    random: partCoverage(rounds, sets, 'random'),
    ...(census.drawn > 0 ? { census } : {}),
    targeted: partCoverage(rounds, sets, 'targeted'),
  };
}

function partCoverage(rounds: readonly CompileRound[], sets: SetParts, part: SamplePart): Coverage {
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
