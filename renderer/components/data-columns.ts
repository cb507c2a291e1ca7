import type { RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** One column of a DataTable. Numbers stand to the right. */
export interface DataColumn<T extends RowData> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** CSS width of the column; without it the rest is shared. */
  readonly width?: string;
  readonly numeric?: boolean;
  /** Makes the column sortable. For rows that lie elsewhere the value is not used, only that it is there. */
  readonly sortValue?: (row: T) => string | number | null;
}

/** A window on rows that lie elsewhere: how many there are, the ones that have arrived, and what is in sight. */
export interface RowSource<T extends RowData> {
  readonly total: number;
  readonly at: (index: number) => T | undefined;
  /** Keep it stable between renders. */
  readonly need: (first: number, last: number) => void;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}
