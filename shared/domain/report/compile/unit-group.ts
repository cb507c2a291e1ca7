import { normaliseText } from '../../population/normalise-text.ts';
import type { CaseGroup, StratumPlace } from './case-group.ts';
import { type CompileRound, figureUnit, figureUnits } from './compile-round.ts';

/**
 * The cases of one unit. A round of one unit is whole strata. Of a round that was drawn for several and shared out, the
 * unit is a domain: how many cases of the frame are the unit's is not known; except where the draw was divided by team and
 * a whole stratum, which has the unit's name, was sent to it.
 */
export function unitGroup(name: string): CaseGroup {
  const known = new WeakMap<CompileRound, Sharing>();
  const sharingOf = (round: CompileRound): Sharing => {
    const sharing = known.get(round) ?? sharingIn(round);
    known.set(round, sharing);
    return sharing;
  };
  return {
    holds: ({ caseId }, round) => figureUnit(round, caseId) === name,
    stratum: (round, place) => {
      const { units, byStratum } = sharingOf(round);
      if (units.size === 1) return units.has(name) ? 'whole' : 'none';
      const part = round.record.plan.parts[place.partIndex];
      const sentTo = byStratum.get(keyOf(place));
      const [only] = sentTo ?? [];
      const isOne = part?.kind === 'random' && part.stratifyBy === 'team' && sentTo?.size === 1;
      if (!isOne || only === undefined || normaliseText(only) !== place.name) return 'mixed';
      return only === name ? 'whole' : 'none';
    },
  };
}

/** Which units the standing cases of a round are of: of all of it, and of each stratum. */
interface Sharing {
  readonly units: ReadonlySet<string>;
  readonly byStratum: ReadonlyMap<string, ReadonlySet<string>>;
}

function sharingIn(round: CompileRound): Sharing {
  const byStratum = new Map<string, Set<string>>();
  for (const { caseId, partIndex, stratum, replacedBy } of round.table.cases) {
    if (replacedBy !== null) continue;
    const key = keyOf({ partIndex, name: stratum });
    byStratum.set(key, (byStratum.get(key) ?? new Set()).add(figureUnit(round, caseId)));
  }
  return { units: figureUnits(round), byStratum };
}

function keyOf({ partIndex, name }: StratumPlace): string {
  return `${partIndex} ${name}`;
}
