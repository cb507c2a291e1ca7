import type { CaseRecord } from '../population/case.ts';
import { matchesAll } from '../population/filter-cases.ts';
import { compareCodePoints, normaliseText } from '../population/normalise-text.ts';
import type { Quota } from './allocate.ts';
import type { RandomPart, SamplingPlan } from './plan.ts';
import { SamplingFailure } from './sampling-failure.ts';
import { checkTargetedPart } from './targeted-part.ts';

const printed = /[^\p{Cc}\p{Cf}\p{Z}]/u;
/** Control and format characters, and every blank but the plain space. */
const unprinted = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

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
 * Throws SamplingFailure `seed-blank`, or `plan-invalid` where a character would not show in print (a zero-width or
 * no-break space, a line break): who typed what is printed would get other cases.
 */
export function readSeed(seed: string): string {
  const text = normaliseText(seed);
  if (!printed.test(text)) throw new SamplingFailure('seed-blank', 'the seed is empty or only blanks');
  if (unprinted.test(text)) {
    const problem = 'the seed has characters that do not show';
    throw new SamplingFailure('plan-invalid', problem, { problem });
  }
  return text;
}

/** What a plan's exclusions are resolved against, and two reasons in words. */
export interface ExclusionFacts {
  readonly cases: readonly CaseRecord[];
  /** Case numbers reviewed recently. */
  readonly reviewed: readonly string[];
  readonly reasons: { readonly reviewed: string; readonly ownCase: string };
}

/**
 * Who is held out, each case once with the first reason that fits: the plan's own list, own cases, the plan's
 * conditions in their order, then those reviewed recently. In code-point order of the case number.
 */
export function heldOutCases(
  { exclude }: SamplingPlan,
  { cases, reviewed, reasons }: ExclusionFacts,
): readonly HeldOut[] {
  const found = new Map<string, string>();
  const hold = (caseId: string, reason: string): void => {
    const id = normaliseText(caseId);
    if (!found.has(id)) found.set(id, reason);
  };
  const own = new Set((exclude.ownCaseworkers ?? []).map(nameKey));
  for (const { caseId, reason } of exclude.cases ?? []) hold(caseId, reason);
  for (const { id, values } of cases) if (own.has(nameKey(values.caseworker ?? ''))) hold(id, reasons.ownCase);
  for (const { where, reason } of exclude.where ?? []) {
    for (const { id } of cases.filter(matchesAll(where))) hold(id, reason);
  }
  for (const id of reviewed) hold(id, reasons.reviewed);
  return [...found]
    .map(([caseId, reason]) => ({ caseId, reason }))
    .toSorted((a, b) => compareCodePoints(a.caseId, b.caseId));
}

/** The plan as a record may hold it: who is held out stands there by case number, so names are not needed. */
export function withoutNames(plan: SamplingPlan): SamplingPlan {
  const { ownCaseworkers: _, ...exclude } = plan.exclude;
  return { ...plan, exclude };
}

/**
 * Throws SamplingFailure `plan-invalid` where a condition names a child: a plan stands in its record, which holds no
 * CPR number and no child's name. Asked of new plans only.
 */
export function refuseChildren({ parts, exclude }: SamplingPlan): void {
  const own = parts.flatMap((part) =>
    part.kind === 'targeted' && typeof part.rule === 'object' ? part.rule.where : [],
  );
  const all = [...parts.flatMap(({ where }) => where), ...own, ...(exclude.where ?? []).flatMap(({ where }) => where)];
  const found = all.find((filter) => !('filled' in filter) && ['cpr', 'child_name'].includes(filter.field));
  if (found === undefined) return;
  const problem = 'a condition names a child';
  throw new SamplingFailure('plan-invalid', `${problem}: ${found.field}`, { problem, field: found.field });
}

/** A name as typed and as registered: letter case and the number of blanks do not count. */
function nameKey(name: string): string {
  return normaliseText(name).toLocaleLowerCase('da').replaceAll(/\s+/gu, ' ');
}

function invalid(problem: string, partIndex: number): SamplingFailure {
  return new SamplingFailure('plan-invalid', `part ${partIndex + 1} of the plan: ${problem}`, {
    part: partIndex + 1,
    problem,
  });
}
