import type { Input } from '#shared/contract/operations.ts';

type By = Input<'compile.matrix'>['by'];

/** Which cases of the chosen rounds the figures are about; `name` null: every group. */
export interface GroupChoice {
  readonly by: By;
  readonly name: string | null;
}

export const groupings = ['all', 'unit', 'team', 'measure'] as const satisfies readonly By[];
export const wholeSet: GroupChoice = { by: 'all', name: null };

/** The choice as a page's route holds it. */
export function groupParams({ by, name }: GroupChoice): Readonly<Record<string, string>> {
  return by === 'all' ? {} : { by, ...(name === null ? {} : { group: name }) };
}

export function groupFrom({ by, group }: Readonly<Record<string, string>>): GroupChoice {
  const known = groupings.find((each) => each === by);
  return known === undefined || known === 'all' ? wholeSet : { by: known, name: group ?? null };
}
