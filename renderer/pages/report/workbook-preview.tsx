import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';

import { formatDanish, formatPercent } from '#shared/domain/calendar/format.ts';
import type { Cell, CellValue, Sheet, SheetRow, Workbook } from '#shared/domain/report/workbook.ts';

import { formatNumber } from '../../components/formats.ts';
import { reportWords } from '../../words/report.ts';
import classes from './workbook-preview.module.css';

/** The workbook as paper: the same cells that the Excel file gets, sheet by sheet. */
export function WorkbookPreview({ workbook }: { workbook: Workbook }) {
  const [name, setName] = useState(workbook.sheets[0]?.name ?? '');
  const sheet = workbook.sheets.find((one) => one.name === name) ?? workbook.sheets[0];
  if (sheet === undefined) {
    return null;
  }
  return (
    <div className={classes['preview']}>
      {workbook.sheets.length > 1 && (
        <SegmentedControl
          aria-label={reportWords.sheets}
          className={classes['tabs']}
          value={sheet.name}
          onChange={setName}
          data={workbook.sheets.map((one) => one.name)}
        />
      )}
      <div className={classes['desk']}>
        <article className={classes['paper']} data-orientation={sheet.orientation}>
          {sheet.rows[0]?.cells[0]?.value !== workbook.classification && (
            <p className={classes['classification']}>{workbook.classification}</p>
          )}
          <SheetTable sheet={sheet} />
          <p className={classes['footer']}>{workbook.footer}</p>
        </article>
      </div>
    </div>
  );
}

function SheetTable({ sheet }: { sheet: Sheet }) {
  const total = sheet.widths.reduce((sum, width) => sum + width, 0);
  return (
    <table className={classes['sheet']}>
      <colgroup>
        {sheet.widths.map((width, index) => (
          <col key={index} style={{ width: `${(100 * width) / total}%` }} />
        ))}
      </colgroup>
      <tbody>
        {sheet.rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: SheetRow }) {
  return (
    <tr>
      {row.cells.map((cell, index) =>
        row.isHeader === true ? (
          <th key={index} scope="col" colSpan={cell.span ?? 1} data-style={cell.style}>
            {shown(cell.value)}
          </th>
        ) : (
          <PlainCell key={index} cell={cell} />
        ),
      )}
    </tr>
  );
}

function PlainCell({ cell }: { cell: Cell }) {
  return (
    <td colSpan={cell.span ?? 1} data-style={cell.style}>
      {shown(cell.value)}
    </td>
  );
}

/** A value as Excel will show it in Denmark. */
function shown(value: CellValue): string {
  if (value === null) {
    return '';
  }
  if (typeof value === 'object') {
    if ('formula' in value) return shown(value.result);
    return 'date' in value ? formatDanish(value.date) : formatPercent(value.share);
  }
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
