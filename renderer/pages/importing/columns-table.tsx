import type { ColumnTarget, DateOrder } from '#shared/domain/importing/mapping.ts';

import { importingWords } from '../../words/importing.ts';
import { ColumnRow } from './column-row.tsx';
import type { ColumnState } from './column-state.ts';
import classes from './importing.module.css';

const words = importingWords.columns;

interface ColumnsTableProps {
  readonly states: readonly ColumnState[];
  readonly showNames: boolean;
  readonly onChange: (index: number, target: ColumnTarget) => void;
  readonly onOrder: (index: number, order: DateOrder) => void;
}

/** Every column of the file: its name, its first values, what it becomes, and how sure that is. */
export function ColumnsTable({ states, ...rest }: ColumnsTableProps) {
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
        {states.map((state) => (
          <ColumnRow key={state.index} state={state} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
