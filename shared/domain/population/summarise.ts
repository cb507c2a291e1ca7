import { notStated } from '../../words/population.ts';
import type { CaseRecord } from './case.ts';
import { normaliseText } from './normalise-text.ts';

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

export interface PopulationCounts {
  readonly teams: readonly ValueCount[];
  readonly caseworkers: readonly ValueCount[];
  readonly caseTypes: readonly ValueCount[];
  readonly statuses: readonly ValueCount[];
  readonly legalBases: readonly ValueCount[];
}

/** Danish letters in Danish order (æ, ø, å last; aa as å), numbers by size: "Team 2" before "Team 10". */
export const danishOrder = new Intl.Collator('da', { numeric: true });

/** How many cases each team, caseworker, type, status and legal basis has; values sorted the Danish way, "not stated" last. */
export function summarise(cases: readonly CaseRecord[]): PopulationCounts {
  return {
    teams: countValues(cases, 'team'),
    caseworkers: countValues(cases, 'caseworker'),
    caseTypes: countValues(cases, 'case_type'),
    statuses: countValues(cases, 'status'),
    legalBases: countValues(cases, 'legal_basis'),
  };
}

function countValues(
  cases: readonly CaseRecord[],
  field: 'team' | 'caseworker' | 'case_type' | 'status' | 'legal_basis',
): readonly ValueCount[] {
  const written = new Map<string, number>();
  for (const { values } of cases) {
    const value = values[field] ?? '';
    written.set(value, (written.get(value) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [value, count] of written) {
    const name = normaliseText(value) || notStated;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const last = ({ value }: ValueCount): number => (value === notStated ? 1 : 0);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => last(a) - last(b) || danishOrder.compare(a.value, b.value));
}
