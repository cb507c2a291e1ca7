import { fieldWords } from '../../words/importing.ts';
import { conditionWords as words } from '../../words/targeted-rules.ts';
import { formatDanish } from '../calendar/format.ts';
import { parseIso } from '../calendar/local-date.ts';
import type { CaseFilter } from '../population/filter.ts';

/** Conditions in words: `Team: Nord eller Syd; Afgørelse: fra 01-11-2025`. Empty where there are none. */
export function describeConditions(filters: readonly CaseFilter[]): string {
  return filters.map(describe).join(words.and);
}

function describe(filter: CaseFilter): string {
  const field = fieldWords[filter.field];
  if ('oneOf' in filter) return words.oneOf(field, filter.oneOf.join(words.or));
  if ('noneOf' in filter) return words.noneOf(field, filter.noneOf.join(words.or));
  if ('filled' in filter) return filter.filled ? words.filled(field) : words.empty(field);
  const { from, to } = filter;
  if (to === undefined) return words.from(field, danish(from ?? ''));
  return from === undefined ? words.to(field, danish(to)) : words.between(field, danish(from), danish(to));
}

function danish(iso: string): string {
  const day = parseIso(iso);
  return day === null ? iso : formatDanish(day);
}
