import { Select } from '@mantine/core';

import type { ColumnTarget } from '#shared/domain/importing/mapping.ts';

import { StatusMark } from '../../components/status-mark.tsx';
import { importingWords } from '../../words/importing.ts';
import { type ColumnState, confidenceWords, isTarget, shownExamples, targetChoices } from './column-state.ts';
import classes from './importing.module.css';

const words = importingWords.columns;

interface ColumnsTableProps {
  readonly states: readonly ColumnState[];
  readonly onChange: (index: number, target: ColumnTarget) => void;
}

/** Every column of the file: its name, its first values, what it becomes, and how sure that is. */
export function ColumnsTable({ states, onChange }: ColumnsTableProps) {
  return (
    <div className={classes['tableScroll']}>
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
            <ColumnRow key={state.index} state={state} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnRowProps {
  readonly state: ColumnState;
  readonly onChange: (index: number, target: ColumnTarget) => void;
}

function ColumnRow({ state, onChange }: ColumnRowProps) {
  const name = state.header === '' ? words.unnamed : state.header;
  const examples = shownExamples(state);
  const confidence = confidenceWords(state);
  return (
    <tr data-ignored={state.target === 'ignore' || undefined}>
      <th scope="row">{name}</th>
      <td className={classes['examples']}>
        {examples.length === 0 ? words.noExamples : <span title={examples.join('\n')}>{examples.join(' · ')}</span>}
      </td>
      <td>
        <Select
          aria-label={words.fieldOf(name)}
          value={state.target}
          data={targetChoices}
          searchable
          allowDeselect={false}
          nothingFoundMessage={words.nothingFound}
          maxDropdownHeight={320}
          onChange={(value) => {
            if (value !== null && isTarget(value)) {
              onChange(state.index, value);
            }
          }}
        />
      </td>
      <td>
        {confidence.kind === null ? (
          <span className={classes['quiet']}>{confidence.words}</span>
        ) : (
          <StatusMark kind={confidence.kind}>{confidence.words}</StatusMark>
        )}
      </td>
    </tr>
  );
}
