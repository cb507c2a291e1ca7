import { isLocalDate, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { FieldId } from '#shared/domain/importing/fields.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { DateVerdict } from '#shared/domain/review/date-finding.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';

/** Values as plain text, to keep tables readable. */
export type PlainValues = Partial<Record<FieldId, string | boolean | readonly (string | boolean)[]>>;

/** A case with the given values; `rows` are the rows behind it, where they matter. */
export function aCase(values: PlainValues, rows: readonly PlainValues[] = []): CaseRecord {
  return {
    id: 'S-1',
    values: values as CaseRecord['values'],
    facts: {},
    activities: rows.map((row, index) => ({ row: index + 2, values: row as CaseRecord['values'] })),
  };
}

export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`not a date: ${text}`);
  return text;
}

/** One line of a rule's table: the dates, the day asked about, what is expected. */
export interface RuleLine {
  readonly what: string;
  readonly case: PlainValues;
  readonly rows?: readonly PlainValues[];
  readonly on?: string;
  readonly verdict: DateVerdict;
  readonly late?: number;
  readonly says?: string;
}

/** What a rule says of a line, in the shape of the line's expectation. */
export function outcomeOf(rule: string, line: RuleLine): object {
  const finding = evaluateRule(rule, aCase(line.case, line.rows), day(line.on ?? '2025-11-03'));
  if (finding === null) throw new Error(`no rule ${rule}`);
  return {
    verdict: finding.verdict,
    late: finding.exceededBy,
    says: line.says === undefined || finding.words.includes(line.says) ? line.says : finding.words,
  };
}

export function expectedOf({ verdict, late, says }: RuleLine): object {
  return { verdict, late, says };
}
