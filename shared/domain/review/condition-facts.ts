import { reporterWords, caseTypeWords } from '../../words/review-conditions.ts';
import { addMonths, ageAt, compareMoments, type LocalDate, type Moment, toDate } from '../calendar/local-date.ts';
import type { FieldId } from '../importing/fields.ts';
import type { CaseRecord } from '../population/case.ts';
import type { ConditionDay, FactCondition, FactName } from './conditions.ts';
import { evaluateRule } from './rules/evaluate-rule.ts';
import { measures, runsOn } from './rules/known-record.ts';
import { lawAt } from './rules/law.ts';
import { isPlacement, placementBasis } from './rules/legal-basis.ts';
import { reportsOf } from './rules/report.ts';

/** True, false, or not to be seen in the facts. */
export type Truth = 'yes' | 'no' | 'unknown';

/** A fact that a statement rests on: a field of the case, or a column of the municipality's own. */
export interface UsedFact {
  readonly field: FieldId | { readonly column: string };
  readonly value: Moment | string | boolean;
}

/** What a statement says of a case. */
export interface Judged {
  readonly truth: Truth;
  readonly facts: readonly UsedFact[];
}

/** A case as it was on the day asked about: events dated later are not in it. */
export interface ConditionContext {
  readonly record: CaseRecord;
  readonly asOf: LocalDate;
}

const unknown: Judged = { truth: 'unknown', facts: [] };

function judged(truth: boolean | Truth, facts: readonly UsedFact[] = []): Judged {
  return { truth: typeof truth === 'boolean' ? (truth ? 'yes' : 'no') : truth, facts };
}

function fact(field: FieldId, value: UsedFact['value']): UsedFact {
  return { field, value };
}

/** The newest day a field holds, or undefined. */
export function dayOf({ values }: CaseRecord, field: FieldId): Moment | undefined {
  const value = values[field];
  if (typeof value === 'string') return value as Moment;
  return Array.isArray(value) ? (value as readonly Moment[]).toSorted(compareMoments).at(-1) : undefined;
}

const dayFields: Readonly<Record<Exclude<ConditionDay, 'as-of'>, FieldId>> = {
  decision: 'decision_date',
  report: 'report_received_at',
  support: 'support_start',
  placement: 'placement_start',
};

/** Age on the day meant. Where that day is not known it lies at the latest on `asOf`, which may already settle it. */
function age({ record, asOf }: ConditionContext, at: ConditionDay, years: number): Judged {
  const { birth_date: birth } = record.values;
  if (birth === undefined) return unknown;
  const day = at === 'as-of' ? asOf : dayOf(record, dayFields[at]);
  const facts = [fact('birth_date', birth)];
  if (day !== undefined) {
    const used = at === 'as-of' ? [] : [fact(dayFields[at], day)];
    return judged(ageAt(birth, toDate(day)) >= years, [...facts, ...used]);
  }
  return ageAt(birth, asOf) < years ? judged('no', facts) : { truth: 'unknown', facts };
}

function opposite({ truth, facts }: Judged): Judged {
  return { truth: truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown', facts };
}

/** A day at least so many months before the day asked about. */
function older({ record, asOf }: ConditionContext, field: FieldId, months: number): Judged {
  const day = dayOf(record, field);
  return day === undefined ? unknown : judged(toDate(day) <= addMonths(asOf, -months), [fact(field, day)]);
}

/** A day that is there, and recent enough where that is asked. */
function recent({ record, asOf }: ConditionContext, field: FieldId, withinMonths: number | undefined): Judged {
  const day = dayOf(record, field);
  if (day === undefined) return unknown;
  return judged(withinMonths === undefined || toDate(day) >= addMonths(asOf, -withinMonths), [fact(field, day)]);
}

function contains(value: string | undefined, words: readonly string[], used: UsedFact['field']): Judged {
  if (value === undefined || value.trim() === '') return unknown;
  const text = value.toLowerCase();
  return judged(
    words.some((word) => text.includes(word.toLowerCase())),
    [{ field: used, value }],
  );
}

function flag({ record }: ConditionContext, field: 'abuse_flag' | 'protected_address'): Judged {
  const value = record.values[field];
  return value === undefined ? unknown : judged(value, [fact(field, value)]);
}

function placed({ record, asOf }: ConditionContext): Judged {
  const { placement_start: start, legal_basis: basis, decision_date: decided, case_type: type } = record.values;
  if (start !== undefined) return judged('yes', [fact('placement_start', start)]);
  const kind = placementBasis(record.values, decided ?? asOf);
  if (kind !== null && basis !== undefined) {
    return judged(isPlacement(record.values, decided ?? asOf), [fact('legal_basis', basis)]);
  }
  const isPlaced = contains(type, caseTypeWords.placed, 'case_type');
  if (isPlaced.truth === 'yes') return isPlaced;
  return contains(type, caseTypeWords.notPlaced, 'case_type').truth === 'yes' ? isPlaced : unknown;
}

function reportDuringSupport({ record }: ConditionContext): Judged {
  const reports = reportsOf(record);
  const running = measures(record);
  const [newest] = reports.toReversed();
  if (newest === undefined || running.length === 0) return unknown;
  for (const { received } of reports.toReversed()) {
    const measure = running.find((each) => runsOn(each, toDate(received)));
    if (measure !== undefined) {
      return judged('yes', [fact('report_received_at', received), fact(measure.field, measure.start)]);
    }
  }
  return judged('no', [fact('report_received_at', newest.received)]);
}

function repeatedReports({ record }: ConditionContext, withinMonths: number): Judged {
  const reports = reportsOf(record);
  const newest = reports.at(-1);
  if (newest === undefined) return unknown;
  const from = addMonths(toDate(newest.received), -withinMonths);
  const close = reports.filter(({ received }) => toDate(received) >= from);
  const facts = close.map(({ received }) => fact('report_received_at', received));
  return judged(close.length > 1, facts);
}

function openedAfterReport({ record }: ConditionContext): Judged {
  const { opened } = record.values;
  const [first] = reportsOf(record);
  if (opened === undefined || first === undefined) return unknown;
  const facts = [fact('report_received_at', first.received), fact('opened', opened)];
  return judged(toDate(first.received) <= opened, facts);
}

function professional({ record }: ConditionContext): Judged {
  const isPrivate = contains(record.values.reporter_type, reporterWords.private, 'reporter_type');
  if (isPrivate.truth === 'yes') return opposite(isPrivate);
  const isProfessional = contains(record.values.reporter_type, reporterWords.professional, 'reporter_type');
  return isProfessional.truth === 'no' ? { ...isProfessional, truth: 'unknown' } : isProfessional;
}

function siblings({ record }: ConditionContext): Judged {
  const { siblings: value } = record.values;
  if (value === undefined) return unknown;
  return judged(!/^(?:nej|ingen|0)$/iu.test(value.trim()), [fact('siblings', value)]);
}

function unborn({ record, asOf }: ConditionContext): Judged {
  const { birth_date: birth } = record.values;
  return birth === undefined ? unknown : judged(birth > asOf, [fact('birth_date', birth)]);
}

function decisionKind({ record }: ConditionContext, kinds: readonly string[]): Judged {
  const { decision_date: decided, placement_start: start, legal_basis: basis } = record.values;
  const day = decided ?? start;
  if (day === undefined) return unknown;
  const kind = placementBasis(record.values, day);
  if (kind === null) return unknown;
  const facts = basis === undefined ? [fact('placement_start', start ?? day)] : [fact('legal_basis', basis)];
  if (kind !== 'placement') return judged(kinds.includes(kind), facts);
  // A placement whose consent is not known is settled only where both kinds, or none, are meant.
  const meant = kinds.filter((each) => each.startsWith('placement')).length;
  return judged(meant === 2 ? 'yes' : meant === 0 ? 'no' : 'unknown', facts);
}

function lawAtEvent({ record }: ConditionContext, field: FieldId, law: string): Judged {
  const day = dayOf(record, field);
  return day === undefined ? unknown : judged(lawAt(toDate(day)) === law, [fact(field, day)]);
}

function ruleSays({ record, asOf }: ConditionContext, rule: string, verdicts: readonly string[]): Judged {
  const finding = evaluateRule(rule, record, asOf);
  if (finding === null || finding.verdict === 'missing') return unknown;
  const facts: readonly UsedFact[] = [{ field: { column: rule }, value: finding.words }];
  if (verdicts.includes(finding.verdict)) return judged('yes', facts);
  return finding.verdict === 'unclear' ? unknown : judged('no', facts);
}

type Judges = {
  readonly [N in FactName]: (statement: Extract<FactCondition, { fact: N }>, context: ConditionContext) => Judged;
};

const judges: Judges = {
  always: () => judged('yes'),
  'read-in-file': () => unknown,
  registered: ({ field }, context) => recent(context, field, undefined),
  'report-received': ({ withinMonths }, context) => recent(context, 'report_received_at', withinMonths),
  'report-during-support': (_, context) => reportDuringSupport(context),
  'repeated-reports': ({ withinMonths }, context) => repeatedReports(context, withinMonths),
  'opened-after-report': (_, context) => openedAfterReport(context),
  'reporter-anonymous': (_, { record }) =>
    contains(record.values.reporter_type, reporterWords.anonymous, 'reporter_type'),
  'reporter-professional': (_, context) => professional(context),
  'abuse-suspected': (_, context) => flag(context, 'abuse_flag'),
  'protected-address': (_, context) => flag(context, 'protected_address'),
  'has-siblings': (_, context) => siblings(context),
  unborn: (_, context) => unborn(context),
  'age-at-least': ({ years, at }, context) => age(context, at, years),
  'age-under': ({ years, at }, context) => opposite(age(context, at, years)),
  'turns-within': ({ years, months }, { record, asOf }) => {
    const { birth_date: birth } = record.values;
    if (birth === undefined) return unknown;
    return judged(addMonths(birth, years * 12) <= addMonths(asOf, months), [fact('birth_date', birth)]);
  },
  'decision-made': ({ withinMonths }, context) => recent(context, 'decision_date', withinMonths),
  'decision-kind': ({ kinds }, context) => decisionKind(context, kinds),
  placed: (_, context) => placed(context),
  'placed-months': ({ months }, context) => {
    const isPlaced = placed(context);
    return isPlaced.truth === 'no' ? isPlaced : older(context, 'placement_start', months);
  },
  'placement-form': ({ contains: words }, { record }) =>
    contains(record.values.placement_form, words, 'placement_form'),
  'supported-months': ({ months }, context) => older(context, 'support_start', months),
  'law-at': ({ field, law }, context) => lawAtEvent(context, field, law),
  'rule-says': ({ rule, verdicts }, context) => ruleSays(context, rule, verdicts),
  'case-type': ({ contains: words }, { record }) => contains(record.values.case_type, words, 'case_type'),
  column: ({ name, contains: words }, { record }) =>
    contains(Object.hasOwn(record.facts, name) ? record.facts[name] : undefined, words, { column: name }),
};

/** What one statement says of a case. */
export function judgeFact(statement: FactCondition, context: ConditionContext): Judged {
  const judge = judges[statement.fact] as (each: FactCondition, of: ConditionContext) => Judged;
  return judge(statement, context);
}
