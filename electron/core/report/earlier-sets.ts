import { everyCase } from '#shared/domain/report/compile/case-group.ts';
import { commonTemplate } from '#shared/domain/report/compile/common-template.ts';
import { compileFigures } from '#shared/domain/report/compile/compile-figures.ts';
import { coverageOf } from '#shared/domain/report/compile/coverage.ts';
import { roundsBefore } from '#shared/domain/report/compile/rounds-before.ts';
import { setTitle } from '#shared/domain/report/compile/set-of-rounds.ts';
import { figureUnits, inTime } from '#shared/domain/report/compile/compile-round.ts';
import type { EarlierRound } from '#shared/domain/report/source.ts';

import type { Tables } from '../store/tables.ts';
import type { KnownRound, KnownRounds } from './answer-table.ts';
import { countsHere } from './set-of-rounds.ts';

/**
 * What the same units drew before a set of rounds, step by step back, oldest first: in each step one round of every
 * unit. A step that lacks one of the units, or whose checklists are not editions of one, ends it: it would compare
 * other units.
 */
export function earlierSets(tables: Tables, known: KnownRounds, roundIds: readonly string[]): readonly EarlierRound[] {
  const all = tables.answerTables
    .roundIds()
    .filter((roundId) => countsHere(tables, roundId))
    .map((roundId) => known.outline(tables, roundId));
  const steps: EarlierRound[] = [];
  let set: readonly KnownRound[] = roundIds.map((roundId) => known.round(tables, roundId));
  for (;;) {
    const units = new Set(set.map(({ unit }) => unit));
    const before = [...roundsBefore(set, all).values()]
      .toSorted(inTime)
      .map(({ roundId }) => known.round(tables, roundId));
    const step = before.length < units.size ? null : earlierRoundOf(tables, known, before);
    if (step === null) return steps.toReversed();
    steps.push(step);
    set = before;
  }
}

function earlierRoundOf(tables: Tables, known: KnownRounds, rounds: readonly KnownRound[]): EarlierRound | null {
  const common = commonTemplate(rounds);
  const last = rounds.at(-1);
  if (common === null || last === undefined) return null;
  const { template } = common;
  const figures = compileFigures(rounds, template, everyCase, (by, round) => known.areaCodes(tables, by, round));
  const ids = new Set(rounds.map(({ roundId }) => roundId));
  return {
    roundId: [...ids].join(' '),
    name: setTitle(rounds.map((round) => ({ ...round, units: figureUnits(round) }))),
    asOf: last.asOf,
    template,
    figures: { ...figures, coverage: coverageOf(rounds) },
    actions: tables.actions.list().filter(({ roundId }) => ids.has(roundId)),
    plan: { ...last.record.plan, parts: rounds.flatMap(({ record }) => record.plan.parts) },
  };
}
