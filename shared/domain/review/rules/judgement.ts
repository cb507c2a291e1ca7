import { commonRuleWords, singleDateWords } from '../../../words/date-rules.ts';
import { fill } from '../../../words/fill.ts';
import { fieldWords } from '../../../words/importing.ts';
import { formatDanish } from '../../calendar/format.ts';
import type { LocalDate, Moment } from '../../calendar/local-date.ts';
import type { FieldId } from '../../importing/fields.ts';
import type { CaseRecord } from '../../population/case.ts';
import type { DateVerdict, Deadline } from '../date-finding.ts';

/** A date that a rule used, with the field it came from. */
export type UsedDate = readonly [FieldId, Moment];

/** A sentence that is only made when somebody reads it: a check over 100,000 cases reads none. */
export type Words = () => string;

/** What a rule says of a case, before its number and its notes on future dates are added. */
export interface Judgement {
  readonly verdict: DateVerdict;
  readonly words: Words;
  readonly dates: readonly UsedDate[];
  readonly exceededBy?: number;
  readonly milder?: boolean;
  readonly deadline?: Deadline;
}

/**
 * One date rule. `judge` sees the case as it was on `asOf`: events dated later are not in the record any more.
 * `uses` names the fields whose later dates are worth a sentence.
 */
export interface DateRule {
  readonly uses: readonly FieldId[];
  readonly judge: (record: CaseRecord, asOf: LocalDate) => Judgement;
}

export function judged(
  verdict: DateVerdict,
  words: string | Words,
  dates: readonly UsedDate[] = [],
  extra: Pick<Judgement, 'exceededBy' | 'milder' | 'deadline'> = {},
): Judgement {
  return { verdict, words: typeof words === 'string' ? () => words : words, dates, ...extra };
}

/** A rule cannot say anything without these fields. Never "no": the date may be missing in the export only. */
export function missing(fields: readonly FieldId[], dates: readonly UsedDate[] = []): Judgement {
  return judged('missing', () => fill(commonRuleWords.missing, { fields: fields.map(fieldName).join(', ') }), dates);
}

/** Two dates stand in an order that cannot be right, so the rule says nothing. */
export function wrongOrder(earlier: UsedDate, later: UsedDate): Judgement {
  const words = (): string =>
    fill(commonRuleWords.wrongOrder, {
      later: capitalised(fieldName(later[0])),
      laterDate: formatDanish(later[1]),
      earlier: fieldName(earlier[0]),
      earlierDate: formatDanish(earlier[1]),
    });
  return judged('unclear', words, [earlier, later]);
}

/** The sentence, followed by the reminder that the export may lack what the file holds. */
export function mayBeMissing(words: Words): Words {
  return () => `${words()} ${commonRuleWords.mayBeMissing}`;
}

/** What one date of a field is called within a sentence. */
export function fieldName(field: FieldId): string {
  const single: Partial<Record<FieldId, string>> = singleDateWords;
  return single[field] ?? fieldWords[field];
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
