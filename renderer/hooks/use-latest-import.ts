import type { ImportSummary } from '#shared/contract/importing.ts';

import { type Query, useQuery } from './use-query.ts';

/** The newest import by its time, whatever order the list comes in. */
export function newestFirst(imports: readonly ImportSummary[]): readonly ImportSummary[] {
  return imports.toSorted((a, b) => (a.importedAt < b.importedAt ? 1 : a.importedAt > b.importedAt ? -1 : 0));
}

interface LatestImport {
  readonly query: Query<'importing.list'>;
  /** Undefined while the list is on its way, null when there is none. */
  readonly latest: ImportSummary | null | undefined;
}

/** The import that the pages work on unless another is chosen. */
export function useLatestImport(): LatestImport {
  const query = useQuery('importing.list', {});
  return { query, latest: query.data === undefined ? undefined : (newestFirst(query.data)[0] ?? null) };
}
