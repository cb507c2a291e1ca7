import type { CaseRecord } from '../population/case.ts';
import { compareCodePoints } from '../population/normalise-text.ts';
import { allocate, leastSize, type Quota, type StratumSize } from './allocate.ts';
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
import { isSystematic, type TargetedPart } from './plan.ts';
import { SamplingFailure } from './sampling-failure.ts';
import { compareTargeted } from './targeted-part.ts';
import { systematicPlaces, systematicStart } from './systematic.ts';
import { drawMethod, type DrawMethod, systematicMethod, ticketsOf } from './ticket.ts';

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
}

/**
 * The draw, method LT1 (LT1-S for a part taken at an interval). Within each stratum units are ranked by ticket and the first n_h are the sample; the following
 * ranks are the spares. Random parts are drawn first; then targeted parts, in the order of the plan, by days over the
 * limit (most first) or as an own rule ranks, ties by ticket, leaving out what is drawn already; a targeted part takes what there is when fewer
 * match. Random parts stand first in the result, strata in code-point order. The same for every order of `cases`.
 * Throws SamplingFailure as `buildFrame` does, and `seed-blank`, `sample-larger-than-frame`, `frame-empty` (nothing
 * drawn at all).
 */
export function drawSample(request: DrawRequest): Draw {
  const seed = readSeed(request.seed);
  const frame = buildFrame(request);
  const strata = planDraw(frame);
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
export function planDraw(frame: Frame): readonly DrawnStratum[] {
  const random = frame.parts.filter(({ part }) => part.kind === 'random');
  const targeted = frame.parts.filter(({ part }) => part.kind === 'targeted');
  return [...random, ...targeted].flatMap(planPart);
}

/**
 * The units of a drawn stratum in the order of the draw. `taken`: what a targeted part leaves out. Of a systematic part
 * first the cases at the interval, down the list of case numbers; the rest, its spares, by ticket.
 */
export function rankStratum(
  seed: string,
  frame: Frame,
  { partIndex, name, part }: Pick<DrawnStratum, 'partIndex' | 'name' | 'part'>,
  taken: ReadonlySet<string>,
): readonly RankedEntry[] {
  const partFrame = frame.parts[partIndex];
  const entries = partFrame?.strata.find((candidate) => candidate.name === name)?.entries ?? [];
  if (partFrame !== undefined && isSystematic(partFrame.part)) {
    const first = planPart(partFrame).find((stratum) => stratum.name === name)?.drawn ?? 0;
    return rankSystematically(seed, name, entries, first);
  }
  const ranked = rankByTicket(seed, name, entries, drawMethod);
  if (part === 'random' || partFrame?.part.kind !== 'targeted') return ranked;
  const compare = compareTargeted(partFrame.part);
  return ranked.filter(({ id }) => !taken.has(id)).toSorted((a, b) => compare(a, b) || compareTickets(a, b));
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

function rankSystematically(
  seed: string,
  stratum: string,
  entries: readonly FrameEntry[],
  drawn: number,
): readonly RankedEntry[] {
  const byTicket = rankByTicket(seed, stratum, entries, systematicMethod);
  if (drawn === 0) return byTicket;
  const byNumber = byTicket.toSorted((a, b) => compareCodePoints(a.id, b.id));
  const start = systematicStart(seed, stratum, entries.length);
  const first = systematicPlaces(start, entries.length, drawn).flatMap((place) => byNumber[place] ?? []);
  const atInterval = new Set(first);
  return [...first, ...byTicket.filter((entry) => !atInterval.has(entry))];
}

function rankByTicket(
  seed: string,
  stratum: string,
  entries: readonly FrameEntry[],
  method: DrawMethod,
): readonly RankedEntry[] {
  const ticketOf = ticketsOf(seed, stratum, method);
  return entries.map((entry) => ({ ...entry, ticket: ticketOf(entry.id) })).sort(compareTickets);
}

/** Tickets are lower-case hex, so string order is numeric order; equal tickets by case number. */
function compareTickets(a: RankedEntry, b: RankedEntry): number {
  if (a.ticket === b.ticket) return compareCodePoints(a.id, b.id);
  return a.ticket < b.ticket ? -1 : 1;
}

function planPart(frame: PartFrame): readonly DrawnStratum[] {
  const { part, partIndex, strata } = frame;
  const sizes = strata.map(({ name, entries }) => ({ name, size: entries.length }));
  const counts = part.kind === 'random' ? randomCounts(frame) : [targetedCount(part, strata)];
  return sizes.map(({ name, size }, index) => {
    const stratum = { part: part.kind, partIndex, name, size, drawn: counts[index] ?? 0 };
    return isSystematic(part) ? { ...stratum, systematic: stratum.drawn } : stratum;
  });
}

function randomCounts(frame: PartFrame): readonly number[] {
  const { part, partIndex, strata, size } = frame;
  if (part.kind !== 'random') return [];
  const quota = quotaOf(part, partIndex);
  const sizes = strata.map(({ name, entries }) => ({ name, size: entries.length }));
  refuseTooMuch(quota, sizes, partIndex, size);
  return allocate(sizes, quota);
}

/** Throws SamplingFailure where a quota asks for more than the strata hold, or for less than its own minimum. */
export function refuseTooMuch(quota: Quota, strata: readonly StratumSize[], partIndex: number, size: number): void {
  if (quota.kind === 'perStratum' || quota.kind === 'everything') return;
  const part = partIndex + 1;
  if (quota.size > size) {
    const message = `part ${part} wants ${quota.size} cases of ${size}`;
    throw new SamplingFailure('sample-larger-than-frame', message, { part, wanted: quota.size, size });
  }
  const least = leastSize(strata, quota.minimum ?? 0);
  if (least > quota.size) {
    const problem = 'the minimum per stratum takes more than the size';
    const message = `part ${part} of the plan: ${problem}: ${least} of ${quota.size}`;
    throw new SamplingFailure('plan-invalid', message, { part, problem, least, size: quota.size });
  }
}

function targetedCount({ size }: TargetedPart, strata: readonly FrameStratum[]): number {
  return Math.min(size, strata[0]?.entries.length ?? 0);
}

function countDrawn(stratum: DrawnStratum, cases: readonly DrawnCase[]): DrawnStratum {
  const { partIndex, name } = stratum;
  return { ...stratum, drawn: cases.filter((c) => c.partIndex === partIndex && c.stratum === name).length };
}
