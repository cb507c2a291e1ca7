import { isClosed } from '../../review/answer.ts';
import type { Coverage, Figures } from '../figures.ts';
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
  const sums = { random: nothing(), census: nothing(), targeted: nothing() };
  for (const round of rounds) {
    round.table.cases.forEach((row, at) => addCase(sums[sets.partOf(round, row)], round.table, at));
    for (const stratum of round.record.strata) sums[sets.partOf(round, stratum)].frame += stratum.size;
  }
  const { random, census, targeted } = sums;
  return { random, ...(census.drawn > 0 ? { census } : {}), targeted };
}

type Sum = { -readonly [K in keyof Coverage]: Coverage[K] };

function nothing(): Sum {
  return { drawn: 0, started: 0, closed: 0, replaced: 0, frame: 0 };
}

function addCase(sum: Sum, table: CompileRound['table'], at: number): void {
  const row = table.cases[at];
  if (row === undefined) return;
  if (row.replacedBy !== null) {
    sum.replaced += 1;
    return;
  }
  const hasClosed = isClosed(row.state);
  sum.drawn += 1;
  sum.closed += Number(hasClosed);
  sum.started += Number(hasClosed || isAnswered(table, at));
}
