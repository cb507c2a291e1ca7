import { reportRuleWords as words } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { elapsedMinutes } from '../../calendar/danish-time.ts';
import { formatDanish, formatDuration, formatMinutes } from '../../calendar/format.ts';
import {
  addDays,
  compareMoments,
  daysBetween,
  hasTime,
  type LocalDate,
  type Moment,
  toDate,
} from '../../calendar/local-date.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { CaseRecord } from '../../population/case.ts';
import {
  type DateRule,
  judged,
  type Judgement,
  mayBeMissing,
  missing,
  type UsedDate,
  wrongOrder,
} from './judgement.ts';
import { rowsWith } from './known-record.ts';
import { lawReference } from './law.ts';

/** The duty to assess within 24 hours came with overgrebspakken. */
const dayRuleFrom = '2013-10-01';
const dayInMinutes = 24 * 60;
const receiptWorkingDays = 6;

/** One report of concern with what was registered about it. */
export interface Report {
  readonly received: Moment;
  readonly assessed: Moment | undefined;
  readonly receiptSent: LocalDate | undefined;
  readonly reporter: string | undefined;
}

/** The reports of a case, oldest first; rows that repeat the same report count once. */
export function reportsOf(record: CaseRecord): readonly Report[] {
  const byMoment = new Map<Moment, Report>();
  for (const row of rowsWith(record, 'report_received_at')) {
    const received = row.report_received_at;
    if (received === undefined) continue;
    const known = byMoment.get(received);
    byMoment.set(received, {
      received,
      assessed: known?.assessed ?? row.report_assessed_at,
      receiptSent: known?.receiptSent ?? row.report_receipt_sent,
      reporter: known?.reporter ?? row.reporter_type,
    });
  }
  return [...byMoment.values()].toSorted((a, b) => compareMoments(a.received, b.received));
}

/**
 * The report that the questions about "the report" are about. What its own row does not say is taken from the case,
 * unless that lies before the report.
 */
export function newestReport(record: CaseRecord): Report | undefined {
  const report = reportsOf(record).at(-1);
  if (report === undefined) return undefined;
  const day = toDate(report.received);
  const { report_assessed_at: assessed, report_receipt_sent: sent } = record.values;
  return {
    ...report,
    assessed: report.assessed ?? (assessed !== undefined && toDate(assessed) >= day ? assessed : undefined),
    receiptSent: report.receiptSent ?? (sent !== undefined && sent >= day ? sent : undefined),
  };
}

/** R00: date and time of day are registered. */
const registered: DateRule = {
  uses: ['report_received_at'],
  judge(record) {
    const report = newestReport(record);
    if (report === undefined) return missing(['report_received_at']);
    const timed = hasTime(report.received);
    const text = () => fill(timed ? words.registered : words.noTime, { received: formatDanish(report.received) });
    return judged(timed ? 'yes' : 'missing', text, [['report_received_at', report.received]]);
  },
};

/** R01: assessed within 24 real hours; by days where a time of day is missing. */
const assessedInTime: DateRule = {
  uses: ['report_received_at', 'report_assessed_at'],
  judge(record, asOf) {
    const report = newestReport(record);
    if (report === undefined) return missing(['report_received_at']);
    const { received, assessed } = report;
    const used: UsedDate = ['report_received_at', received];
    if (toDate(received) < dayRuleFrom) {
      return judged('not-relevant', () => fill(words.before2013, { received: formatDanish(received) }), [used]);
    }
    if (assessed === undefined) return notAssessed(received, asOf);
    const dates: readonly UsedDate[] = [used, ['report_assessed_at', assessed]];
    if (isBefore(assessed, received)) return wrongOrder(used, ['report_assessed_at', assessed]);
    return hasTime(received) && hasTime(assessed)
      ? byHours(received, assessed, dates)
      : byDays(received, assessed, dates);
  },
};

function notAssessed(received: Moment, asOf: LocalDate): Judgement {
  const law = lawReference('report', toDate(received));
  const said = () => ({ received: formatDanish(received), law });
  const used: UsedDate = ['report_received_at', received];
  // Two days later 24 hours have passed whatever the time of day; on the next day it cannot be known.
  const late = daysBetween(toDate(received), asOf) - 1;
  const deadline = { from: toDate(received), until: addDays(toDate(received), 1) };
  const text = (): string => fill(words.notAssessed, said());
  if (late > 0) return judged('no', mayBeMissing(text), [used], { exceededBy: late, deadline });
  return judged('unclear', () => fill(words.notYetAssessed, { ...said(), asOf: formatDanish(asOf) }), [used]);
}

function byHours(received: Moment, assessed: Moment, dates: readonly UsedDate[]): Judgement {
  if (!hasTime(received) || !hasTime(assessed)) return byDays(received, assessed, dates);
  const { least, most } = elapsedMinutes(received, assessed);
  const said = () => ({
    received: formatDanish(received),
    assessed: formatDanish(assessed),
    law: lawReference('report', toDate(received)),
  });
  if (least <= dayInMinutes && most > dayInMinutes) {
    const lengths = () => ({ least: formatMinutes(least), most: formatMinutes(most) });
    return judged('unclear', () => fill(words.assessedClock, { ...said(), ...lengths() }), dates);
  }
  const text = () => fill(words.assessed, { ...said(), length: formatMinutes(least) });
  if (least <= dayInMinutes) return judged('yes', text, dates);
  const deadline = { from: toDate(received), until: addDays(toDate(received), 1) };
  return judged('no', text, dates, { exceededBy: Math.floor((least - dayInMinutes) / dayInMinutes), deadline });
}

function byDays(received: Moment, assessed: Moment, dates: readonly UsedDate[]): Judgement {
  const from = toDate(received);
  const to = toDate(assessed);
  const days = daysBetween(from, to);
  const said = () => ({
    received: formatDanish(received),
    assessed: formatDanish(assessed),
    law: lawReference('report', from),
  });
  if (days === 0) return judged('yes', () => fill(words.assessedSameDay, said()), dates);
  if (days === 1) return judged('unclear', () => fill(words.assessedNextDay, said()), dates);
  return judged('no', () => fill(words.assessed, { ...said(), length: formatDuration(from, to) }), dates, {
    exceededBy: days - 1,
  });
}

function isBefore(a: Moment, b: Moment): boolean {
  return hasTime(a) && hasTime(b) ? elapsedMinutes(b, a).most < 0 : toDate(a) < toDate(b);
}

/** R01b: something was done within a day; the export does not say whether the report was acute. */
const actedAtOnce: DateRule = {
  uses: ['report_received_at', 'placement_start', 'decision_date'],
  judge(record) {
    const report = newestReport(record);
    if (report === undefined) return missing(['report_received_at']);
    const from = toDate(report.received);
    const used: UsedDate = ['report_received_at', report.received];
    const received = (): string => formatDanish(report.received);
    for (const field of ['placement_start', 'decision_date'] as const) {
      const date = record.values[field];
      if (date === undefined || date < from || date > addDays(from, 1)) continue;
      const action = words.actions[field];
      return judged('yes', () => fill(words.acted, { received: received(), action, date: formatDanish(date) }), [
        used,
        [field, date],
      ]);
    }
    return judged('unclear', () => fill(words.acuteUnknown, { received: received() }), [used]);
  },
};

/**
 * R02: a receipt within six working days. Late counting Monday to Friday is "no"; late only when Saturdays count as
 * hverdage is "unclear", until a lawyer has said which counting holds.
 */
const receiptSent: DateRule = {
  uses: ['report_received_at', 'report_receipt_sent'],
  judge(record, asOf) {
    const report = newestReport(record);
    if (report === undefined) return missing(['report_received_at']);
    const { received, receiptSent: sent, reporter } = report;
    if (/anonym/i.test(reporter ?? '')) return judged('not-relevant', words.anonymous);
    const from = toDate(received);
    const limit = addWorkingDays(from, receiptWorkingDays);
    const said = () => ({
      received: formatDanish(received),
      limit: formatDanish(limit),
      law: lawReference('receipt', from),
    });
    const used: UsedDate = ['report_received_at', received];
    if (sent === undefined) {
      return asOf <= limit
        ? judged('unclear', () => fill(words.receiptOpen, said()), [used])
        : missing(['report_receipt_sent'], [used]);
    }
    const dates: readonly UsedDate[] = [used, ['report_receipt_sent', sent]];
    if (sent < from) return wrongOrder(used, ['report_receipt_sent', sent]);
    const text = () => fill(words.receipt, { ...said(), sent: formatDanish(sent) });
    const deadline = { from, until: limit };
    if (sent > limit) return judged('no', text, dates, { exceededBy: daysBetween(limit, sent), deadline });
    if (sent <= addWorkingDays(from, receiptWorkingDays, true)) return judged('yes', text, dates, { deadline });
    return judged('unclear', () => fill(words.receiptSaturday, { ...said(), sent: formatDanish(sent) }), dates);
  },
};

export const reportRules = { R00: registered, R01: assessedInTime, R01b: actedAtOnce, R02: receiptSent } as const;
