import { allocate, type Quota } from './allocate.ts';
import { quotaOf } from './check-plan.ts';
import type { DrawnStratum, DrawRecord, Enlargement } from './draw-record.ts';
import { refuseTooMuch } from './draw-sample.ts';
import type { Frame, PartFrame } from './frame.ts';
import { isIn, type NextCase, nextCase, takeIn } from './next-case.ts';
import { SamplingFailure } from './sampling-failure.ts';

/** A record with more cases, and the cases that came in. */
export interface EnlargedSample {
  readonly record: DrawRecord;
  readonly added: readonly NextCase[];
}

/**
 * Makes one part of a sample larger: `size` is the part's new size, or the new number per stratum. Every case of the
 * sample stays; each stratum takes its next ranks, by the plan's own allocation, and never gives a case back. A case
 * that was replaced stays out and is counted neither as held nor as there to be drawn. A random part takes its next rank
 * from a targeted part that holds it, as in the draw itself. A targeted part takes what there is. `frame` is the frame
 * of the draw, rebuilt. Throws SamplingFailure `plan-invalid` (no such part, a part that takes everything, or a size
 * that is not larger) or `sample-larger-than-frame`.
 */
export function enlargeSample(
  record: DrawRecord,
  frame: Frame,
  { partIndex, size, reason, at }: Pick<Enlargement, 'partIndex' | 'size' | 'reason' | 'at'>,
): EnlargedSample {
  const part = frame.parts[partIndex];
  if (part === undefined) throw invalid('no such part', partIndex);
  const strata = record.strata.filter((stratum) => stratum.partIndex === partIndex);
  const wanted = part.part.kind === 'random' ? randomSizes(record, part, strata, size) : [size];
  const more = strata.map(({ drawn }, index) => (wanted[index] ?? 0) - drawn);
  if (more.every((count) => count <= 0)) throw invalid('not larger than the sample', partIndex);
  const added: NextCase[] = [];
  let grown = record;
  for (const [index, stratum] of strata.entries()) {
    for (let count = 0; count < (more[index] ?? 0); count += 1) {
      const next = nextCase(grown, frame, stratum);
      if (next === null) break;
      grown = addOne(grown, next);
      added.push(next);
    }
  }
  if (added.length === 0) throw tooLarge(partIndex, size, part.size);
  const step = { partIndex, size, added: added.length, afterReplacements: record.replaced.length, reason, at };
  return { record: { ...grown, enlargements: [...(record.enlargements ?? []), step] }, added };
}

function addOne(record: DrawRecord, { drawn }: NextCase): DrawRecord {
  const after = takeIn(record, drawn);
  return { ...after, strata: after.strata.map((s) => (isIn(s, drawn) ? { ...s, drawn: s.drawn + 1 } : s)) };
}

/** How many cases each stratum shall have, at least what it has; what was replaced cannot be drawn again. */
function randomSizes(
  record: DrawRecord,
  { part, partIndex, strata: frames, size: all }: PartFrame,
  strata: readonly DrawnStratum[],
  size: number,
): readonly number[] {
  if (part.kind !== 'random') return [];
  const quota = largerQuota(quotaOf(part, partIndex), size, partIndex);
  const replaced = new Set(record.replaced.map(({ caseId }) => caseId));
  const sizes = frames.map(({ name, entries }) => ({
    name,
    size: replaced.size === 0 ? entries.length : entries.filter(({ id }) => !replaced.has(id)).length,
  }));
  const left = sizes.reduce((sum, stratum) => sum + stratum.size, 0);
  if (quota.kind !== 'perStratum' && left < size) throw tooLarge(partIndex, size, Math.min(left, all));
  refuseTooMuch(quota, sizes, partIndex, left);
  const kept = sizes.map(({ name }) => strata.find((stratum) => stratum.name === name)?.drawn ?? 0);
  return allocate(sizes, quota, kept);
}

function largerQuota(quota: Quota, size: number, partIndex: number): Quota {
  if (quota.kind === 'everything') throw invalid('everything is in the sample already', partIndex);
  return quota.kind === 'perStratum' ? { ...quota, perStratum: size } : { ...quota, size };
}

function tooLarge(partIndex: number, wanted: number, size: number): SamplingFailure {
  const part = partIndex + 1;
  return new SamplingFailure('sample-larger-than-frame', `part ${part} wants ${wanted} cases of ${size}`, {
    part,
    wanted,
    size,
  });
}

function invalid(problem: string, partIndex: number): SamplingFailure {
  const part = partIndex + 1;
  return new SamplingFailure('plan-invalid', `part ${part} cannot be enlarged: ${problem}`, { part, problem });
}
