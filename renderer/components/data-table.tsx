import type { RowData } from '@tanstack/react-table';
import { type ReactNode, useRef } from 'react';

import type { DataColumn, RowSource, Sort } from './data-columns.ts';
import { DataTableHead } from './data-table-head.tsx';
import { DataRow } from './data-row.tsx';
import classes from './data-table.module.css';
import { rowHeight, useRowsInSight } from './use-rows-in-sight.ts';
import { useTableRows } from './use-table-rows.ts';

interface DataTableProps<T extends RowData> {
  /** Names the table for a screen reader. */
  readonly label: string;
  /** Keep it outside the component, or memoised. */
  readonly columns: readonly DataColumn<T>[];
  /** All rows, sorted here; or a window on rows that lie elsewhere, sorted there. */
  readonly rows: readonly T[] | RowSource<T>;
  readonly rowKey: (row: T) => string;
  /** Makes each row open by click or Enter; the first column becomes its button. */
  readonly onOpen?: (row: T) => void;
  readonly selectedKey?: string | null;
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
  /** CSS height of the scrolled part; default: as tall as the rows, at most 480 px. */
  readonly height?: string;
  /** Below this width in pixels the table scrolls sideways. */
  readonly minWidth?: number;
  readonly empty?: ReactNode;
}

/** A table of any length: only the rows in sight are drawn. Arrow keys move between rows that can be opened. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { label, columns, rowKey, onOpen, selectedKey = null, minWidth = 560, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { total, rowAt, need, sort, setSort } = useTableRows(props.rows, columns, rowKey, props.sort, props.onSort);
  const opens = onOpen !== undefined;
  const { items, before, after, reachable, onKeyDown, onActive } = useRowsInSight(scroller, total, need);

  if (total === 0 && empty !== undefined) {
    return <div className={classes['empty']}>{empty}</div>;
  }
  const height = props.height ?? `${Math.min(480, (total + 1) * rowHeight + 1)}px`;
  return (
    <div ref={scroller} className={classes['scroller']} style={{ height }} {...(opens ? {} : regionOf(label))}>
      <table className={classes['table']} style={{ minWidth }} aria-label={label} aria-rowcount={total + 1}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width: width ?? 'auto' }} />
          ))}
        </colgroup>
        <DataTableHead columns={columns} sort={sort} onSort={setSort} />
        <tbody data-own-arrows={opens || undefined}>
          <Spacer height={before} />
          {items.map((index) => {
            const row = rowAt(index);
            const key = row === undefined ? null : rowKey(row);
            return (
              <DataRow
                key={key ?? `at ${index}`}
                index={index}
                row={row}
                columns={columns}
                current={key !== null && key === selectedKey}
                reachable={index === reachable}
                onActive={onActive}
                onKeyDown={onKeyDown}
                onOpen={onOpen}
              />
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

function regionOf(label: string) {
  return { role: 'region', 'aria-label': label, tabIndex: 0 };
}

function Spacer({ height }: { height: number }) {
  return height <= 0 ? null : <tr aria-hidden="true" style={{ height }} />;
}
