import type { CaseLine, populationSorts } from '#shared/contract/population.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { danishOrder } from '#shared/domain/population/summarise.ts';

export type PopulationSort = (typeof populationSorts)[number];

/** A line of the case list from a case: what tells cases apart, and nobody's name or CPR number. */
export function toLine({ id, values }: CaseRecord): CaseLine {
  return {
    id,
    team: values.team ?? null,
    caseworker: values.caseworker ?? null,
    caseType: values.case_type ?? null,
    legalBasis: values.legal_basis ?? null,
    status: values.status ?? null,
    opened: values.opened ?? null,
    decided: values.decision_date ?? null,
  };
}

/** Lines in the Danish order of their case numbers, numbers by size: S-2 before S-10. */
export function inNumberOrder(lines: readonly CaseLine[]): readonly CaseLine[] {
  const places = placesOf(lines.map(({ id }) => id));
  return lines.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/**
 * Lines that stand in the order of their numbers, in the Danish order of one column; equal values stay in the order of
 * their numbers. A missing value comes last in both directions.
 */
export function sortLines(lines: readonly CaseLine[], sort: PopulationSort, descending: boolean): readonly CaseLine[] {
  if (sort === 'id') return descending ? lines.toReversed() : lines;
  const places = placesOf(lines.flatMap((line) => line[sort] ?? []));
  const direction = descending ? -1 : 1;
  const placeOf = (line: CaseLine): number => {
    const value = line[sort];
    return value === null ? Infinity : direction * (places.get(value) ?? 0);
  };
  return lines
    .map((line) => ({ line, place: placeOf(line) }))
    .sort((a, b) => (a.place === b.place ? 0 : a.place - b.place))
    .map(({ line }) => line);
}

/** Whether a line holds the text in its number, team or caseworker; case does not matter. */
export function searchLines(lines: readonly CaseLine[], search: string): readonly CaseLine[] {
  const text = foldText(search);
  if (text === '') return lines;
  return lines.filter(({ id, team, caseworker }) =>
    [id, team, caseworker].some((value) => value !== null && foldText(value).includes(text)),
  );
}

/** The place of each distinct text in Danish order: a collator is asked once per text, not once per pair of lines. */
function placesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const distinct = [...new Set(texts)].sort(danishOrder.compare);
  return new Map(distinct.map((text, index) => [text, index]));
}

function foldText(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('da');
}
