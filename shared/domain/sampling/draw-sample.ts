import type { CaseRecord } from '../population/case.ts';
import { compareCodePoints } from '../population/normalise-text.ts';
import { allocate } from './allocate.ts';
import { quotaOf, readSeed } from './check-plan.ts';
import type { DrawnCase, DrawnStratum } from './draw-record.ts';
import {
  buildFrame,
  type Frame,
  type FrameEntry,
  type FrameRequest,
  type FrameStratum,
  type PartFrame,
} from './frame.ts';
import type { TargetedPart } from './plan.ts';
import { SamplingFailure } from './sampling-failure.ts';
import { ticketsOf } from './ticket.ts';

/** A unit in the order of the draw. */
export interface RankedEntry extends FrameEntry {
  readonly ticket: string;
}

/** The drawn cases with what repeats and explains them; `records` holds the data of each drawn case. */
export interface Draw {
  readonly seed: string;
  readonly frame: Frame;
  readonly strata: readonly DrawnStratum[];
  readonly cases: readonly DrawnCase[];
  readonly records: ReadonlyMap<string, CaseRecord>;
}

export interface DrawRequest extends FrameRequest {
  readonly seed: string;
  /** The strata of an earlier, smaller draw with the same seed and frame: no case of it is given back. */
  readonly kept?: readonly DrawnStratum[];
}

/**
 * The draw, method LT1. Within each stratum units are ranked by ticket and the first n_h are the sample; the following
 * ranks are the spares. Random parts are drawn first; then targeted parts, in the order of the plan, by days over the
 * limit (most first), ties by ticket, leaving out what is drawn already; a targeted part takes what there is when fewer
 * match. Random parts stand first in the result, strata in code-point order. The same for every order of `cases`.
 * Throws SamplingFailure as `buildFrame` does, and `seed-blank`, `sample-larger-than-frame`, `frame-empty` (nothing
 * drawn at all).
 */
export function drawSample(request: DrawRequest): Draw {
  const seed = readSeed(request.seed);
  const frame = buildFrame(request);
  const strata = planDraw(frame, request.kept);
  const cases: DrawnCase[] = [];
  const records = new Map<string, CaseRecord>();
  for (const stratum of strata) {
    const ranked = rankStratum(seed, frame, stratum, new Set(records.keys())).slice(0, stratum.drawn);
    for (const [index, entry] of ranked.entries()) {
      cases.push(drawnCase(stratum, entry, index + 1));
      records.set(entry.id, entry.record);
    }
  }
  if (cases.length === 0) throw new SamplingFailure('frame-empty', 'no case matches any part of the plan');
  return { seed, frame, strata: strata.map((stratum) => countDrawn(stratum, cases)), cases, records };
}

/**
 * How many cases each stratum gives, which does not depend on the seed. For a targeted part: at most so many, since
 * what a random part happens to draw is left out. Throws SamplingFailure `sample-larger-than-frame`, `plan-invalid`.
 */
export function planDraw(frame: Frame, kept: readonly DrawnStratum[] = []): readonly DrawnStratum[] {
  const random = frame.parts.filter(({ part }) => part.kind === 'random');
  const targeted = frame.parts.filter(({ part }) => part.kind === 'targeted');
  return [...random, ...targeted].flatMap((partFrame) => planPart(partFrame, kept));
}

/** The units of a drawn stratum in the order of the draw. `taken`: what a targeted part leaves out. */
export function rankStratum(
  seed: string,
  frame: Frame,
  { partIndex, name, part }: Pick<DrawnStratum, 'partIndex' | 'name' | 'part'>,
  taken: ReadonlySet<string>,
): readonly RankedEntry[] {
  const stratum = frame.parts[partIndex]?.strata.find((candidate) => candidate.name === name);
  const ranked = rankByTicket(seed, name, stratum?.entries ?? []);
  if (part === 'random') return ranked;
  return ranked
    .filter(({ id }) => !taken.has(id))
    .toSorted((a, b) => (b.exceededBy ?? 0) - (a.exceededBy ?? 0) || compareTickets(a, b));
}

/** One line of the sample. */
export function drawnCase(
  { part, partIndex, name }: Pick<DrawnStratum, 'partIndex' | 'name' | 'part'>,
  { id, ticket, exceededBy }: RankedEntry,
  rank: number,
): DrawnCase {
  const drawn = { part, partIndex, stratum: name, rank, caseId: id, ticket };
  return exceededBy === undefined ? drawn : { ...drawn, exceededBy };
}

function rankByTicket(seed: string, stratum: string, entries: readonly FrameEntry[]): readonly RankedEntry[] {
  const ticketOf = ticketsOf(seed, stratum);
  return entries.map((entry) => ({ ...entry, ticket: ticketOf(entry.id) })).sort(compareTickets);
}

/** Tickets are lower-case hex, so string order is numeric order; equal tickets by case number. */
function compareTickets(a: RankedEntry, b: RankedEntry): number {
  if (a.ticket === b.ticket) return compareCodePoints(a.id, b.id);
  return a.ticket < b.ticket ? -1 : 1;
}

function planPart(frame: PartFrame, kept: readonly DrawnStratum[]): readonly DrawnStratum[] {
  const { part, partIndex, strata } = frame;
  const sizes = strata.map(({ name, entries }) => ({ name, size: entries.length }));
  const counts = part.kind === 'random' ? randomCounts(frame, kept) : [targetedCount(part, strata)];
  return sizes.map(({ name, size }, index) => ({ part: part.kind, partIndex, name, size, drawn: counts[index] ?? 0 }));
}

function randomCounts(frame: PartFrame, kept: readonly DrawnStratum[]): readonly number[] {
  const { part, partIndex, strata, size } = frame;
  if (part.kind !== 'random') return [];
  const quota = quotaOf(part, partIndex);
  if (quota.kind !== 'perStratum' && quota.size > size) {
    const message = `part ${partIndex + 1} wants ${quota.size} cases of ${size}`;
    throw new SamplingFailure('sample-larger-than-frame', message, { part: partIndex + 1, wanted: quota.size, size });
  }
  const sizes = strata.map(({ name, entries }) => ({ name, size: entries.length }));
  const before = kept.filter((stratum) => stratum.partIndex === partIndex);
  return allocate(
    sizes,
    quota,
    sizes.map(({ name }) => before.find((stratum) => stratum.name === name)?.drawn ?? 0),
  );
}

function targetedCount({ size }: TargetedPart, strata: readonly FrameStratum[]): number {
  return Math.min(size, strata[0]?.entries.length ?? 0);
}

function countDrawn(stratum: DrawnStratum, cases: readonly DrawnCase[]): DrawnStratum {
  const { partIndex, name } = stratum;
  return { ...stratum, drawn: cases.filter((c) => c.partIndex === partIndex && c.stratum === name).length };
}
