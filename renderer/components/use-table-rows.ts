import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortFn,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useCallback, useMemo, useState } from 'react';

import type { DataColumn, RowSource, Sort } from './data-columns.ts';
import { compareDanish } from './formats.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;
const noRows: readonly never[] = [];
const needNothing = (): void => undefined;

type Comparable = string | number | null;

/** Numbers by size, words the Danish way, empty values last. */
export function compareValues(left: Comparable, right: Comparable): number {
  if (left === null || right === null) {
    return left === right ? 0 : left === null ? 1 : -1;
  }
  return typeof left === 'number' && typeof right === 'number' ? left - right : compareDanish(`${left}`, `${right}`);
}

function definitions<T extends RowData>(columns: readonly DataColumn<T>[]): ColumnDef<Features, T, unknown>[] {
  const sortFn: SortFn<Features, T> = (a, b, id) =>
    compareValues(a.getValue<Comparable>(id), b.getValue<Comparable>(id));
  return columns.map(({ id, header, sortValue }) => ({
    id,
    header,
    accessorFn: (row: T) => sortValue?.(row) ?? null,
    enableSorting: sortValue !== undefined,
    sortFn,
  }));
}

interface TableRows<T extends RowData> {
  readonly total: number;
  readonly rowAt: (index: number) => T | undefined;
  readonly need: (first: number, last: number) => void;
  readonly sort: Sort | null;
  readonly setSort: (sort: Sort) => void;
}

/** The rows of a DataTable in the order to show them: sorted here when they are all here, else as their source has them. */
export function useTableRows<T extends RowData>(
  rows: readonly T[] | RowSource<T>,
  columns: readonly DataColumn<T>[],
  rowKey: (row: T) => string,
  givenSort: Sort | null | undefined,
  onSort: ((sort: Sort) => void) | undefined,
): TableRows<T> {
  const [ownSort, setOwnSort] = useState<Sort | null>(givenSort ?? null);
  const isLocal = 'length' in rows;
  const sort = onSort === undefined ? ownSort : (givenSort ?? null);
  const sorting = useMemo<SortingState>(
    () => (sort === null ? [] : [{ id: sort.column, desc: sort.descending }]),
    [sort],
  );
  const table = useTable({
    features,
    data: isLocal ? rows : noRows,
    columns: useMemo(() => definitions(columns), [columns]),
    getRowId: rowKey,
    state: { sorting },
    manualSorting: !isLocal,
  });
  const sorted = table.getRowModel().rows;
  const localAt = useCallback((index: number) => sorted[index]?.original, [sorted]);
  return {
    total: isLocal ? sorted.length : rows.total,
    rowAt: isLocal ? localAt : rows.at,
    need: isLocal ? needNothing : rows.need,
    sort,
    setSort: onSort ?? setOwnSort,
  };
}
