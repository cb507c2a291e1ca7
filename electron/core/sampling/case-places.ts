import type { StratumPlaces } from '#shared/contract/sampling.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';
import type { PartFrame } from '#shared/domain/sampling/frame.ts';

import type { Population } from '../population/load-population.ts';
import { rebuildFrame } from './replace-sample-case.ts';

/**
 * Where the drawn cases stand among their stratum's cases in the order of case numbers, from 0: the dots of the
 * picture. Replaced cases are left out, the cases that came in stand in their own place.
 */
export function casePlaces(record: DrawRecord, population: Population): readonly StratumPlaces[] {
  const frame = rebuildFrame(record, population);
  const replaced = new Set(record.replaced.map(({ caseId }) => caseId));
  const standing = record.cases.filter(({ caseId }) => !replaced.has(caseId));
  return record.strata.map(({ partIndex, name }) => {
    const drawn = standing.filter((one) => one.partIndex === partIndex && one.stratum === name);
    return { partIndex, name, places: placesIn(frame.parts[partIndex], name, new Set(drawn.map((one) => one.caseId))) };
  });
}

function placesIn(part: PartFrame | undefined, name: string, drawn: ReadonlySet<string>): number[] {
  const entries = part?.strata.find((stratum) => stratum.name === name)?.entries ?? [];
  const ids = entries.map(({ id }) => id).toSorted();
  return ids.flatMap((id, place) => (drawn.has(id) ? [place] : []));
}
