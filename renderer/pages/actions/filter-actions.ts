import { type Action, isMeasured } from '#shared/domain/review/action.ts';

export const actionFilters = ['open', 'overdue', 'measuring', 'done'] as const;
export type ActionFilter = (typeof actionFilters)[number];

/** The actions of one view of the register: open ones critical first, then by deadline; done ones newest first. */
export function filterActions(
  actions: readonly Action[],
  filter: ActionFilter,
  today: string | undefined,
): readonly Action[] {
  if (filter === 'done') {
    return actions.filter(({ done }) => done !== null).toSorted((a, b) => ((a.done ?? '') < (b.done ?? '') ? 1 : -1));
  }
  const belongs: Readonly<Record<Exclude<ActionFilter, 'done'>, (action: Action) => boolean>> = {
    open: () => true,
    overdue: ({ due }) => due !== null && today !== undefined && due < today,
    measuring: isMeasured,
  };
  return actions
    .filter((action) => action.done === null)
    .filter(belongs[filter])
    .toSorted(byUrgency);
}

function byUrgency(a: Action, b: Action): number {
  const due = (action: Action): string => action.due ?? '9999-12-31';
  return Number(b.critical) - Number(a.critical) || (due(a) < due(b) ? -1 : Number(due(a) > due(b)));
}
