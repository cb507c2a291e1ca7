import type { DrawnCase } from '../../sampling/draw-record.ts';
import { isCensus } from '../../sampling/plan.ts';
import type { SamplePart } from '../figures.ts';
import { isWholeFrame, samplePartOf } from '../sample-part.ts';
import type { CompileRound } from './compile-round.ts';

/** Which part of the reports a case of each round belongs to, where the rounds stand together. */
export interface SetParts {
  partOf(round: CompileRound, place: Pick<DrawnCase, 'part' | 'partIndex'>): SamplePart;
  /** True where no case of the set was left to chance. */
  readonly wholeFrame: boolean;
}

/** The same rule as for one plan, over all of them: a census stands apart where anything of the set is a sample. */
export function setParts(rounds: readonly CompileRound[]): SetParts {
  const all = rounds.flatMap(({ record }) => record.plan.parts);
  const sampled = all.find((part) => part.kind === 'random' && !isCensus(part));
  const apart = sampled === undefined ? [] : [sampled];
  // The part that is added stands last, so that every place keeps its index.
  const partsOf = new Map(
    rounds.map((round) => {
      const { parts } = round.record.plan;
      const partOf = samplePartOf({ parts: [...parts, ...apart] });
      const known = (part: DrawnCase['part']) => parts.map((_, partIndex) => partOf({ part, partIndex }));
      return [round, { random: known('random'), targeted: known('targeted') }];
    }),
  );
  return {
    partOf: (round, { part, partIndex }) => partsOf.get(round)?.[part][partIndex] ?? part,
    wholeFrame: isWholeFrame({ parts: all }),
  };
}
