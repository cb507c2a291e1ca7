import { compareCodePoints, normaliseText } from '../population/normalise-text.ts';
import type { Quota } from './allocate.ts';
import type { RandomPart, SamplingPlan } from './plan.ts';
import { SamplingFailure } from './sampling-failure.ts';
import { checkTargetedPart } from './targeted-part.ts';

/** A case number held out of the draw, with the reason in words. */
export interface HeldOut {
  readonly caseId: string;
  readonly reason: string;
}

/** Throws SamplingFailure `plan-invalid` where a part lacks its number, or `unknown-rule`. */
export function checkPlan(plan: SamplingPlan): void {
  for (const [partIndex, part] of plan.parts.entries()) {
    if (part.kind === 'targeted') checkTargetedPart(part, partIndex);
    else quotaOf(part, partIndex);
  }
}

/** What a random part asks for. Throws SamplingFailure `plan-invalid`. */
export function quotaOf(part: RandomPart, partIndex: number): Quota {
  const { allocation, size, perStratum, minimum, stratifyBy } = part;
  if (allocation === 'everything' && part.selection === 'systematic') {
    throw invalid('everything cannot be drawn at an interval', partIndex);
  }
  if (minimum !== undefined && (allocation === 'everything' || allocation === 'perStratum')) {
    throw invalid('a minimum goes with proportional and equal only', partIndex);
  }
  if (allocation === 'everything') return { kind: 'everything' };
  if (allocation !== 'perStratum') {
    if (size === undefined) throw invalid('no size', partIndex);
    return minimum === undefined ? { kind: allocation, size } : { kind: allocation, size, minimum };
  }
  if (perStratum === undefined) throw invalid('no number per stratum', partIndex);
  if (stratifyBy === null) throw invalid('a number per stratum but nothing to stratify by', partIndex);
  return { kind: 'perStratum', perStratum };
}

/**
 * The seed as the draw uses and records it: NFC and trimmed, so that typing it again from a print gives the same draw.
 * Throws SamplingFailure `seed-blank`.
 */
export function readSeed(seed: string): string {
  const text = normaliseText(seed);
  if (text === '') throw new SamplingFailure('seed-blank', 'the seed is empty or only blanks');
  return text;
}

/**
 * Who is held out: the plan's own list first, then `reviewed`, the case numbers reviewed recently (`reviewedReason` in
 * words). A case on both lists stands once, with the plan's reason. In code-point order of the case number.
 */
export function heldOutCases(
  plan: SamplingPlan,
  reviewed: readonly string[],
  reviewedReason: string,
): readonly HeldOut[] {
  const reasons = new Map<string, string>();
  const byHand = plan.exclude.cases ?? [];
  for (const { caseId, reason } of [...byHand, ...reviewed.map((caseId) => ({ caseId, reason: reviewedReason }))]) {
    const id = normaliseText(caseId);
    if (!reasons.has(id)) reasons.set(id, reason);
  }
  return [...reasons]
    .map(([caseId, reason]) => ({ caseId, reason }))
    .toSorted((a, b) => compareCodePoints(a.caseId, b.caseId));
}

function invalid(problem: string, partIndex: number): SamplingFailure {
  return new SamplingFailure('plan-invalid', `part ${partIndex + 1} of the plan: ${problem}`, {
    part: partIndex + 1,
    problem,
  });
}
