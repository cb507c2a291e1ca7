import { useEffect, useRef } from 'react';

import type { PersonDataHit } from '#shared/domain/report/person-data.ts';
import type { Cell, Chart, Sheet, SheetRow } from '#shared/domain/report/workbook.ts';

import { useGrowingCount } from '../../hooks/use-growing-count.ts';
import { reportWords as words } from '../../words/report.ts';
import { ChartPicture } from './chart-picture.tsx';
import { layOut } from './lay-out.ts';
import { shownValue } from './shown-value.ts';
import classes from './workbook-preview.module.css';

/** Excel measures columns in digits. A page of running text may be narrower than its paper; a wide table may not. */
const fit = { portrait: 0.95, landscape: 1 };

/** So many are drawn in one piece: a data sheet has over fifty columns. */
const cellsAtOnce = 1_500;

interface SheetTableProps {
  readonly sheet: Sheet;
  readonly hits: readonly PersonDataHit[];
  /** The row to go to; null to stay. */
  readonly target: Pick<PersonDataHit, 'row'> | null;
}

/** The cells of a sheet, its charts where they stand, and marks on the rows that stop it from being written. */
export function SheetTable({ sheet, hits, target }: SheetTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (target === null) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${target.row}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [target]);
  const total = sheet.widths.reduce((sum, width) => sum + width, 0);
  const lines = layOut(sheet);
  const count = useGrowingCount(lines.length, Math.ceil(cellsAtOnce / sheet.widths.length));
  return (
    <table className={classes['sheet']} style={{ width: `${fit[sheet.orientation] * total}ch` }}>
      <colgroup>
        {sheet.widths.map((width, index) => (
          <col key={index} style={{ width: `${(100 * width) / total}%` }} />
        ))}
      </colgroup>
      <tbody ref={body} aria-busy={count < lines.length || undefined}>
        {lines
          .slice(0, count)
          .map((part) =>
            part.kind === 'charts' ? (
              <ChartRow key={`charts ${part.row}`} charts={part.charts} columns={sheet.widths.length} />
            ) : (
              <Row
                key={part.row}
                row={part.content}
                number={part.row}
                found={hits.flatMap((hit) => (hit.row === part.row ? [hit.found] : []))}
              />
            ),
          )}
      </tbody>
    </table>
  );
}

function ChartRow({ charts, columns }: { charts: readonly Chart[]; columns: number }) {
  return (
    <tr>
      <td colSpan={columns}>
        {charts.map((chart) => (
          <ChartPicture key={chart.title} chart={chart} />
        ))}
      </td>
    </tr>
  );
}

interface RowProps {
  readonly row: SheetRow;
  readonly number: number;
  /** What must not stand in it. */
  readonly found: readonly string[];
}

function Row({ row, number, found }: RowProps) {
  const marked = found.length > 0;
  return (
    <tr data-row={number} {...(marked ? { 'data-found': true, tabIndex: -1 } : {})}>
      {row.cells.map((cell, index) => (
        <OneCell key={index} cell={cell} isHeader={row.isHeader === true}>
          {marked && holdsAny(cell, found) && (
            <span className={classes['found']}>
              {words.hits.row} {found.join(', ')}
            </span>
          )}
        </OneCell>
      ))}
    </tr>
  );
}

function holdsAny({ value }: Cell, found: readonly string[]): boolean {
  const text = shownValue(value).toLocaleLowerCase('da');
  return found.some((each) => text.includes(each.toLocaleLowerCase('da')));
}

interface OneCellProps {
  readonly cell: Cell;
  readonly isHeader: boolean;
  readonly children: React.ReactNode;
}

function OneCell({ cell, isHeader, children }: OneCellProps) {
  const attributes = { colSpan: cell.span ?? 1, 'data-style': cell.style };
  const content = (
    <>
      {shownValue(cell.value)}
      {children}
    </>
  );
  return isHeader ? (
    <th scope="col" {...attributes}>
      {content}
    </th>
  ) : (
    <td {...attributes}>{content}</td>
  );
}
