import { createCaseCollector } from '#shared/domain/importing/collect-cases.ts';
import type { ColumnTarget } from '#shared/domain/importing/mapping.ts';
import { createLineList } from '#shared/domain/importing/line-store.ts';
import type { RawCell } from '#shared/domain/importing/raw-row.ts';

import { collectedCases } from '../../fixtures/cases-of.ts';

export type Columns = readonly (readonly [header: string, field: ColumnTarget])[];

/** Collects lines below one header line; the columns are given as header and field. */
export function collect(columns: Columns, ...lines: readonly (readonly RawCell[])[]) {
  const headers = columns.map(([header]) => header);
  const mapping = { sheet: null, headerRow: 1, columns: columns.map(([header, field]) => ({ header, field })) };
  const store = createLineList();
  const collector = createCaseCollector(mapping, headers, store);
  [headers, ...lines].forEach((cells, index) => collector.add({ row: index + 1, cells }));
  const collected = collector.finish();
  return { ...collected, cases: collectedCases(collected, store) };
}
