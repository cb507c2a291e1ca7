import { useState } from 'react';

import type { ImportProblem, ProblemCode, ProblemKind, RowProblemCode } from '#shared/domain/importing/problem.ts';
import { problemWords } from '#shared/words/importing.ts';

import type { DataColumn } from '../../components/data-columns.ts';
import { DataTable } from '../../components/data-table.tsx';
import { formatCount, formatNumber } from '../../components/formats.ts';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';

const { check: words, units } = importingWords;

/** A problem with its place in the list, which names it: one cell may have two of a kind. */
export interface ListedProblem extends ImportProblem {
  readonly place: number;
}

const rowProblems: ReadonlySet<ProblemCode> = new Set<RowProblemCode>([
  'missing-case-id',
  'summary-row',
  'repeated-header',
  'duplicate-row',
]);

/** True when the whole row is left out; else only one of its cells is flagged. */
export function isRowProblem({ code }: Pick<ImportProblem, 'code'>): boolean {
  return rowProblems.has(code);
}

const rowNumber: DataColumn<ListedProblem> = {
  id: 'row',
  header: words.row,
  width: '104px',
  sortValue: ({ row }) => row,
  cell: ({ row }) => formatNumber(row),
};
const cellColumns: readonly DataColumn<ListedProblem>[] = [
  rowNumber,
  { id: 'column', header: words.column, width: '32%', cell: ({ column }) => column ?? '' },
  valueColumn(words.value),
];
const rowColumns: readonly DataColumn<ListedProblem>[] = [rowNumber, valueColumn(words.value)];
/** A rejected row that says nothing of its own is known by its number. */
const numberOnly: readonly DataColumn<ListedProblem>[] = [{ ...rowNumber, width: 'auto' }];

function valueColumn(header: string): DataColumn<ListedProblem> {
  return { id: 'value', header, cell: ({ value }) => <span title={value}>{value ?? ''}</span> };
}

function columnsFor(kind: ProblemKind, members: readonly ListedProblem[]): readonly DataColumn<ListedProblem>[] {
  if (!isRowProblem(kind)) {
    return cellColumns;
  }
  return members.some(({ value }) => value !== undefined) ? rowColumns : numberOnly;
}

interface ProblemGroupProps {
  readonly kind: ProblemKind;
  readonly members: readonly ListedProblem[];
  readonly startsOpen: boolean;
}

/** One kind of problem in one column: what is wrong in words, how often, and its rows. */
export function ProblemGroup({ kind, members, startsOpen }: ProblemGroupProps) {
  const { column, count, listed } = kind;
  const [open, setOpen] = useState(startsOpen);
  const sentence = problemWords(kind);
  return (
    <li className={classes['group']}>
      <button type="button" className={classes['groupHead']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes['chevron']} aria-hidden="true" />
        <span>
          {column !== undefined && <strong>{column}: </strong>}
          {sentence}
        </span>
        <span className={classes['groupCount']}>{formatCount(count, ...units.problem)}</span>
      </button>
      {open && (
        <>
          <DataTable
            label={column === undefined ? sentence : `${column}: ${sentence}`}
            columns={columnsFor(kind, members)}
            rows={members}
            rowKey={({ place }) => String(place)}
            height={`${Math.min(280, (members.length + 1) * 40 + 1)}px`}
            minWidth={480}
          />
          {listed < count && (
            <p className={classes['capped']}>{words.capped(formatNumber(listed), formatNumber(count))}</p>
          )}
        </>
      )}
    </li>
  );
}
