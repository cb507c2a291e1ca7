import type { ComparedCases, PopulationComparison } from '#shared/contract/population.ts';
import { danishOrder } from '#shared/domain/population/summarise.ts';

import type { FoundComparison } from './compare-populations.ts';
import { sortInSlices } from './in-slices.ts';
import type { PopulationView } from './population-view.ts';
import type { StepCall } from './shared-run.ts';

/** So many numbers of compared cases are sent; the list shows all of them. */
const mostNumbers = 1_000;

/** What has happened since an earlier list, with the first numbers of each kind in their Danish order. */
export async function describeComparison(
  importId: string,
  view: PopulationView,
  earlierId: string | null,
  call: StepCall,
): Promise<PopulationComparison> {
  const found = await view.comparison(earlierId, call);
  const reviewed = await view.reviewed(call);
  const ids = (await view.inOrder(call)).map(({ id }) => id);
  const closed = ids.flatMap((caseId) => {
    const closedAt = reviewed.get(caseId);
    return closedAt === undefined ? [] : [{ caseId, closedAt }];
  });
  return {
    importId,
    ...(await sinceEarlier(found, ids, call)),
    reviewed: { count: reviewed.size, cases: closed.slice(0, mostNumbers) },
  };
}

async function sinceEarlier(
  found: FoundComparison | null,
  ids: readonly string[],
  call: StepCall,
): Promise<Omit<PopulationComparison, 'importId' | 'reviewed'>> {
  const none = { count: 0, caseIds: [] };
  if (found === null) return { earlier: null, fresh: none, gone: none, changed: none, changedFields: null };
  const { importId, fileName, importedAt } = found.earlier;
  const { fresh, gone, goneIds, changed, fields } = found.comparison;
  const sorted = await sortInSlices(goneIds, danishOrder.compare, call.signal);
  const counted = fields === null ? null : [...fields].map(([field, count]) => ({ field, count }));
  return {
    earlier: { importId, fileName, importedAt },
    fresh: firstOf(ids, fresh),
    gone: { count: gone, caseIds: sorted.slice(0, mostNumbers) },
    changed: firstOf(ids, changed),
    changedFields: counted?.toSorted((a, b) => b.count - a.count) ?? null,
  };
}

function firstOf(ids: readonly string[], wanted: ReadonlySet<string>): ComparedCases {
  return { count: wanted.size, caseIds: ids.filter((id) => wanted.has(id)).slice(0, mostNumbers) };
}
