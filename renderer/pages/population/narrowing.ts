import { populationSince } from '#shared/contract/population.ts';
import type { DateCheckVerdict } from '#shared/domain/population/date-check.ts';
import { dateCheckVerdictWords, dateRuleName } from '#shared/words/population.ts';

import { populationWords } from '../../words/population.ts';
import type { CaseQuery } from './case-list.ts';

/** What the list of cases is narrowed to from elsewhere on the page. */
export type Narrowing =
  | { readonly kind: 'rule'; readonly rule: string; readonly verdict: DateCheckVerdict; readonly since?: never }
  | { readonly kind: 'since'; readonly since: (typeof populationSince)[number] };

/** The narrowing that another page asked for in the route; null where it asked for none. */
export function narrowingOf(asked: string | undefined): Narrowing | null {
  const since = populationSince.find((each) => each === asked);
  return since === undefined ? null : { kind: 'since', since };
}

export function narrowingWords(narrowing: Narrowing): string {
  return narrowing.kind === 'since'
    ? populationWords.since.narrowed[narrowing.since]
    : populationWords.list.narrowed(dateRuleName(narrowing.rule), verdictName(narrowing.verdict));
}

/** A verdict as it stands within a sentence. */
export function verdictName(verdict: DateCheckVerdict): string {
  return dateCheckVerdictWords[verdict].toLocaleLowerCase('da');
}

export function narrowedQuery(narrowing: Narrowing | null): Partial<CaseQuery> {
  if (narrowing === null) return {};
  return narrowing.kind === 'since' ? { since: narrowing.since } : { rule: narrowing.rule, verdict: narrowing.verdict };
}
