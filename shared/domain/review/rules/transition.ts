import { planRuleWords, placementRuleWords } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish, formatDuration } from '../../calendar/format.ts';
import { addMonths, ageAt, daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import type { FieldId } from '../../importing/fields.ts';
import type { CaseRecord } from '../../population/case.ts';
import { type DateRule, judged, missing, type UsedDate } from './judgement.ts';
import { type Measure, measures, runsOn } from './known-record.ts';
import { lawReference } from './law.ts';

const returnMonths = 6;
const youthPlanAge = 16;
const adultMonths = 18 * 12;
const monthsBeforeAdult = 6;
/** A deadline further ahead says nothing yet, and would make a timeline many years long. */
const monthsAhead = 12;

/** R22: the time of a return home is at most six months, and the plan was revised before it. */
const returnHome: DateRule = {
  uses: ['home_date', 'plan_revised'],
  judge(record) {
    const { home_date: home, home_end: end, plan_revised: revised } = record.values;
    if (home === undefined) return judged('not-relevant', planRuleWords.noReturn);
    const law = lawReference('returnHome', home);
    const used: UsedDate = ['home_date', home];
    const limit = addMonths(home, returnMonths);
    if (end !== undefined && end > limit) {
      const said = () => ({
        home: formatDanish(home),
        end: formatDanish(end),
        length: formatDuration(limit, end),
        law,
      });
      const dates: readonly UsedDate[] = [used, ['home_end', end]];
      return judged('no', () => fill(planRuleWords.returnedTooLong, said()), dates, {
        exceededBy: daysBetween(limit, end),
        deadline: { from: home, until: limit },
      });
    }
    if (revised !== undefined && revised > home) {
      const said = () => ({
        home: formatDanish(home),
        revised: formatDanish(revised),
        length: formatDuration(home, revised),
        law,
      });
      const dates: readonly UsedDate[] = [used, ['plan_revised', revised]];
      return judged('no', () => fill(planRuleWords.returnedPlanLate, said()), dates, {
        exceededBy: daysBetween(home, revised),
      });
    }
    if (end === undefined || revised === undefined) {
      const absent: FieldId[] = [];
      if (end === undefined) absent.push('home_end');
      if (revised === undefined) absent.push('plan_revised');
      return missing(absent, [used]);
    }
    const said = () => ({ home: formatDanish(home), end: formatDanish(end), revised: formatDanish(revised), law });
    return judged('yes', () => fill(planRuleWords.returned, said()), [
      used,
      ['home_end', end],
      ['plan_revised', revised],
    ]);
  },
};

/** R23: a youth plan from 16 years, where there is support or a placement. */
const youthPlan: DateRule = {
  uses: ['youth_plan_date'],
  judge(record, asOf) {
    const { birth_date: birth, youth_plan_date: plan } = record.values;
    if (birth === undefined) return missing(['birth_date']);
    const law = lawReference('youthPlan', plan ?? asOf);
    if (plan !== undefined) {
      return judged('yes', () => fill(planRuleWords.youthPlan, { plan: formatDanish(plan), law }), [
        ['youth_plan_date', plan],
      ]);
    }
    // An unborn child has an expected day of birth.
    const years = Math.max(0, ageAt(birth, asOf));
    const age = String(years);
    const dates: readonly UsedDate[] = [['birth_date', birth]];
    if (years < youthPlanAge) {
      return judged('not-relevant', () => fill(planRuleWords.youthPlanYoung, { age, law }), dates);
    }
    if (!measures(record).some((measure) => runsOn(measure, asOf))) {
      return judged('not-relevant', () => fill(planRuleWords.youthPlanNoSupport, { asOf: formatDanish(asOf) }), dates);
    }
    return judged('unclear', () => fill(planRuleWords.youthPlanAsk, { age, law }), dates);
  },
};

/** R24: youth support is decided six months before a placed child turns 18. */
const youthSupportDecided: DateRule = {
  uses: ['youth_decision_date', 'placement_start'],
  judge(record, asOf) {
    const { birth_date: birth, youth_decision_date: decision } = record.values;
    if (birth === undefined) return missing(['birth_date']);
    const birthday = addMonths(birth, adultMonths);
    const limit = addMonths(birthday, -monthsBeforeAdult);
    const said = () => ({
      birthday: formatDanish(birthday),
      limit: formatDanish(limit),
      law: lawReference('youthSupport', limit),
    });
    const dates: readonly UsedDate[] = [['birth_date', birth]];
    const placed = placementOn(record, limit < asOf ? limit : asOf);
    if (placed === undefined) {
      return judged('not-relevant', () => fill(placementRuleWords.youthNotPlaced, said()), dates);
    }
    const deadline = { from: placed.start, until: limit };
    if (decision === undefined) {
      const within = limit <= addMonths(asOf, monthsAhead) ? { deadline } : {};
      return asOf <= limit
        ? judged('not-relevant', () => fill(placementRuleWords.youthNotYet, said()), dates, within)
        : judged('missing', () => fill(placementRuleWords.youthDecisionNone, said()), dates, { deadline });
    }
    const decided = () => ({ ...said(), decision: formatDanish(decision) });
    const used: readonly UsedDate[] = [...dates, ['youth_decision_date', decision]];
    const late = daysBetween(limit, decision);
    if (late <= 0) return judged('yes', () => fill(placementRuleWords.youthDecision, decided()), used, { deadline });
    const text = () =>
      fill(placementRuleWords.youthDecisionLate, { ...decided(), length: formatDuration(limit, decision) });
    return judged('no', text, used, { exceededBy: late, deadline });
  },
};

function placementOn(record: CaseRecord, day: LocalDate): Measure | undefined {
  return measures(record).find((measure) => measure.field === 'placement_start' && runsOn(measure, day));
}

export const transitionRules = { R22: returnHome, R23: youthPlan, R24: youthSupportDecided } as const;
