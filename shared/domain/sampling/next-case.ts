import type { CaseRecord } from '../population/case.ts';
import type { DrawnCase, DrawRecord, DrawnStratum } from './draw-record.ts';
import { drawnCase, rankStratum } from './draw-sample.ts';
import type { Frame } from './frame.ts';

export type Place = Pick<DrawnStratum, 'part' | 'partIndex' | 'name'>;

/** A case that comes into a sample after the draw, with its data. */
export interface NextCase {
  readonly drawn: DrawnCase;
  readonly case: CaseRecord;
}

/**
 * The case that comes in next in a stratum; null when none is left. Random: the next rank, whether or not a targeted
 * part holds it, passing over what was replaced. Targeted: the next case that is nowhere in the sample.
 */
export function nextCase(record: DrawRecord, frame: Frame, place: Place): NextCase | null {
  const last = Math.max(0, ...record.cases.filter((drawn) => isIn(place, drawn)).map(({ rank }) => rank));
  if (place.part === 'targeted') {
    const [entry] = rankStratum(record.seed, frame, place, new Set(record.cases.map(({ caseId }) => caseId)));
    return entry === undefined ? null : { drawn: drawnCase(place, entry, last + 1), case: entry.record };
  }
  const replaced = new Set(record.replaced.map(({ caseId }) => caseId));
  const ranked = rankStratum(record.seed, frame, place, new Set());
  const index = ranked.findIndex(({ id }, position) => position >= last && !replaced.has(id));
  const entry = ranked[index];
  return entry === undefined ? null : { drawn: drawnCase(place, entry, index + 1), case: entry.record };
}

/** The record with a case put after the others of its stratum; a targeted part that held it loses it. */
export function takeIn(record: DrawRecord, drawn: DrawnCase): DrawRecord {
  const moved = record.cases.find(({ caseId }) => caseId === drawn.caseId);
  const rest = record.cases.filter((other) => other !== moved);
  const last = rest.findLastIndex((other) => isIn({ ...drawn, name: drawn.stratum }, other));
  const at = last === -1 ? placeOfStratum(record, rest, drawn) : last + 1;
  const losesOne = (stratum: DrawnStratum): boolean => moved !== undefined && isIn(stratum, moved);
  return {
    ...record,
    cases: rest.toSpliced(at, 0, drawn),
    strata: record.strata.map((s) => (losesOne(s) ? { ...s, drawn: s.drawn - 1 } : s)),
  };
}

/** Where a stratum without cases begins: before the cases of the strata that follow it in the record. */
function placeOfStratum({ strata }: DrawRecord, cases: readonly DrawnCase[], drawn: DrawnCase): number {
  const own = strata.findIndex((stratum) => isIn(stratum, drawn));
  const later = strata.slice(own + 1);
  const next = cases.findIndex((other) => later.some((stratum) => isIn(stratum, other)));
  return next === -1 ? cases.length : next;
}

export function isIn({ partIndex, name }: Pick<Place, 'partIndex' | 'name'>, drawn: DrawnCase): boolean {
  return drawn.partIndex === partIndex && drawn.stratum === name;
}
