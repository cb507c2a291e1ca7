import type { CaseRecord } from '../population/case.ts';
import type { DrawnCase, DrawRecord, DrawnStratum, Replacement } from './draw-record.ts';
import { drawnCase, type RankedEntry, rankStratum } from './draw-sample.ts';
import type { Frame } from './frame.ts';
import { SamplingFailure } from './sampling-failure.ts';

/** A record with one case replaced, and the case that came in. */
export interface ReplacedCase {
  readonly record: DrawRecord;
  readonly drawn: DrawnCase;
  readonly case: CaseRecord;
}

/**
 * Replaces a case by the next rank of its stratum. The replaced case stays in the record and keeps its rank; every
 * other case stays as it is. Two rules keep the random part random: its next rank comes in whether or not a targeted
 * part holds that case already (the case then counts as random and leaves the targeted part, as in the draw itself),
 * and a case that was replaced itself never comes back. A targeted part takes its next case that is nowhere in the
 * sample. `frame` is the frame of the draw, rebuilt. Throws SamplingFailure `case-not-in-round` (not drawn, or replaced
 * already) or `no-replacement-left`.
 */
export function replaceCase(
  record: DrawRecord,
  frame: Frame,
  { caseId, reason, at }: Omit<Replacement, 'replacedBy'>,
): ReplacedCase {
  const out = record.cases.find((drawn) => drawn.caseId === caseId);
  if (out === undefined || record.replaced.some((replaced) => replaced.caseId === caseId)) {
    throw new SamplingFailure('case-not-in-round', `case ${caseId} is not in the sample`);
  }
  const stratum = { part: out.part, partIndex: out.partIndex, name: out.stratum };
  const next = out.part === 'random' ? nextRandom(record, frame, stratum) : nextTargeted(record, frame, stratum);
  if (next === null) {
    throw new SamplingFailure('no-replacement-left', 'no case is left in the stratum', { stratum: out.stratum });
  }
  const drawn = drawnCase(stratum, next.entry, next.rank);
  return {
    record: withReplacement(record, drawn, { caseId, replacedBy: drawn.caseId, reason, at }),
    drawn,
    case: next.entry.record,
  };
}

interface Next {
  readonly entry: RankedEntry;
  readonly rank: number;
}

type Place = Pick<DrawnStratum, 'part' | 'partIndex' | 'name'>;

function nextRandom(record: DrawRecord, frame: Frame, place: Place): Next | null {
  const ranked = rankStratum(record.seed, frame, place, new Set());
  const replaced = new Set(record.replaced.map(({ caseId }) => caseId));
  const last = lastRank(record, place);
  const index = ranked.findIndex(({ id }, position) => position >= last && !replaced.has(id));
  const entry = ranked[index];
  return entry === undefined ? null : { entry, rank: index + 1 };
}

function nextTargeted(record: DrawRecord, frame: Frame, place: Place): Next | null {
  const taken = new Set(record.cases.map(({ caseId }) => caseId));
  const [entry] = rankStratum(record.seed, frame, place, taken);
  return entry === undefined ? null : { entry, rank: lastRank(record, place) + 1 };
}

function lastRank(record: DrawRecord, place: Place): number {
  return Math.max(0, ...record.cases.filter((drawn) => isIn(place, drawn)).map(({ rank }) => rank));
}

function withReplacement(record: DrawRecord, drawn: DrawnCase, replacement: Replacement): DrawRecord {
  const moved = record.cases.find(({ caseId }) => caseId === drawn.caseId);
  const rest = record.cases.filter((other) => other !== moved);
  const before = rest.findLastIndex((other) => isIn({ ...drawn, name: drawn.stratum }, other));
  const losesOne = (stratum: DrawnStratum): boolean => moved !== undefined && isIn(stratum, moved);
  return {
    ...record,
    cases: rest.toSpliced(before + 1, 0, drawn),
    strata: record.strata.map((s) => (losesOne(s) ? { ...s, drawn: s.drawn - 1 } : s)),
    replaced: [...record.replaced, replacement],
  };
}

function isIn({ partIndex, name }: Place, drawn: DrawnCase): boolean {
  return drawn.partIndex === partIndex && drawn.stratum === name;
}
