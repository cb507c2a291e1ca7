import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../population/case.ts';
import { matchesAll } from '../population/filter-cases.ts';
import { compareCodePoints } from '../population/normalise-text.ts';
import { stratumOf } from '../population/strata.ts';
import { toUnits, type Unit } from '../population/units.ts';
import { checkPlan, type HeldOut } from './check-plan.ts';
import { frameFingerprint } from './fingerprint.ts';
import { isCensus, type PlanPart, type SamplingPlan, type TargetedPart } from './plan.ts';
import { SamplingFailure } from './sampling-failure.ts';
import { targetedName, type TargetedPlace, targetedTest } from './targeted-part.ts';

/** A unit of a frame; in a targeted part with what its place in the order depends on. */
export interface FrameEntry extends TargetedPlace {
  readonly id: string;
  readonly record: CaseRecord;
}

export interface FrameStratum {
  readonly name: string;
  readonly entries: readonly FrameEntry[];
}

/** What one part of a plan draws from. A targeted part has one stratum, named as its rule: the cases that match. */
export interface PartFrame {
  readonly partIndex: number;
  readonly part: PlanPart;
  readonly size: number;
  readonly fingerprint: string;
  /** In code-point order of the name. */
  readonly strata: readonly FrameStratum[];
}

/** Everything that is fixed before the seed is known. */
export interface Frame {
  readonly populationSize: number;
  readonly populationFingerprint: string;
  /** Units held out, by the case number that stands for the unit. */
  readonly excluded: readonly HeldOut[];
  /** Cases that a unit covers besides the one that stands for it, and rows that repeat a case number. */
  readonly covered: number;
  readonly sameNumber: number;
  readonly parts: readonly PartFrame[];
}

export interface FrameRequest {
  readonly cases: readonly CaseRecord[];
  readonly plan: SamplingPlan;
  /** The day that deadlines are judged on: the plan's, or today. */
  readonly asOf: LocalDate;
  readonly heldOut: readonly HeldOut[];
}

/**
 * Population, then units, then exclusions, then each part's filters and strata. A unit is held out when any of its
 * cases is: a child reviewed last month under another case number has been reviewed. Filters look at the case that
 * stands for the unit. Parts that take everything come first, in the order of the plan: what they hold is in the frame
 * of no other random part. Throws SamplingFailure `plan-invalid`, `unknown-rule`, `frame-empty` (a random part without
 * cases, unless it takes everything) or `overlapping-parts` (two random parts that could draw the same case).
 */
export function buildFrame({ cases, plan, asOf, heldOut }: FrameRequest): Frame {
  checkPlan(plan);
  refuseCprAsCaseNumber(cases);
  const { units, covered, sameNumber } = toUnits(cases, plan.unit);
  const { kept, excluded } = holdOut(units, heldOut);
  const parts = partFrames(plan, kept, asOf);
  refuseOverlap(parts);
  return {
    populationSize: cases.length,
    populationFingerprint: frameFingerprint(cases.map(({ id }) => ({ stratum: '', id }))),
    excluded,
    covered,
    sameNumber,
    parts,
  };
}

function holdOut(units: readonly Unit[], heldOut: readonly HeldOut[]) {
  const reasons = new Map(heldOut.map(({ caseId, reason }) => [caseId, reason]));
  const kept: Unit[] = [];
  const excluded: HeldOut[] = [];
  for (const unit of units) {
    const member = unit.members.find((id) => reasons.has(id));
    const reason = member === undefined ? undefined : reasons.get(member);
    if (reason === undefined) kept.push(unit);
    else excluded.push({ caseId: unit.id, reason });
  }
  return { kept, excluded: excluded.toSorted((a, b) => compareCodePoints(a.caseId, b.caseId)) };
}

function partFrames({ parts }: SamplingPlan, units: readonly Unit[], asOf: LocalDate): readonly PartFrame[] {
  const certain = new Set<string>();
  const free = (part: PlanPart): readonly Unit[] =>
    part.kind === 'random' && certain.size > 0 ? units.filter(({ id }) => !certain.has(id)) : units;
  const indexed = parts.map((part, partIndex) => ({ part, partIndex }));
  const census = indexed
    .filter(({ part }) => isCensus(part))
    .map(({ part, partIndex }) => {
      const frame = partFrame(part, partIndex, free(part), asOf);
      for (const { entries } of frame.strata) for (const { id } of entries) certain.add(id);
      return frame;
    });
  const others = indexed
    .filter(({ part }) => !isCensus(part))
    .map(({ part, partIndex }) => partFrame(part, partIndex, free(part), asOf));
  return [...census, ...others].toSorted((a, b) => a.partIndex - b.partIndex);
}

function partFrame(part: PlanPart, partIndex: number, units: readonly Unit[], asOf: LocalDate): PartFrame {
  const inPart = matchesAll(part.where);
  const entries = units.filter(({ record }) => inPart(record));
  const strata = part.kind === 'random' ? stratify(entries, part.stratifyBy) : [matching(entries, part, asOf)];
  const lines = strata.flatMap(({ name, entries: ofStratum }) => ofStratum.map(({ id }) => ({ stratum: name, id })));
  if (part.kind === 'random' && !isCensus(part) && lines.length === 0) {
    throw new SamplingFailure('frame-empty', `part ${partIndex + 1} has no cases`, { part: partIndex + 1 });
  }
  return { partIndex, part, size: lines.length, fingerprint: frameFingerprint(lines), strata };
}

function stratify(units: readonly Unit[], by: Parameters<typeof stratumOf>[1]): readonly FrameStratum[] {
  const strata = new Map<string, FrameEntry[]>();
  for (const { id, record } of units) {
    const name = stratumOf(record, by);
    const entries = strata.get(name) ?? [];
    entries.push({ id, record });
    strata.set(name, entries);
  }
  return [...strata]
    .map(([name, entries]) => ({ name, entries }))
    .toSorted((a, b) => compareCodePoints(a.name, b.name));
}

function matching(units: readonly Unit[], part: TargetedPart, asOf: LocalDate): FrameStratum {
  const test = targetedTest(part);
  const entries = units.flatMap(({ id, record }) => {
    const place = test(record, asOf);
    return place === null ? [] : [{ id, record, ...place }];
  });
  return { name: targetedName(part), entries };
}

function refuseOverlap(parts: readonly PartFrame[]): void {
  const partOf = new Map<string, number>();
  for (const { part, partIndex, strata } of parts) {
    if (part.kind === 'targeted') continue;
    const ids = strata.flatMap(({ entries }) => entries.map(({ id }) => id));
    const first = ids.find((id) => partOf.has(id));
    if (first !== undefined) {
      const shared = ids.filter((id) => partOf.has(id)).length;
      const other = (partOf.get(first) ?? 0) + 1;
      const message = `parts ${other} and ${partIndex + 1} share ${shared} cases`;
      throw new SamplingFailure('overlapping-parts', message, { part: other, otherPart: partIndex + 1, shared });
    }
    for (const id of ids) partOf.set(id, partIndex);
  }
}

/** Tickets, records and reports carry the case number; it must not be the child's CPR number (method LT1, 2.2). */
function refuseCprAsCaseNumber(cases: readonly CaseRecord[]): void {
  const digits = (text: string): string => text.replaceAll(/\D/gu, '');
  const found = cases.filter(({ id, values }) => values.cpr !== undefined && isCpr(digits(id), digits(values.cpr)));
  if (found.length > 0) {
    const problem = 'the case number is the CPR number';
    throw new SamplingFailure('plan-invalid', `${problem} in ${found.length} cases`, { problem, cases: found.length });
  }
}

function isCpr(id: string, cpr: string): boolean {
  return cpr.length === 10 && id === cpr;
}
