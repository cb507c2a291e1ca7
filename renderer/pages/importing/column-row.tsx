import { Select } from '@mantine/core';
import { memo } from 'react';

import type { ColumnTarget, DateOrder } from '#shared/domain/importing/mapping.ts';

import { StatusMark } from '../../components/status-mark.tsx';
import { importingWords } from '../../words/importing.ts';
import {
  type ColumnState,
  confidenceWords,
  isTarget,
  noteWords,
  shownExamples,
  targetChoices,
} from './column-state.ts';
import { DateQuestion } from './date-question.tsx';
import classes from './importing.module.css';

const words = importingWords.columns;

/** Where the choice of a column stands, so that a message about it can lead there. */
export function columnPlace(index: number): string {
  return `column-${index}`;
}

interface ColumnRowProps {
  readonly state: ColumnState;
  readonly showNames: boolean;
  readonly onChange: (index: number, target: ColumnTarget) => void;
  readonly onOrder: (index: number, order: DateOrder) => void;
}

/** One column: its name, its first values, what it becomes, how sure that is, and under it what must be asked. */
export const ColumnRow = memo(function ColumnRow({ state, showNames, onChange, onOrder }: ColumnRowProps) {
  const { index, name, target, order } = state;
  const note = noteWords(state);
  return (
    <>
      <tr data-ignored={target === 'ignore' || undefined} data-asks={order !== null || undefined}>
        <th scope="row">{name}</th>
        <td className={classes['values']}>
          <Examples values={shownExamples(state, showNames)} />
          {note !== null && <p className={classes['quiet']}>{note}</p>}
        </td>
        <td>
          <Select
            id={columnPlace(index)}
            aria-label={words.fieldOf(name)}
            value={target}
            data={targetChoices}
            searchable
            openOnFocus={false}
            allowDeselect={false}
            nothingFoundMessage={words.nothingFound}
            maxDropdownHeight={320}
            onChange={(value) => {
              if (value !== null && isTarget(value)) {
                onChange(index, value);
              }
            }}
          />
        </td>
        <td>
          <Confidence state={state} />
        </td>
      </tr>
      {order !== null && (
        <tr className={classes['question']}>
          <td colSpan={4}>
            <DateQuestion state={state} onAnswer={(answer) => onOrder(index, answer)} />
          </td>
        </tr>
      )}
    </>
  );
});

function Examples({ values }: { values: readonly string[] }) {
  if (values.length === 0) {
    return <span className={classes['quiet']}>{words.noExamples}</span>;
  }
  return (
    <ul className={classes['examples']}>
      {values.map((value) => (
        <li key={value} title={value}>
          {value}
        </li>
      ))}
    </ul>
  );
}

function Confidence({ state }: { state: ColumnState }) {
  const { kind, words: text, why } = confidenceWords(state);
  return kind === null ? (
    <span className={classes['quiet']}>{why === '' ? text : `${text}, ${why}`}</span>
  ) : (
    <>
      <StatusMark kind={kind}>{text}</StatusMark> <span className={classes['quiet']}>{why}</span>
    </>
  );
}
