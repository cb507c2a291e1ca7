import type { RowData } from '@tanstack/react-table';

import type { DataColumn, Sort } from './data-columns.ts';
import classes from './data-table.module.css';

interface DataTableHeadProps<T extends RowData> {
  readonly columns: readonly DataColumn<T>[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
}

/** The column names; those that sort are buttons, and the column in force says its direction. */
export function DataTableHead<T extends RowData>({ columns, sort, onSort }: DataTableHeadProps<T>) {
  return (
    <thead className={classes['head']}>
      <tr aria-rowindex={1}>
        {columns.map(({ id, header, numeric, sortValue }) => {
          const direction = sort?.column !== id ? undefined : sort.descending ? 'descending' : 'ascending';
          return (
            <th key={id} scope="col" data-numeric={numeric || undefined} aria-sort={direction}>
              {sortValue === undefined ? (
                header
              ) : (
                <button
                  type="button"
                  className={classes['sort']}
                  onClick={() => onSort({ column: id, descending: direction === 'ascending' })}
                >
                  {header}
                  {direction !== undefined && <span aria-hidden="true">{direction === 'descending' ? '↓' : '↑'}</span>}
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
