import { memo } from 'react';

import type { Inspection } from '#shared/contract/importing.ts';

import { importingWords } from '../../words/importing.ts';
import type { ColumnChoices } from './column-choices.ts';
import { ColumnRow } from './column-row.tsx';
import { columnStates } from './column-state.ts';
import classes from './importing.module.css';
import type { ImportFlow } from './use-import-flow.ts';

const words = importingWords.columns;

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
  return (
    <table className={classes['columns']} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.header}</th>
          <th scope="col">{words.examples}</th>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.confidence}</th>
        </tr>
      </thead>
      <tbody>
        {columnStates(inspection, choices).map((state) => (
          <ColumnRow
            key={state.index}
            state={state}
            showNames={showNames}
            onChange={(index, target) => decide({ targets: new Map(choices.targets).set(index, target) })}
            onOrder={(index, order) => decide({ orders: new Map(choices.orders).set(index, order) })}
          />
        ))}
      </tbody>
    </table>
  );
});
