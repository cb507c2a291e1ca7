import { Table } from '@mantine/core';

import type { ComparedRow } from '#shared/contract/backups.ts';

import { formatNumber } from '../../../components/formats.ts';
import { securityWords } from '../../../words/security.ts';
import table from './compared-table.module.css';

const words = securityWords.backups;

/** How many there are now and in the copy, kind by kind; the rows that differ are told by their sign too. */
export function ComparedTable({ rows, when }: { rows: readonly ComparedRow[]; when: string }) {
  const counted = rows.filter(({ what }) => what !== 'population-gone');
  if (counted.every(({ now, then }) => now === then)) return <p>{words.same}</p>;
  return (
    <Table.ScrollContainer minWidth={320} type="native">
      <Table className={table['table']}>
        <Table.Caption className={table['caption']}>{words.compareTable(when)}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.compareColumns.what}</Table.Th>
            {(['now', 'then', 'change'] as const).map((column) => (
              <Table.Th key={column} scope="col" className={table['number']}>
                {words.compareColumns[column]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {counted.map((row) => (
            <Line key={`${row.what} ${row.name}`} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Line({ row: { what, name, now, then } }: { row: ComparedRow }) {
  const change = then - now;
  const label = words.compared[what];
  return (
    <Table.Tr data-differs={change !== 0 || undefined}>
      <Table.Th scope="row">{name === '' ? label : words.inRound(label, name)}</Table.Th>
      <Table.Td className={table['number']}>{formatNumber(now)}</Table.Td>
      <Table.Td className={table['number']}>{formatNumber(then)}</Table.Td>
      <Table.Td className={table['number']}>
        {change === 0 ? words.noChange : `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`}
      </Table.Td>
    </Table.Tr>
  );
}
