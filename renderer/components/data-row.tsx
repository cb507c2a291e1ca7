import type { RowData } from '@tanstack/react-table';
import type { KeyboardEvent, ReactNode } from 'react';

import { commonWords } from '../words/common.ts';
import type { DataColumn } from './data-columns.ts';
import classes from './data-table.module.css';

interface DataRowProps<T extends RowData> {
  readonly index: number;
  /** Undefined while the row is on its way. */
  readonly row: T | undefined;
  readonly columns: readonly DataColumn<T>[];
  readonly current: boolean;
  readonly reachable: boolean;
  readonly onActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpen: ((row: T) => void) | undefined;
}

/** One row. A row that opens has a button in its first cell; a click anywhere in the row does the same. */
export function DataRow<T extends RowData>(props: DataRowProps<T>) {
  const { index, row, columns, current, reachable, onActive, onKeyDown, onOpen } = props;
  const open = row === undefined || onOpen === undefined ? undefined : () => onOpen(row);
  const content = (column: DataColumn<T>, place: number): ReactNode => {
    if (row === undefined) {
      return place === 0 ? commonWords.table.rowLoading : null;
    }
    if (place > 0 || open === undefined) {
      return column.cell(row);
    }
    return (
      <button
        type="button"
        className={classes['open']}
        tabIndex={reachable ? 0 : -1}
        onFocus={() => onActive(index)}
        onKeyDown={onKeyDown}
      >
        {column.cell(row)}
      </button>
    );
  };
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={current || undefined}
      className={classes['row']}
      data-opens={open !== undefined || undefined}
      onClick={open}
    >
      {columns.map((column, place) => (
        <td key={column.id} data-numeric={column.numeric || undefined}>
          {content(column, place)}
        </td>
      ))}
    </tr>
  );
}
