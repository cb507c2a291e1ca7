import { Fragment } from 'react';

import type { Compilation } from '#shared/domain/report/compile/compilation.ts';
import type { Coverage, SamplePart } from '#shared/domain/report/figures.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { listWords, matrixWords } from '../../words/compile.ts';
import classes from './compile.module.css';
import { parts } from './figure-rows.ts';
import { unitName } from './unit-name.ts';

const { coverage: words } = listWords;
type UnitCoverage = Compilation['coverage'][number];

const columns = ['drawn', 'started', 'closed', 'missing'] as const;
const countOf: Readonly<Record<(typeof columns)[number], (coverage: Coverage) => number>> = {
  drawn: ({ drawn }) => drawn,
  started: ({ started }) => started,
  closed: ({ closed }) => closed,
  missing: ({ drawn, closed }) => drawn - closed,
};

/** How far each unit has come, part by part; in the order of their first round. */
export function CoverageTable({ coverage }: Pick<Compilation, 'coverage'>) {
  const present = parts.filter((part) => coverage.some((unit) => (unit[part]?.drawn ?? 0) > 0));
  return (
    <Panel title={words.title} note={words.note}>
      <Scrolled label={listWords.table(words.title)}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {words.unit}
              </th>
              {present.map((part) => (
                <th key={part} scope="colgroup" colSpan={columns.length} data-count="">
                  {matrixWords.parts[part]}
                </th>
              ))}
            </tr>
            <tr>
              {present.map((part) => (
                <Fragment key={part}>
                  {columns.map((column) => (
                    <th key={column} scope="col" data-count="">
                      {words.columns[column]}
                    </th>
                  ))}
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.map((unit) => (
              <tr key={unit.unit}>
                <th scope="row">{unitName(unit.unit)}</th>
                <Counts of={[unit]} present={present} />
              </tr>
            ))}
          </tbody>
          {coverage.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                <Counts of={coverage} present={present} />
              </tr>
            </tfoot>
          )}
        </table>
      </Scrolled>
    </Panel>
  );
}

function Counts({ of, present }: { of: readonly UnitCoverage[]; present: readonly SamplePart[] }) {
  return present.map((part) => (
    <Fragment key={part}>
      {columns.map((column) => (
        <td key={column} data-count="">
          {formatNumber(of.reduce((sum, unit) => sum + countIn(unit[part], column), 0))}
        </td>
      ))}
    </Fragment>
  ));
}

function countIn(coverage: Coverage | undefined, column: (typeof columns)[number]): number {
  return coverage === undefined ? 0 : countOf[column](coverage);
}
