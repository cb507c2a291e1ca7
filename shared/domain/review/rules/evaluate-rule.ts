import { commonRuleWords, recordRuleWords } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { formatDanish } from '../../calendar/format.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import type { CaseRecord } from '../../population/case.ts';
import type { DateFinding } from '../date-finding.ts';
import { assessmentRules } from './assessment.ts';
import { followUpRules } from './follow-up.ts';
import { involvementRules } from './involvement.ts';
import { capitalised, type DateRule, fieldName, judged, type Judgement, type UsedDate } from './judgement.ts';
import { knownOn, leaveOutLater } from './known-record.ts';
import { placementRules } from './placement.ts';
import { planRules } from './plan.ts';
import { reportContextRules } from './report-context.ts';
import { reportRules } from './report.ts';
import { transitionRules } from './transition.ts';

/** R25: no export holds the day a note was written, and the law sets no number of days. */
const notesWritten: DateRule = { uses: [], judge: () => judged('missing', recordRuleWords.noteDates) };

const rules: Readonly<Record<string, DateRule>> = {
  ...reportRules,
  ...reportContextRules,
  ...assessmentRules,
  ...involvementRules,
  ...planRules,
  ...followUpRules,
  ...placementRules,
  ...transitionRules,
  R25: notesWritten,
};

/** The rules there are: R00 to R26, and R01b. */
export const ruleIds: readonly string[] = Object.keys(rules).toSorted();

/** The verdict of a rule without its sentence. */
export type JudgedRule = Omit<Judgement, 'words'>;

/**
 * What each of the rules says of a case on a day, in codes and dates; null for a rule that does not exist. For checks
 * over many cases: no sentence is made.
 */
export function judgeRules(
  ruleIds: readonly string[],
  record: CaseRecord,
  asOf: LocalDate,
): readonly (JudgedRule | null)[] {
  const known = leaveOutLater(record, asOf).record;
  return ruleIds.map((ruleId) => ruleOf(ruleId)?.judge(known, asOf) ?? null);
}

/**
 * What one date rule says of a case on a day; null for a rule that does not exist. A suggestion for the reviewer, never
 * an answer. Events dated after `asOf` have not happened yet, and the words say so. The law follows the event's date.
 */
export function evaluateRule(ruleId: string, record: CaseRecord, asOf: LocalDate): DateFinding | null {
  const rule = ruleOf(ruleId);
  if (rule === undefined) return null;
  const known = knownOn(record, asOf);
  const { dates, words, ...rest } = rule.judge(known.record, asOf);
  const notes = known.later.filter(([field]) => rule.uses.includes(field)).map((date) => laterNote(date, asOf));
  return {
    rule: ruleId,
    ...rest,
    words: [words(), ...notes].join(' '),
    dates: dates.map(([field, moment]) => ({ label: fieldName(field), moment })),
  };
}

function ruleOf(ruleId: string): DateRule | undefined {
  return Object.hasOwn(rules, ruleId) ? rules[ruleId] : undefined;
}

function laterNote([field, moment]: UsedDate, asOf: LocalDate): string {
  return fill(commonRuleWords.future, {
    field: capitalised(fieldName(field)),
    date: formatDanish(moment),
    asOf: formatDanish(asOf),
  });
}
