import type { LocalDate } from '../calendar/local-date.ts';
import type { DateVerdict } from '../review/date-finding.ts';
import { judgeRules } from '../review/rules/evaluate-rule.ts';
import type { CaseRecord } from './case.ts';

/**
 * The rules of the check over all cases: those whose answer the dates of an export can give. The others (R00, R01b, R04,
 * R05, R10, R11, R21, R25) ask whether a question is relevant, or use dates that no export holds.
 */
export const dateCheckRules = [
  'R01',
  'R02',
  'R03',
  'R06',
  'R07',
  'R08',
  'R09',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
  'R19',
  'R20',
  'R22',
  'R23',
  'R24',
  'R26',
] as const;
export type DateCheckRule = (typeof dateCheckRules)[number];

/** What the check says of one case and rule; the order is that of the columns. */
export const dateCheckVerdicts = ['kept', 'broken', 'missing', 'unclear', 'notRelevant'] as const;
export type DateCheckVerdict = (typeof dateCheckVerdicts)[number];

/** One rule over every case; the five counts sum to the number of cases. */
export interface DateCheckLine extends Readonly<Record<DateCheckVerdict, number>> {
  readonly rule: DateCheckRule;
}

const verdictOf: Readonly<Record<DateVerdict, DateCheckVerdict>> = {
  yes: 'kept',
  no: 'broken',
  missing: 'missing',
  unclear: 'unclear',
  partly: 'unclear',
  'not-relevant': 'notRelevant',
};

/** What a finding is in the words of the check. "Partly" counts as unclear. */
export function checkedVerdict({ verdict }: { readonly verdict: DateVerdict }): DateCheckVerdict {
  return verdictOf[verdict];
}

/** The verdicts of a check while it runs: cases are added one after another, in the order of the population. */
export interface DateCheckTally {
  add(record: CaseRecord): void;
  lines(): readonly DateCheckLine[];
  /** The verdict of the case added as number `index`, from 0. */
  verdict(rule: DateCheckRule, index: number): DateCheckVerdict;
}

/** A tally for `size` cases, judged on `asOf`; one byte for each case and rule. */
export function createDateCheckTally(size: number, asOf: LocalDate): DateCheckTally {
  const columns = dateCheckRules.map((rule) => ({
    rule,
    codes: new Uint8Array(size),
    counts: { kept: 0, broken: 0, missing: 0, unclear: 0, notRelevant: 0 },
  }));
  const codesOf = new Map(columns.map(({ rule, codes }) => [rule, codes]));
  let added = 0;
  return {
    add: (record) => {
      const judgements = judgeRules(dateCheckRules, record, asOf);
      for (const [index, { codes, counts }] of columns.entries()) {
        const judged = judgements[index] ?? null;
        const verdict = judged === null ? 'notRelevant' : checkedVerdict(judged);
        codes[added] = dateCheckVerdicts.indexOf(verdict);
        counts[verdict] += 1;
      }
      added += 1;
    },
    lines: () => columns.map(({ rule, counts }) => ({ rule, ...counts })),
    verdict: (rule, index) => dateCheckVerdicts[codesOf.get(rule)?.[index] ?? -1] ?? 'notRelevant',
  };
}

/** No share is said of fewer answers than this. */
export const fewestForShare = 10;

/**
 * The share that kept the deadline among the cases where the dates give an answer (kept or broken), which is `of`. Null
 * share under ten answers: too few to say anything.
 */
export function keptShare({ kept, broken }: DateCheckLine): { readonly of: number; readonly share: number | null } {
  const of = kept + broken;
  return { of, share: of < fewestForShare ? null : kept / of };
}
