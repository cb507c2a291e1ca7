import type { CaseLine, populationSorts } from '#shared/contract/population.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { danishOrder } from '#shared/domain/population/summarise.ts';

import { sortInSlices } from './in-slices.ts';

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
export async function inNumberOrder(lines: readonly CaseLine[], signal: AbortSignal): Promise<readonly CaseLine[]> {
  return sortInSlices(lines, (a, b) => danishOrder.compare(a.id, b.id), signal);
}

/**
 * Lines that stand in the order of their numbers, in the Danish order of one column; equal values stay in the order of
 * their numbers. A missing value comes last in both directions.
 */
export async function sortLines(
  lines: readonly CaseLine[],
  sort: PopulationSort,
  descending: boolean,
  signal: AbortSignal,
): Promise<readonly CaseLine[]> {
  if (sort === 'id') return descending ? lines.toReversed() : lines;
  const distinct = [...new Set(lines.flatMap((line) => line[sort] ?? []))];
  const ordered = await sortInSlices(distinct, danishOrder.compare, signal);
  // A collator is asked once per text, not once per pair of lines.
  const places = new Map(ordered.map((text, index) => [text, index]));
  return sortByNumber(lines, (line) => places.get(line[sort] ?? ''), descending, signal);
}

/** Lines by a number; equal numbers stay in their order, and lines without one come last in both directions. */
export async function sortByNumber(
  lines: readonly CaseLine[],
  numberOf: (line: CaseLine) => number | undefined,
  descending: boolean,
  signal: AbortSignal,
): Promise<readonly CaseLine[]> {
  const direction = descending ? -1 : 1;
  const placed = lines.map((line) => ({ line, place: direction * (numberOf(line) ?? direction * Infinity) }));
  const sorted = await sortInSlices(placed, (a, b) => (a.place === b.place ? 0 : a.place - b.place), signal);
  return sorted.map(({ line }) => line);
}

/** Whether a line holds the text in its number, team or caseworker; case does not matter. */
export function createSearch(search: string): (line: CaseLine) => boolean {
  const text = foldText(search);
  return ({ id, team, caseworker }) =>
    text === '' || [id, team, caseworker].some((value) => value !== null && foldText(value).includes(text));
}

function foldText(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('da');
}
