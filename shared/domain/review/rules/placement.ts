import { placementRuleWords as words } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish } from '../../calendar/format.ts';
import { addMonths, compareMoments, type LocalDate } from '../../calendar/local-date.ts';
import type { CaseRecord } from '../../population/case.ts';
import { type DateRule, judged, mayBeMissing, missing, type UsedDate } from './judgement.ts';
import { daysOf } from './known-record.ts';
import { lawReference } from './law.ts';
import { isPlacement } from './legal-basis.ts';

const windowMonths = 12;
const halfMonths = 6;
const visitsPerYear = 2;

/**
 * R19: two visits in the last twelve months; one where the child has been placed six to twelve months (our pro-rata
 * proposal, the law only says two a year); nothing is asked before six months. A placement that ended is judged on its
 * last twelve months while these reach into the year before `asOf`.
 */
const twoVisits: DateRule = {
  uses: ['placement_start', 'visit_dates'],
  judge(record, asOf) {
    const { placement_start: start, placement_end: left } = record.values;
    const notPlaced = judged('not-relevant', () => fill(words.notPlaced, { asOf: formatDanish(asOf) }));
    if (start === undefined) return isPlacement(record.values, asOf) ? missing(['placement_start']) : notPlaced;
    const until = left !== undefined && left < asOf ? left : asOf;
    if (until <= addMonths(asOf, -windowMonths)) return notPlaced;
    const law = lawReference('visits', until);
    const used: UsedDate = ['placement_start', start];
    if (until < addMonths(start, halfMonths)) {
      return judged('not-relevant', () => fill(words.shortly, { start: formatDanish(start), law }), [used]);
    }
    const required = until < addMonths(start, windowMonths) ? visitsPerYear / 2 : visitsPerYear;
    const from = latest(start, addMonths(until, -windowMonths));
    const visits = daysOf(record.values.visit_dates).filter((day) => from <= day && day <= until);
    const text = () =>
      fill(words.visits, {
        count: String(visits.length),
        from: formatDanish(from),
        to: formatDanish(until),
        required: String(required),
        law,
      });
    const named = (): string =>
      visits.length === 0
        ? text()
        : `${text()} ${fill(words.visitDates, { dates: visits.map(formatDanish).join(', ') })}`;
    const dates = [used, ...visits.map((day): UsedDate => ['visit_dates', day])];
    return visits.length >= required ? judged('yes', named, dates) : judged('no', mayBeMissing(named), dates);
  },
};

/** R20: the child was talked with at the visits. */
const talkedAtVisits: DateRule = {
  uses: ['visit_dates'],
  judge(record, asOf) {
    const visits = daysOf(record.values.visit_dates);
    const talks = record.values.visit_child_talk ?? [];
    const day = visits.at(-1) ?? record.values.placement_start ?? asOf;
    const law = lawReference('visits', day);
    if (visits.length === 0 && talks.length === 0) {
      return isPlacement(record.values, day) ? missing(['visit_dates']) : judged('not-relevant', words.noPlacement);
    }
    const dates = visits.map((each): UsedDate => ['visit_dates', each]);
    if (talks.length === 0) return judged('missing', () => fill(words.talkUnknown, { law }), dates);
    const count = talks.filter(Boolean).length;
    const said = () => ({ count: String(count), all: String(talks.length), law });
    if (count === talks.length) return judged('yes', () => fill(words.talkAll, said()), dates);
    if (count > 0) return judged('partly', () => fill(words.talkSome, said()), dates);
    return judged('no', () => fill(words.talkNone, { ...said(), count: String(talks.length) }), dates);
  },
};

/** R21: a suspension of contact lasts at most eight weeks; no export field holds its dates. */
const contactSuspended: DateRule = {
  uses: [],
  judge(record: CaseRecord, asOf: LocalDate) {
    const placed = isPlacement(record.values, record.values.decision_date ?? asOf);
    if (!placed) return judged('not-relevant', words.noPlacement);
    return judged('missing', () => fill(words.contact, { law: lawReference('contact', asOf) }));
  },
};

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return compareMoments(a, b) < 0 ? b : a;
}

export const placementRules = { R19: twoVisits, R20: talkedAtVisits, R21: contactSuspended } as const;
