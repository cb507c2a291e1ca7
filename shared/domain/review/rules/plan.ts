import { planRuleWords as words } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish, formatDuration } from '../../calendar/format.ts';
import { addMonths, daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import type { CaseRecord } from '../../population/case.ts';
import { type DateRule, judged, type Judgement, missing, type UsedDate } from './judgement.ts';
import { lawAt, lawReference } from './law.ts';
import { placementBasis } from './legal-basis.ts';

const planMonths = 3;
const urgentMonths = 4;

/** R13: a plan exists, or it is asked whether one was considered. Under serviceloven a plan was always required. */
const planConsidered: DateRule = {
  uses: ['plan_date', 'decision_date'],
  judge(record, asOf) {
    const { plan_date: plan, decision_date: decision } = record.values;
    const event = decision ?? plan ?? asOf;
    const law = lawReference('planDuty', event);
    if (plan !== undefined)
      return judged('yes', () => fill(words.hasPlan, { plan: formatDanish(plan), law }), [['plan_date', plan]]);
    const basis = placementBasis(record.values, event);
    const dates: readonly UsedDate[] = decision === undefined ? [] : [['decision_date', decision]];
    if (decision !== undefined && lawAt(decision) === 'serviceloven') {
      return judged('missing', () => fill(words.noPlanSel, { decision: formatDanish(decision), law }), dates);
    }
    if (basis === 'support') return judged('unclear', () => fill(words.noPlanSupport, { law }), dates);
    return basis === null ? missing(['plan_date'], dates) : judged('not-relevant', words.notSupport, dates);
  },
};

/** By when a plan must be there, and in which words. `certain`: the last day on which it is in time for sure. */
interface PlanLimit {
  readonly certain: LocalDate;
  readonly latest: LocalDate;
  readonly rule: string;
  /** What a plan between the two days means. */
  readonly between: 'urgent' | 'consentUnknown';
}

/** The limit that the plan of a decision must keep. */
export function planLimit(record: CaseRecord, decision: LocalDate): PlanLimit {
  const inThreeMonths = addMonths(decision, planMonths);
  if (lawAt(decision) === 'serviceloven') {
    return { certain: decision, latest: addMonths(decision, urgentMonths), rule: words.rules.sel, between: 'urgent' };
  }
  const between = 'consentUnknown';
  switch (placementBasis(record.values, decision)) {
    case 'placement-no-consent':
      return { certain: decision, latest: decision, rule: words.rules.before, between };
    case 'placement-consent':
    case 'support':
    case 'youth':
      return { certain: inThreeMonths, latest: inThreeMonths, rule: words.rules.threeMonths, between };
    case 'placement':
    case null:
      return { certain: decision, latest: inThreeMonths, rule: words.rules.unknown, between };
  }
}

/** R14: the plan was there in time. A plan that is not registered is "missing", never "no". */
const planInTime: DateRule = {
  uses: ['plan_date', 'decision_date'],
  judge(record, asOf) {
    const { plan_date: plan, decision_date: decision } = record.values;
    if (decision === undefined) return missing(['decision_date']);
    const { certain, latest, rule, between } = planLimit(record, decision);
    const deadline = { from: decision, until: latest };
    const said = () => ({
      decision: formatDanish(decision),
      limit: formatDanish(latest),
      rule,
      law: lawReference('plan', decision),
    });
    if (plan === undefined) return planNotRegistered(record, decision, latest, asOf, said);
    const dates: readonly UsedDate[] = [
      ['decision_date', decision],
      ['plan_date', plan],
    ];
    const planned = () => ({ ...said(), plan: formatDanish(plan) });
    if (plan <= certain) return judged('yes', () => fill(words.onTime, planned()), dates, { deadline });
    if (plan <= latest) return judged('unclear', () => fill(words[between], planned()), dates, { deadline });
    const text = () => fill(words.late, { ...planned(), length: formatDuration(latest, plan) });
    return judged('no', text, dates, { exceededBy: daysBetween(latest, plan), deadline });
  },
};

function planNotRegistered(
  record: CaseRecord,
  decision: LocalDate,
  limit: LocalDate,
  asOf: LocalDate,
  said: () => Readonly<Record<'decision' | 'limit' | 'rule' | 'law', string>>,
): Judgement {
  const dates: readonly UsedDate[] = [['decision_date', decision]];
  const deadline = { from: decision, until: limit };
  if (lawAt(decision) === 'barnets-lov' && placementBasis(record.values, decision) === 'support') {
    return judged('missing', () => fill(words.noneSupport, said()), dates);
  }
  return asOf <= limit
    ? judged('unclear', () => fill(words.open, said()), dates, { deadline })
    : judged('missing', () => fill(words.none, said()), dates, { deadline });
}

export const planRules = { R13: planConsidered, R14: planInTime } as const;
