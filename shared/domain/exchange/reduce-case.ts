import type { FieldId, FieldValues } from '../importing/fields.ts';
import type { CaseRecord } from '../population/case.ts';

/** What of a case may travel without names: what a report compares cases by. */
export const travellingFields = ['team', 'case_type', 'legal_basis', 'placement_form'] as const satisfies FieldId[];

/** A case without its number, its people, its dates and its rows. `id`: what it is called instead. */
export function reduceCase({ values }: CaseRecord, id: string): CaseRecord {
  const kept: FieldValues = Object.fromEntries(
    travellingFields.flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return { id, values: kept, facts: {}, activities: [] };
}
