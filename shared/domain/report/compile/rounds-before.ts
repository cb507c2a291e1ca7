import { type CompileRound, inTime } from './compile-round.ts';

export type TimedRound = Pick<CompileRound, 'roundId' | 'unit' | 'asOf' | 'createdAt' | 'example'>;

/**
 * For each unit of the set, its last round before the first one that is in the set: of real cases for real cases,
 * examples for examples. A unit that drew nothing before has none.
 */
export function roundsBefore<R extends TimedRound>(
  set: readonly TimedRound[],
  all: readonly R[],
): ReadonlyMap<string, R> {
  const firsts = [...Map.groupBy(set, ({ unit }) => unit).values()].flatMap((rounds) =>
    rounds.toSorted(inTime).slice(0, 1),
  );
  return new Map(
    firsts.flatMap((first) => {
      const earlier = all.filter(
        (round) => round.unit === first.unit && round.example === first.example && inTime(round, first) < 0,
      );
      const last = earlier.toSorted(inTime).at(-1);
      return last === undefined ? [] : [[first.unit, last] as const];
    }),
  );
}
