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

/**
 * Lines in the Danish order of one column, numbers by size; equal values by case number. A missing value comes last in
 * both directions.
 */
export function sortLines(lines: readonly CaseLine[], sort: PopulationSort, descending: boolean): readonly CaseLine[] {
  const numbers = rankValues(lines.map(({ id }) => id));
  const values = rankValues(lines.flatMap((line) => line[sort] ?? []));
  const keyed = lines.map((line) => ({
    line,
    number: numbers.get(line.id) ?? 0,
    value: line[sort] === null ? null : (values.get(line[sort]) ?? 0),
  }));
  const direction = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || a.number - b.number;
    return direction * (a.value - b.value) || a.number - b.number;
  });
  return keyed.map(({ line }) => line);
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
function rankValues(texts: readonly string[]): ReadonlyMap<string, number> {
  const distinct = [...new Set(texts)].sort(danishOrder.compare);
  return new Map(distinct.map((text, index) => [text, index]));
}

function foldText(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('da');
}
