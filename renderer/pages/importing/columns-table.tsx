import { memo, useCallback, useMemo } from 'react';

import type { Inspection } from '#shared/contract/importing.ts';
import type { ColumnTarget, DateOrder } from '#shared/domain/importing/mapping.ts';

import { useGrowingCount } from '../../hooks/use-growing-count.ts';
import { importingWords } from '../../words/importing.ts';
import type { ColumnChoices } from './column-choices.ts';
import { ColumnRow } from './column-row.tsx';
import { columnStates } from './column-state.ts';
import classes from './importing.module.css';
import type { ImportFlow } from './use-import-flow.ts';

const words = importingWords.columns;

/** So many rows are drawn in one task: each holds a choice of some fifty fields. */
const rowsAtOnce = 3;

interface ColumnsTableProps {
  readonly inspection: Inspection;
  readonly choices: ColumnChoices;
  readonly showNames: boolean;
  readonly decide: ImportFlow['decide'];
}

/**
 * Every column of the file: its name, its first values, what it becomes, and how sure that is. Drawn again only when
 * one of these changes: a file has many columns, and the progress of the reading comes often.
 */
export const ColumnsTable = memo(function ColumnsTable(props: ColumnsTableProps) {
  const { inspection, choices, showNames, decide } = props;
  const states = useMemo(() => columnStates(inspection, choices), [inspection, choices]);
  const shown = useGrowingCount(states.length, rowsAtOnce);
  const change = useCallback(
    (index: number, target: ColumnTarget) => decide({ targets: new Map(choices.targets).set(index, target) }),
    [choices, decide],
  );
  const order = useCallback(
    (index: number, wanted: DateOrder) => decide({ orders: new Map(choices.orders).set(index, wanted) }),
    [choices, decide],
  );
  return (
    <table className={classes['columns']} aria-label={words.table} aria-busy={shown < states.length}>
      <thead>
        <tr>
          <th scope="col">{words.header}</th>
          <th scope="col">{words.examples}</th>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.confidence}</th>
        </tr>
      </thead>
      <tbody>
        {states.slice(0, shown).map((state) => (
          <ColumnRow key={state.index} state={state} showNames={showNames} onChange={change} onOrder={order} />
        ))}
      </tbody>
    </table>
  );
});
