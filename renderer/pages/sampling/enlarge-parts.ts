import type { DrawnStratum, DrawRecord } from '#shared/domain/sampling/draw-record.ts';
import { isCensus } from '#shared/domain/sampling/plan.ts';

/** A part of a draw that may be made larger. */
export interface EnlargeablePart {
  readonly partIndex: number;
  /** True where the size is a number per stratum. */
  readonly each: boolean;
  /** Its size now, or its number per stratum. */
  readonly size: number;
  readonly drawn: number;
  /** Cases of its frame. */
  readonly frame: number;
  /** True where the frame is one random whole, so that the exact interval speaks about it. */
  readonly simple: boolean;
}

/** The parts that may be made larger: all but those that took every case of their frame. */
export function partsToEnlarge(record: DrawRecord): readonly EnlargeablePart[] {
  return record.plan.parts.flatMap((part, partIndex) => {
    const strata = strataOf(record, partIndex);
    const drawn = sum(strata.map((stratum) => stratum.drawn));
    const frame = sum(strata.map((stratum) => stratum.size));
    if (isCensus(part) || drawn >= frame) {
      return [];
    }
    const each = part.kind === 'random' && part.allocation === 'perStratum';
    const latest = record.enlargements?.findLast((step) => step.partIndex === partIndex)?.size;
    const size = each ? (latest ?? part.perStratum ?? 0) : drawn;
    return [{ partIndex, each, size, drawn, frame, simple: part.kind === 'random' && strata.length === 1 }];
  });
}

/** How many cases the part will hold with a new size; a replaced case stays out and cannot be drawn again. */
export function drawnAfter(record: DrawRecord, { partIndex, each, frame }: EnlargeablePart, size: number): number {
  const gone = (stratum?: string): number =>
    record.cases.filter(
      (drawn) =>
        drawn.partIndex === partIndex &&
        (stratum === undefined || drawn.stratum === stratum) &&
        record.replaced.some(({ caseId }) => caseId === drawn.caseId),
    ).length;
  if (!each) {
    return Math.min(size, frame - gone());
  }
  return sum(strataOf(record, partIndex).map((one) => Math.max(one.drawn, Math.min(size, one.size - gone(one.name)))));
}

function strataOf({ strata }: DrawRecord, partIndex: number): readonly DrawnStratum[] {
  return strata.filter((stratum) => stratum.partIndex === partIndex);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
