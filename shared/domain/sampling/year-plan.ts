import { notStated } from '../../words/population.ts';
import type { CaseFilter } from '../population/filter.ts';
import { danishOrder } from '../population/summarise.ts';
import type { SamplingPlanInput } from './plan.ts';

/** A team or a caseworker: how many cases it has now. */
export interface YearGroup {
  readonly name: string;
  readonly cases: number;
}

/** A case of an earlier round of the year: whose it was, in which month (1 to 12) it was drawn. */
export interface EarlierCase {
  readonly group: string;
  readonly month: number;
  readonly part: 'random' | 'targeted';
  readonly closed: boolean;
}

export interface YearPlanRequest {
  readonly by: 'team' | 'caseworker';
  /** Cases of each group in the whole year. */
  readonly perYear: number;
  /** The month, 1 to 12, that a draw is proposed for. */
  readonly month: number;
  readonly groups: readonly YearGroup[];
  readonly earlier: readonly EarlierCase[];
}

export interface GroupCoverage {
  readonly name: string;
  /** Cases now; 0 where the group is in earlier rounds only. */
  readonly cases: number;
  /** Cases to draw in the year: never more than the group has. */
  readonly quota: number;
  /** Of these, how many by the end of the month. */
  readonly due: number;
  /** Drawn at random so far this year, and how many of them are reviewed. */
  readonly drawn: number;
  readonly reviewed: number;
  readonly targeted: number;
  /** What the proposed draw takes. */
  readonly proposed: number;
}

export interface YearCoverage {
  /** In Danish order of the name, "not stated" last: never by a result. */
  readonly groups: readonly GroupCoverage[];
  /** Groups with cases of which none was drawn this year, at random or targeted. */
  readonly notCovered: readonly string[];
  /** The proposed draw; null where no group is behind. */
  readonly plan: SamplingPlanInput | null;
}

const monthsInYear = 12;
/** A plan has at most twenty parts; each distinct number of cases is one. */
const mostAtOnce = 15;

/**
 * How far the year's quotas are reached, and the draw that would bring every group up to its quota by the end of the
 * month. A quota is spread evenly in whole cases: after month m a group is due floor((quota * m + offset) / 12), where
 * the offset goes round the groups so that not all fall due in the same month; after month 12 it is the quota. What was
 * drawn at random counts towards it; targeted cases only towards being covered.
 */
export function yearPlan({ by, perYear, month, groups, earlier }: YearPlanRequest): YearCoverage {
  const names = [...new Set([...groups.map(({ name }) => name), ...earlier.map(({ group }) => group)])];
  const ordered = names.toSorted((a, b) => Number(a === notStated) - Number(b === notStated) || compareNames(a, b));
  const covered = ordered.map((name, index) => {
    const cases = groups.find((group) => group.name === name)?.cases ?? 0;
    const quota = Math.min(perYear, cases);
    const offset = Math.floor((index * monthsInYear) / ordered.length);
    const due = Math.floor((quota * month + offset) / monthsInYear);
    const mine = earlier.filter((each) => each.group === name && each.month <= month);
    const random = mine.filter(({ part }) => part === 'random');
    const missing = Math.max(0, due - random.length);
    return {
      name,
      cases,
      quota,
      due,
      drawn: random.length,
      reviewed: random.filter(({ closed }) => closed).length,
      targeted: mine.length - random.length,
      proposed: Math.min(missing, mostAtOnce, Math.max(0, cases - mine.length)),
    };
  });
  return {
    groups: covered,
    notCovered: covered
      .filter(({ cases, drawn, targeted }) => cases > 0 && drawn + targeted === 0)
      .map(({ name }) => name),
    plan: proposedPlan(by, covered),
  };
}

/** One part for each number of cases, so that every part has a fixed number per group; a group is in one part only. */
function proposedPlan(by: YearPlanRequest['by'], groups: readonly GroupCoverage[]): SamplingPlanInput | null {
  const stated = groups.filter(({ name, proposed }) => proposed > 0 && name !== notStated);
  const counts = [...new Set(stated.map(({ proposed }) => proposed))].toSorted((a, b) => a - b);
  const parts = counts.map((perStratum) =>
    part(by, perStratum, {
      field: by,
      oneOf: stated.filter(({ proposed }) => proposed === perStratum).map(({ name }) => name),
    }),
  );
  const unstated = groups.find(({ name, proposed }) => proposed > 0 && name === notStated);
  if (unstated !== undefined) parts.push(part(by, unstated.proposed, { field: by, filled: false }));
  return parts.length === 0 ? null : { parts, exclude: { reviewedWithinMonths: monthsInYear } };
}

function part(by: YearPlanRequest['by'], perStratum: number, where: CaseFilter): SamplingPlanInput['parts'][number] {
  return { kind: 'random', stratifyBy: by, allocation: 'perStratum', perStratum, where: [where] };
}

function compareNames(a: string, b: string): number {
  return danishOrder.compare(a, b) || (a < b ? -1 : 1);
}
