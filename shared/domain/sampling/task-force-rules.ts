import { addMonths, ageAt, daysBetween, type LocalDate, toDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../population/case.ts';
import { evaluateRule } from '../review/rules/evaluate-rule.ts';
import { knownOn, measures, runsOn } from '../review/rules/known-record.ts';
import { isPlacement } from '../review/rules/legal-basis.ts';
import { planLimit } from '../review/rules/plan.ts';
import { reportsOf } from '../review/rules/report.ts';
import type { TargetedHit } from './targeted-hit.ts';

const assessmentMonths = 4;
const repeatedWithinMonths = 24;
const smallChild = 6;
/** Half a year before 18 years. */
const youthDecisionMonths = 18 * 12 - 6;

/**
 * An assessment over four months, finished or not (R07); one that is owed, because the municipality became aware more
 * than four months ago, and of which there is no trace; or none in a case marked with abuse or placement (R06).
 */
export function assessmentLateOrMissing(record: CaseRecord, asOf: LocalDate): TargetedHit | null {
  const late = evaluateRule('R07', record, asOf);
  if (late?.verdict === 'no') return hit(late.exceededBy);
  const { awareness_date: awareness, bfu_start: begun, bfu_end: ended } = knownOn(record, asOf).record.values;
  if (awareness !== undefined && begun === undefined && ended === undefined) {
    const owed = daysBetween(addMonths(awareness, assessmentMonths), asOf);
    if (owed > 0) return hit(owed);
  }
  return evaluateRule('R06', record, asOf)?.verdict === 'no' ? {} : null;
}

/**
 * A plan that came late (R14), or that is not in the export when its limit has passed. For support under barnets lov
 * the limit holds only where a plan was decided: such a case is pointed at, but no days are counted, so it comes last.
 */
export function planLateOrMissing(record: CaseRecord, asOf: LocalDate): TargetedHit | null {
  const finding = evaluateRule('R14', record, asOf);
  if (finding?.verdict === 'no') return hit(finding.exceededBy);
  const known = knownOn(record, asOf).record;
  const { decision_date: decision, plan_date: plan } = known.values;
  if (finding?.verdict !== 'missing' || decision === undefined || plan !== undefined) return null;
  const late = daysBetween(planLimit(known, decision).latest, asOf);
  if (late <= 0) return null;
  return evaluateRule('R13', record, asOf)?.verdict === 'unclear' ? {} : hit(late);
}

/** Two or more reports within 24 months up to the newest, and no support or placement from the first of them on. */
export function repeatedReportsWithoutMeasure(record: CaseRecord, asOf: LocalDate): TargetedHit | null {
  const known = knownOn(record, asOf).record;
  const days = reportsOf(known).map(({ received }) => toDate(received));
  const newest = days.at(-1);
  if (newest === undefined) return null;
  const [first, second] = days.filter((day) => day >= addMonths(newest, -repeatedWithinMonths));
  if (first === undefined || second === undefined) return null;
  return measures(known).some(({ end }) => end === null || end >= first) ? null : {};
}

/** A child under six years who is placed on the day: by the dates, or by the paragraph where there are no dates. */
export function placedUnderSix(record: CaseRecord, asOf: LocalDate): TargetedHit | null {
  const known = knownOn(record, asOf).record;
  const { birth_date: birth, closed, decision_date: decision } = known.values;
  if (birth === undefined || ageAt(birth, asOf) >= smallChild || closed !== undefined) return null;
  const placements = measures(known).filter(({ field }) => field === 'placement_start');
  const placed =
    placements.length === 0
      ? isPlacement(known.values, decision ?? asOf)
      : placements.some((placement) => runsOn(placement, asOf));
  return placed ? {} : null;
}

/** A placed child half a year before 18 years or later, without a decision on youth support in the export (R24). */
export function youthDecisionMissing(record: CaseRecord, asOf: LocalDate): TargetedHit | null {
  const birth = record.values.birth_date;
  if (birth === undefined || evaluateRule('R24', record, asOf)?.verdict !== 'missing') return null;
  return hit(daysBetween(addMonths(birth, youthDecisionMonths), asOf));
}

function hit(exceededBy: number | undefined): TargetedHit {
  return exceededBy === undefined ? {} : { exceededBy };
}
