import { isClosed } from '../../review/answer.ts';
import type { Coverage, Figures, SamplePart } from '../figures.ts';
import { isAnswered } from './answer-table.ts';
import { type CompileRound, unitOfCase } from './compile-round.ts';
import { setParts, type SetParts } from './set-parts.ts';

/** `census` only where such a part stands beside a random one in the set. */
export type UnitCoverage = Figures['coverage'] & { readonly unit: string };

/**
 * How much of what each unit drew, or was sent of a round that was drawn for several, is read; units in the order of their
 * first case. The frame of a unit that was sent cases is that of the stratum with its name; other strata are the round's own.
 */
export function unitCoverage(rounds: readonly CompileRound[]): readonly UnitCoverage[] {
  const sets = setParts(rounds);
  const units = new Map<string, Sums>();
  const sumsOf = (unit: string): Sums => {
    const sums = units.get(unit) ?? noSums();
    units.set(unit, sums);
    return sums;
  };
  for (const round of rounds) {
    const sentTo = new Set(round.sentTo?.values());
    round.table.cases.forEach((row, at) => {
      addCase(sumsOf(unitOfCase(round, row.caseId))[sets.partOf(round, row)], round.table, at);
    });
    for (const stratum of round.record.strata) {
      const unit = sentTo.has(stratum.name) ? stratum.name : round.unit;
      const sums = units.get(unit);
      if (sums !== undefined) sums[sets.partOf(round, stratum)].frame += stratum.size;
    }
  }
  return [...units].map(([unit, sums]) => ({ unit, ...shownSums(sums) }));
}

/** Of the rounds together. */
export function coverageOf(rounds: readonly CompileRound[]): Figures['coverage'] {
  return coverageIn(rounds, setParts(rounds));
}

function coverageIn(rounds: readonly CompileRound[], sets: SetParts): Figures['coverage'] {
  const sums = noSums();
  for (const round of rounds) {
    round.table.cases.forEach((row, at) => addCase(sums[sets.partOf(round, row)], round.table, at));
    for (const stratum of round.record.strata) sums[sets.partOf(round, stratum)].frame += stratum.size;
  }
  return shownSums(sums);
}

type Sums = Readonly<Record<SamplePart, Sum>>;

function noSums(): Sums {
  return { random: nothing(), census: nothing(), targeted: nothing() };
}

function shownSums({ random, census, targeted }: Sums): Figures['coverage'] {
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
