import { chosenByConditions } from '../../words/targeted-rules.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../population/case.ts';
import { matchesAll, textsOf } from '../population/filter-cases.ts';
import { compareCodePoints, normaliseText } from '../population/normalise-text.ts';
import type { OwnRule, TargetedPart } from './plan.ts';
import { SamplingFailure } from './sampling-failure.ts';
import { isTargetedRule, targetedRule } from './targeted-rules.ts';

/** Why a case is in the frame of a targeted part, as far as its place in the order depends on it. */
export interface TargetedPlace {
  readonly exceededBy?: number;
  /** The value that an own rule ranks by. */
  readonly rankKey?: string;
}

/** The name of a targeted part's stratum, and so a part of its tickets. */
export function targetedName({ rule }: TargetedPart): string {
  if (rule === undefined) return chosenByConditions;
  return typeof rule === 'string' ? rule : normaliseText(rule.name);
}

/** Throws SamplingFailure `unknown-rule`, or `plan-invalid` where nothing says which cases are meant. */
export function checkTargetedPart(part: TargetedPart, partIndex: number): void {
  const { rule, where } = part;
  if (typeof rule === 'string') targetedRule(rule);
  if (rule === undefined && where.length === 0) throw invalid('neither a rule nor a condition', partIndex);
  if (typeof rule === 'object') {
    const name = targetedName(part);
    if (isTargetedRule(name) || name === chosenByConditions) {
      throw invalid("an own rule has the name of one of the program's", partIndex);
    }
  }
}

/** Says of each case whether the part points at it; the part's own `where` is not asked. */
export function targetedTest(part: TargetedPart): (record: CaseRecord, asOf: LocalDate) => TargetedPlace | null {
  const { rule } = part;
  if (rule === undefined) return () => ({});
  if (typeof rule === 'string') return targetedRule(rule);
  const meant = matchesAll(rule.where);
  return (record) => (meant(record) ? ownPlace(rule, record) : null);
}

/**
 * The order of a targeted part before tickets: days over the limit, most first; of an own rule the value of its field,
 * as text by code points (dates: by day), cases without a value last.
 */
export function compareTargeted(part: TargetedPart): (a: TargetedPlace, b: TargetedPlace) => number {
  const rankBy = typeof part.rule === 'object' ? part.rule.rankBy : undefined;
  if (rankBy === undefined) return (a, b) => (b.exceededBy ?? 0) - (a.exceededBy ?? 0);
  const sign = rankBy.order === 'ascending' ? 1 : -1;
  return ({ rankKey: a }, { rankKey: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compareCodePoints(a, b);
  };
}

/** Of a list (talks, visits) the first in the order counts. */
function ownPlace({ rankBy }: OwnRule, { values }: CaseRecord): TargetedPlace {
  if (rankBy === undefined) return {};
  const texts = textsOf(values[rankBy.field]).toSorted(compareCodePoints);
  const rankKey = rankBy.order === 'ascending' ? texts.at(0) : texts.at(-1);
  return rankKey === undefined ? {} : { rankKey };
}

function invalid(problem: string, partIndex: number): SamplingFailure {
  const part = partIndex + 1;
  return new SamplingFailure('plan-invalid', `part ${part} of the plan: ${problem}`, { part, problem });
}
