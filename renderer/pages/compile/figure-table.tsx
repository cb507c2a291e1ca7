import { memo, type ReactNode } from 'react';

import { resultText } from '#shared/domain/report/interval-text.ts';
import type { SamplePart } from '#shared/domain/report/figures.ts';

import { formatNumber, formatPercent } from '../../components/formats.ts';
import { matrixWords as words } from '../../words/compile.ts';
import { ChangeCell } from './change-cell.tsx';
import classes from './compile.module.css';
import { areaCounts, type AreaRow, type AreaRows, countColumns, type Counts, type ItemRow } from './figure-rows.ts';

interface FigureTableProps {
  readonly part: SamplePart;
  readonly rows: readonly AreaRows[];
  /** Whether there are rounds before these to compare with. */
  readonly compared: boolean;
}

/** What a part of a sample can say: a share is for what was drawn by chance or taken whole, a change for the first alone. */
interface Shown {
  readonly rate: boolean;
  readonly change: boolean;
}

/** Every question of a part of the sample, area by area; drawn again only when the figures are others. */
export const FigureTable = memo(function FigureTable({ part, rows, compared }: FigureTableProps) {
  const shown: Shown = { rate: part !== 'targeted', change: part === 'random' && compared };
  return (
    <table className={classes['matrix']} aria-label={words.parts[part]}>
      <thead>
        <tr>
          <th scope="col">{words.columns.question}</th>
          {countColumns.map((column) => (
            <th key={column} scope="col" data-count="">
              {words.columns[column]}
            </th>
          ))}
          {shown.rate && (
            <>
              <th scope="col" data-count="">
                {words.columns.rate}
              </th>
              <th scope="col" className={classes['interval']}>
                {words.columns.interval}
              </th>
            </>
          )}
          {shown.change && (
            <th scope="col" className={classes['change']}>
              {words.columns.change}
            </th>
          )}
        </tr>
      </thead>
      {rows.map(({ area, items }) => (
        <tbody key={area.id}>
          <tr data-area="">
            <th scope="rowgroup">{area.name}</th>
            <Cells figure={area} counts={areaCounts(area)} shown={shown} someIrrelevant={isPartly(area)} />
          </tr>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.question}</th>
              <Cells figure={item} counts={item} shown={shown} someIrrelevant={item.na > 0} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
});

function isPartly({ outcomes }: AreaRow): boolean {
  return outcomes['not-relevant'] > 0;
}

interface CellsProps {
  readonly figure: AreaRow | ItemRow;
  readonly counts: Counts;
  readonly shown: Shown;
  readonly someIrrelevant: boolean;
}

function Cells({ figure, counts, shown, someIrrelevant }: CellsProps): ReactNode {
  return (
    <>
      {countColumns.map((column) => {
        const count = counts[column];
        return (
          <td key={column} data-count="">
            {count === null ? '' : formatNumber(count)}
          </td>
        );
      })}
      {shown.rate && (
        <>
          <td data-count="">{figure.rate === null ? '' : formatPercent(figure.rate)}</td>
          <td>{resultText(figure, someIrrelevant)}</td>
        </>
      )}
      {shown.change && (
        <td>
          <ChangeCell figure={figure} />
        </td>
      )}
    </>
  );
}
