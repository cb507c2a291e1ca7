import { followUpRuleWords as words } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish, formatDuration } from '../../calendar/format.ts';
import { addMonths, daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import type { CaseRecord } from '../../population/case.ts';
import type { Deadline } from '../date-finding.ts';
import { type DateRule, judged, type Judgement, mayBeMissing, missing, type UsedDate } from './judgement.ts';
import { daysOf, type Measure } from './known-record.ts';
import { lawAt, lawReference } from './law.ts';

const firstMonths = 3;
const gapMonths = { serviceloven: 6, 'barnets-lov': 12 } as const;

/** The measure that follow-up is about: the case's support, or its placement. It ends with the case at the latest. */
function followedMeasure(record: CaseRecord): Measure | null {
  const { support_start: support, support_end: ended, placement_start: placement, placement_end: left } = record.values;
  const closed = record.values.closed ?? null;
  if (support !== undefined) return { field: 'support_start', start: support, end: ended ?? closed };
  return placement === undefined ? null : { field: 'placement_start', start: placement, end: left ?? closed };
}

/** The day of the first follow-up: three months, under barnets lov earlier where an assessment ended after the start. */
function firstDue(record: CaseRecord, start: LocalDate): { readonly due: LocalDate; readonly reason: string } {
  const months = addMonths(start, firstMonths);
  const assessed = record.values.bfu_end;
  if (lawAt(start) === 'serviceloven' || assessed === undefined || assessed <= start || assessed >= months) {
    return { due: months, reason: words.reasons.months };
  }
  return { due: assessed, reason: words.reasons.assessment };
}

/** R15: the first follow-up came in time. */
const firstFollowUp: DateRule = {
  uses: ['support_start', 'placement_start', 'followup_dates', 'bfu_end'],
  judge(record, asOf) {
    const measure = followedMeasure(record);
    if (measure === null) return missing(['support_start']);
    const { start, end, field } = measure;
    const { due, reason } = firstDue(record, start);
    const deadline = { from: start, until: due };
    const said = () => ({
      label: words.starts[field],
      start: formatDanish(start),
      due: formatDanish(due),
      reason,
      law: lawReference('firstFollowUp', start),
    });
    const used: UsedDate = [field, start];
    const followUp = daysOf(record.values.followup_dates).find((day) => day >= start);
    if (followUp === undefined) return noFollowUp(end, deadline, asOf, used, said);
    const dates: readonly UsedDate[] = [used, ['followup_dates', followUp]];
    const done = () => ({ ...said(), followUp: formatDanish(followUp) });
    const late = daysBetween(due, followUp);
    if (late <= 0) return judged('yes', () => fill(words.first, done()), dates, { deadline });
    const text = () => fill(words.firstLate, { ...done(), length: formatDuration(due, followUp) });
    return judged('no', text, dates, { exceededBy: late, deadline });
  },
};

function noFollowUp(
  end: LocalDate | null,
  deadline: Deadline,
  asOf: LocalDate,
  used: UsedDate,
  said: () => Record<'label' | 'start' | 'due' | 'reason' | 'law', string>,
): Judgement {
  const due = deadline.until;
  if (end !== null && end <= due && end <= asOf) {
    return judged('not-relevant', () => fill(words.endedBefore, { ...said(), end: formatDanish(end) }), [used]);
  }
  const late = daysBetween(due, asOf);
  if (late <= 0) return judged('not-relevant', () => fill(words.firstNotDue, said()), [used], { deadline });
  const text = () => fill(words.firstNone, { ...said(), asOf: formatDanish(asOf), length: formatDuration(due, asOf) });
  return judged('no', mayBeMissing(text), [used], { exceededBy: late, deadline });
}

/** R16: a next date was set at the first follow-up; the export shows the date, not the reasons. */
const rhythmDecided: DateRule = {
  uses: ['followup_dates'],
  judge(record) {
    const [first] = followUpsOf(record);
    if (first === undefined) return judged('not-relevant', words.noFollowUp);
    const used: UsedDate = ['followup_dates', first];
    const said = () => ({ followUp: formatDanish(first), law: lawReference('followUp', first) });
    if (lawAt(first) === 'serviceloven') return judged('not-relevant', () => fill(words.rhythmSel, said()), [used]);
    const next = record.values.next_followup;
    if (next === undefined || next <= first) return judged('unclear', () => fill(words.rhythmUnknown, said()), [used]);
    const text = () => fill(words.rhythm, { ...said(), next: formatDanish(next) });
    return judged('yes', text, [used, ['next_followup', next]]);
  },
};

/** R17: follow-up as agreed; without an agreed date by the distance between follow-ups. */
const followUpKept: DateRule = {
  uses: ['followup_dates'],
  judge(record, asOf) {
    const done = followUpsOf(record);
    if (done.length === 0) return judged('not-relevant', words.noFollowUp);
    const next = record.values.next_followup;
    const due = next !== undefined && next <= asOf && next <= (followedMeasure(record)?.end ?? next);
    const agreed = due ? judgeAgreed(next, done, asOf) : null;
    return agreed ?? judgeGaps(done, followedEnd(record, asOf, next));
  },
};

/** The agreed date against the follow-up that answers it: the first one on or after it, or one on the day itself. */
function judgeAgreed(next: LocalDate, done: readonly LocalDate[], asOf: LocalDate): Judgement | null {
  const used: UsedDate = ['next_followup', next];
  const law = lawReference('followUp', next);
  const answer = done.find((day) => day >= next);
  const latest = done.at(-1);
  const agreedAt = done.findLast((day) => day < next);
  const within = agreedAt === undefined ? {} : { deadline: { from: agreedAt, until: next } };
  if (answer !== undefined) {
    const said = () => ({ next: formatDanish(next), followUp: formatDanish(answer), law });
    const dates: readonly UsedDate[] = [used, ['followup_dates', answer]];
    const late = daysBetween(next, answer);
    if (late === 0) return judged('yes', () => fill(words.agreedKept, said()), dates, within);
    const text = () => fill(words.agreedLate, { ...said(), length: formatDuration(next, answer) });
    return judged('no', text, dates, { exceededBy: late, ...within });
  }
  if (latest === undefined || next === asOf) return null;
  const said = () => ({ next: formatDanish(next), asOf: formatDanish(asOf), followUp: formatDanish(latest), law });
  return judged(
    'no',
    mayBeMissing(() => fill(words.agreedMissed, said())),
    [used, ['followup_dates', latest]],
    { exceededBy: daysBetween(next, asOf), ...within },
  );
}

/** Until when the last distance runs: today, or the end of the measure; not at all where a next date is agreed. */
function followedEnd(record: CaseRecord, asOf: LocalDate, next: LocalDate | undefined): LocalDate | null {
  if (next !== undefined) return null;
  const end = followedMeasure(record)?.end ?? asOf;
  return end < asOf ? end : asOf;
}

function judgeGaps(done: readonly LocalDate[], until: LocalDate | null): Judgement {
  const days = until === null ? done : [...done, until];
  const gaps = days.slice(1).map((to, index) => ({ from: days[index] ?? to, to }));
  const broken = gaps
    .map(({ from, to }) => ({ from, to, limit: addMonths(from, gapMonths[lawAt(from)]) }))
    .filter(({ to, limit }) => to > limit)
    .toSorted((a, b) => daysBetween(b.limit, b.to) - daysBetween(a.limit, a.to))
    .at(0);
  const dates = done.map((day): UsedDate => ['followup_dates', day]);
  if (broken === undefined) return gapsKept(done, dates);
  const { from, to, limit } = broken;
  const said = () => ({
    from: formatDanish(from),
    to: formatDanish(to),
    length: formatDuration(from, to),
    law: lawReference('followUp', from),
  });
  // The yearly outer limit of barnets lov is not verified, so it never makes a "no".
  return lawAt(from) === 'serviceloven'
    ? judged('no', () => fill(words.gapLate, said()), dates, {
        exceededBy: daysBetween(limit, to),
        deadline: { from, until: limit },
      })
    : judged('unclear', () => fill(words.gapLong, said()), dates);
}

function gapsKept(done: readonly LocalDate[], dates: readonly UsedDate[]): Judgement {
  const [first, second] = done;
  if (first === undefined) return judged('not-relevant', words.noFollowUp);
  const law = lawReference('followUp', first);
  if (second === undefined) {
    return judged('not-relevant', () => fill(words.notDueYet, { followUp: formatDanish(first), law }), dates);
  }
  const pairs = done.slice(1).map((to, index) => ({ from: done[index] ?? to, to }));
  const longest = pairs.reduce((a, b) => (daysBetween(b.from, b.to) > daysBetween(a.from, a.to) ? b : a));
  const said = () => ({ count: String(done.length), length: formatDuration(longest.from, longest.to), law });
  return judged('yes', () => fill(words.gapsKept, said()), dates);
}

function followUpsOf(record: CaseRecord): readonly LocalDate[] {
  const start = followedMeasure(record)?.start;
  return daysOf(record.values.followup_dates).filter((day) => start === undefined || day >= start);
}

export const followUpRules = { R15: firstFollowUp, R16: rhythmDecided, R17: followUpKept } as const;
