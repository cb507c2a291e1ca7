import { assessmentRuleWords as words } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish, formatDuration } from '../../calendar/format.ts';
import { addMonths, compareMoments, daysBetween, type LocalDate, toDate } from '../../calendar/local-date.ts';
import type { CaseRecord } from '../../population/case.ts';
import {
  type DateRule,
  judged,
  type Judgement,
  mayBeMissing,
  missing,
  type UsedDate,
  type Words,
  wrongOrder,
} from './judgement.ts';
import { rowsWith } from './known-record.ts';
import { lawReference } from './law.ts';
import { isPlacement } from './legal-basis.ts';

const limitMonths = 4;

type StartField = keyof typeof words.startLabels;

/** Where the four months begin, and from which field. */
interface AssessmentStart {
  readonly date: LocalDate;
  readonly field: StartField;
}

/**
 * The four months run from the day the municipality became aware; without that day from the earliest report that can
 * have led to the assessment (not later than its start); without one from the assessment's own start.
 */
function assessmentStart(record: CaseRecord): AssessmentStart | null {
  const { awareness_date: awareness, bfu_start: begun, bfu_end: ended } = record.values;
  if (awareness !== undefined) return { date: awareness, field: 'awareness_date' };
  const [report] = rowsWith(record, 'report_received_at')
    .flatMap(({ report_received_at: received }) => (received === undefined ? [] : [toDate(received)]))
    .filter((received) => received <= (begun ?? ended ?? received))
    .toSorted(compareMoments);
  if (report !== undefined) return { date: report, field: 'report_received_at' };
  return begun === undefined ? null : { date: begun, field: 'bfu_start' };
}

/**
 * A finished assessment that took more than four months from its start, whatever day it is today: the targeted rule
 * "bfu-over-4-maaneder". `exceededBy` in whole days after the limit. Null where it is not so, or cannot be seen.
 */
export function assessmentOverdue(
  record: CaseRecord,
): { readonly start: LocalDate; readonly end: LocalDate; readonly exceededBy: number } | null {
  const start = assessmentStart(record);
  const end = record.values.bfu_end;
  if (start === null || end === undefined) return null;
  const exceededBy = daysBetween(addMonths(start.date, limitMonths), end);
  return exceededBy > 0 ? { start: start.date, end, exceededBy } : null;
}

/**
 * R06: a case marked with abuse or placement must have an assessment. The law is the one of the day when it was made;
 * without it, of the placement, which it should have come before.
 */
const assessmentMade: DateRule = {
  uses: ['bfu_start', 'bfu_end', 'placement_start', 'decision_date'],
  judge(record, asOf) {
    const { bfu_start: begun, bfu_end: ended } = record.values;
    const date = begun ?? ended;
    const law = lawReference('assessmentDuty', date ?? placedOn(record, asOf) ?? asOf);
    if (date !== undefined) {
      const field = begun === undefined ? 'bfu_end' : 'bfu_start';
      return judged('yes', () => fill(words.begun, { date: formatDanish(date), law }), [[field, date]]);
    }
    const marks = marksOf(record, asOf);
    if (marks.length === 0) return judged('unclear', () => fill(words.dutyUnknown, { law }));
    const text = (): string => fill(words.notBegun, { marks: marks.join(', '), law });
    return judged('no', mayBeMissing(text));
  },
};

/**
 * R07: finished within four months of the start. A case with no trace of an assessment, and nothing that says that the
 * law requires one, is "missing": the limit holds only where there is an assessment to make.
 */
const assessmentInTime: DateRule = {
  uses: ['awareness_date', 'report_received_at', 'bfu_start', 'bfu_end'],
  judge: judgeTime,
};

function judgeTime(record: CaseRecord, asOf: LocalDate): Judgement {
  const start = assessmentStart(record);
  if (start === null) return missing(['awareness_date', 'report_received_at', 'bfu_start']);
  const { bfu_start: begun, bfu_end: end } = record.values;
  const law = lawReference('assessment', start.date);
  const limit = addMonths(start.date, limitMonths);
  const used: UsedDate = [start.field, start.date];
  const said = () => ({ label: words.startLabels[start.field], start: formatDanish(start.date), law });
  if (end !== undefined) {
    if (end < start.date) return wrongOrder(used, ['bfu_end', end]);
    const text = () =>
      fill(words.finished, { ...said(), end: formatDanish(end), length: formatDuration(start.date, end) });
    const late = daysBetween(limit, end);
    return withStart(start, late > 0 ? 'no' : 'yes', text, [used, ['bfu_end', end]], late);
  }
  if (begun === undefined && marksOf(record, asOf).length === 0) {
    return judged('missing', () => fill(words.noAssessment, said()), [used]);
  }
  const late = daysBetween(limit, asOf);
  if (late <= 0) {
    const text = () => fill(words.unfinished, { ...said(), asOf: formatDanish(asOf), limit: formatDanish(limit) });
    return withStart(start, 'unclear', text, [used], 0);
  }
  const text = () =>
    fill(words.unfinishedLate, { ...said(), asOf: formatDanish(asOf), length: formatDuration(start.date, asOf) });
  return withStart(start, 'no', mayBeMissing(text), [used], late);
}

function withStart(
  start: AssessmentStart,
  verdict: Judgement['verdict'],
  text: Words,
  dates: readonly UsedDate[],
  late: number,
): Judgement {
  const deadline = { from: start.date, until: addMonths(start.date, limitMonths) };
  const exceeded = late > 0 ? { exceededBy: late, deadline } : { deadline };
  if (start.field === 'awareness_date') return judged(verdict, text, dates, exceeded);
  const remark = start.field === 'bfu_start' ? words.fromStart : words.fromReport;
  return judged(verdict, () => `${text()} ${remark}`, dates, { ...exceeded, milder: true });
}

/** R08: an interim assessment by the limit, where R07 says no. */
const interimAssessment: DateRule = {
  uses: [...assessmentInTime.uses, 'bfu_provisional'],
  judge(record, asOf) {
    const start = assessmentStart(record);
    const inTime = judgeTime(record, asOf);
    if (start === null || inTime.verdict === 'missing') return inTime;
    const law = lawReference('assessment', start.date);
    if (inTime.verdict !== 'no') {
      return judged('not-relevant', () => fill(words.provisionalNotNeeded, { law }), inTime.dates);
    }
    const limit = addMonths(start.date, limitMonths);
    const provisional = record.values.bfu_provisional;
    if (provisional === undefined) {
      return judged('missing', () => fill(words.noProvisional, { limit: formatDanish(limit), law }), inTime.dates);
    }
    const text = () => fill(words.provisional, { limit: formatDanish(limit), date: formatDanish(provisional), law });
    const dates: readonly UsedDate[] = [...inTime.dates, ['bfu_provisional', provisional]];
    const late = daysBetween(limit, provisional);
    return late > 0 ? judged('no', text, dates, { exceededBy: late }) : judged('yes', text, dates);
  },
};

/** R18: the assessment was finished when the placement was decided. */
const assessmentBeforePlacement: DateRule = {
  uses: ['bfu_end', 'decision_date', 'placement_start'],
  judge(record, asOf) {
    const { bfu_end: end, decision_date: decided, placement_start: placed } = record.values;
    const decision = decided ?? placed;
    if (!isPlacement(record.values, decision ?? asOf)) return judged('not-relevant', words.notPlaced);
    if (decision === undefined) return missing(['decision_date', 'placement_start']);
    const law = lawReference('assessmentFirst', decision);
    const used: UsedDate = [decided === undefined ? 'placement_start' : 'decision_date', decision];
    const said = () => ({ decision: formatDanish(decision), law });
    const without = (): string => fill(words.placedWithout, said());
    if (end === undefined) return judged('no', mayBeMissing(without), [used]);
    const text = end <= decision ? words.beforePlacement : words.afterPlacement;
    return judged(end <= decision ? 'yes' : 'unclear', () => fill(text, { ...said(), end: formatDanish(end) }), [
      ['bfu_end', end],
      used,
    ]);
  },
};

/** The day of the placement, or of the decision on one. */
function placedOn({ values }: CaseRecord, asOf: LocalDate): LocalDate | undefined {
  const { placement_start: placed, decision_date: decided } = values;
  return placed ?? (isPlacement(values, decided ?? asOf) ? decided : undefined);
}

/** What in the export says that the law requires an assessment. */
function marksOf(record: CaseRecord, asOf: LocalDate): readonly string[] {
  const marks: string[] = [];
  if (record.values.abuse_flag === true) marks.push(words.marks.abuse_flag);
  if (isPlacement(record.values, record.values.decision_date ?? asOf)) marks.push(words.marks.placement);
  return marks;
}

export const assessmentRules = {
  R06: assessmentMade,
  R07: assessmentInTime,
  R08: interimAssessment,
  R18: assessmentBeforePlacement,
} as const;
