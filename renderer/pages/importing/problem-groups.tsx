import { useState } from 'react';

import type { ImportProblem, ProblemCode, RowProblemCode } from '#shared/domain/importing/problem.ts';
import { problemWords } from '#shared/words/importing.ts';

import type { DataColumn } from '../../components/data-columns.ts';
import { DataTable } from '../../components/data-table.tsx';
import { formatCount, formatNumber } from '../../components/formats.ts';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';

const { check: words, units } = importingWords;

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

const columns: readonly DataColumn<ImportProblem>[] = [
  { id: 'row', header: words.row, width: '104px', sortValue: ({ row }) => row, cell: ({ row }) => formatNumber(row) },
  {
    id: 'column',
    header: words.column,
    width: '32%',
    sortValue: ({ column }) => column ?? null,
    cell: ({ column }) => column ?? '',
  },
  { id: 'value', header: words.value, cell: ({ value }) => <span title={value}>{value ?? ''}</span> },
];

/** A rejected row has no column: all of it is left out. */
const rowColumns = columns.filter(({ id }) => id !== 'column');

/** The problems by what is wrong, the most frequent first; each opens its rows. */
export function ProblemGroups({ problems }: { problems: readonly ImportProblem[] }) {
  const codes = [...new Set(problems.map(({ code }) => code))];
  const groups = codes
    .map((code) => ({ code, members: problems.filter((problem) => problem.code === code) }))
    .toSorted((a, b) => b.members.length - a.members.length);
  return (
    <ul className={classes['groups']}>
      {groups.map(({ code, members }, place) => (
        <ProblemGroup key={code} code={code} members={members} startsOpen={place === 0} />
      ))}
    </ul>
  );
}

interface ProblemGroupProps {
  readonly code: ProblemCode;
  readonly members: readonly ImportProblem[];
  readonly startsOpen: boolean;
}

function ProblemGroup({ code, members, startsOpen }: ProblemGroupProps) {
  const [open, setOpen] = useState(startsOpen);
  const sentence = problemWords({ code });
  return (
    <li className={classes['group']}>
      <button type="button" className={classes['groupHead']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes['chevron']} aria-hidden="true" />
        <span>{sentence}</span>
        <span className={classes['groupCount']}>{formatCount(members.length, ...units.problem)}</span>
      </button>
      {open && (
        <DataTable
          label={sentence}
          columns={isRowProblem({ code }) ? rowColumns : columns}
          rows={members}
          rowKey={problemKey}
          height={`${Math.min(280, (members.length + 1) * 40 + 1)}px`}
          minWidth={480}
        />
      )}
    </li>
  );
}

function problemKey({ row, column, code }: ImportProblem): string {
  return `${row} ${column ?? ''} ${code}`;
}
