import { reportRuleWords as words } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish, formatDuration } from '../../calendar/format.ts';
import { addMonths, daysBetween, type LocalDate, toDate } from '../../calendar/local-date.ts';
import type { FieldId } from '../../importing/fields.ts';
import type { CaseRecord } from '../../population/case.ts';
import { type DateRule, fieldName, judged, missing, type UsedDate } from './judgement.ts';
import { measures, rowsWith, runsOn } from './known-record.ts';
import { lawAt, lawReference } from './law.ts';
import { newestReport, reportsOf } from './report.ts';

/** A local service level, not law: how soon a screening or a next step is expected. */
const localDays = 14;
const repeatedWithinMonths = 24;

/** R03: screened; a screening later than the local limit is unclear, never "no", since the law sets no days. */
const screened: DateRule = {
  uses: ['report_received_at', 'screening_date'],
  judge(record) {
    const report = newestReport(record);
    const screening = record.values.screening_date;
    if (report !== undefined && lawAt(toDate(report.received)) === 'serviceloven') {
      const text = () => fill(words.screeningSel, { received: formatDanish(report.received) });
      return judged('not-relevant', text, [['report_received_at', report.received]]);
    }
    if (screening === undefined) return missing(['screening_date']);
    const said = () => ({ screening: formatDanish(screening) });
    if (report === undefined) return judged('yes', () => fill(words.screened, said()), [['screening_date', screening]]);
    const received = toDate(report.received);
    const days = daysBetween(received, screening);
    const dates: readonly UsedDate[] = [
      ['report_received_at', report.received],
      ['screening_date', screening],
    ];
    // A screening before the newest report belongs to an earlier inquiry.
    if (days < 0) return missing(['screening_date'], dates);
    const text = () =>
      fill(words.screenedAfterReport, {
        ...said(),
        received: formatDanish(report.received),
        length: formatDuration(received, screening),
      });
    return judged(days <= localDays ? 'yes' : 'unclear', text, dates);
  },
};

/** R04: a report during a measure makes the question of re-assessment relevant; dates cannot answer it. */
const duringSupport: DateRule = {
  uses: ['report_received_at', 'support_start', 'placement_start'],
  judge(record) {
    const reports = reportsOf(record);
    const running = measures(record);
    if (reports.length === 0) return missing(['report_received_at']);
    if (running.length === 0) return missing(['support_start']);
    for (const { received } of reports.toReversed()) {
      const day = toDate(received);
      const measure = running.find((each) => runsOn(each, day));
      if (measure === undefined) continue;
      const text = () =>
        fill(words.duringSupport, {
          received: formatDanish(received),
          start: formatDanish(measure.start),
          law: lawReference('reassessment', day),
        });
      return judged('unclear', text, [
        ['report_received_at', received],
        [measure.field, measure.start],
      ]);
    }
    return judged('not-relevant', words.notDuringSupport);
  },
};

/** R05: two reports within 24 months make the question of the pattern relevant. */
const repeatedReports: DateRule = {
  uses: ['report_received_at'],
  judge(record) {
    const reports = reportsOf(record);
    const newest = reports.at(-1);
    if (newest === undefined) return missing(['report_received_at']);
    const from = addMonths(toDate(newest.received), -repeatedWithinMonths);
    const recent = reports.filter(({ received }) => toDate(received) >= from);
    const dates = recent.map(({ received }): UsedDate => ['report_received_at', received]);
    if (recent.length < 2) return judged('not-relevant', words.notRepeated, dates);
    const list = (): string => recent.map(({ received }) => formatDanish(toDate(received))).join(', ');
    return judged('unclear', () => fill(words.repeated, { count: String(recent.length), dates: list() }), dates);
  },
};

const stepFields = [
  'screening_date',
  'bfu_start',
  'child_talk_dates',
  'decision_date',
  'support_start',
  'placement_start',
  'followup_dates',
] as const satisfies readonly FieldId[];

/** R26: something happened after the report; how soon is a local matter, so a late step is unclear. */
const nextStep: DateRule = {
  uses: ['report_received_at', ...stepFields],
  judge(record) {
    const report = newestReport(record);
    if (report === undefined) return missing(['report_received_at']);
    const received = toDate(report.received);
    const used: UsedDate = ['report_received_at', report.received];
    const step = firstStepFrom(record, received);
    if (step === undefined) {
      return judged('unclear', () => fill(words.noNextStep, { received: formatDanish(report.received) }), [used]);
    }
    const text = () =>
      fill(words.nextStep, {
        received: formatDanish(report.received),
        step: fieldName(step.field),
        date: formatDanish(step.day),
        length: formatDuration(received, step.day),
      });
    return judged(daysBetween(received, step.day) <= localDays ? 'yes' : 'unclear', text, [
      used,
      [step.field, step.day],
    ]);
  },
};

/** The earliest step on or after a day; of several on one day the first in the order of the fields. */
function firstStepFrom(
  record: CaseRecord,
  day: LocalDate,
): { readonly field: FieldId; readonly day: LocalDate } | undefined {
  let first: { readonly field: FieldId; readonly day: LocalDate } | undefined;
  for (const field of stepFields) {
    for (const { [field]: value } of rowsWith(record, field)) {
      for (const moment of typeof value === 'string' ? [value] : (value ?? [])) {
        const step = toDate(moment);
        if (step >= day && (first === undefined || step < first.day)) first = { field, day: step };
      }
    }
  }
  return first;
}

export const reportContextRules = { R03: screened, R04: duringSupport, R05: repeatedReports, R26: nextStep } as const;
