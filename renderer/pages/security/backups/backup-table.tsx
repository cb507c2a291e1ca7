import type { BackupSummary } from '#shared/contract/backups.ts';

import type { DataColumn } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { formatInstant, formatNumber } from '../../../components/formats.ts';
import { StatusMark } from '../../../components/status-mark.tsx';
import { securityWords } from '../../../words/security.ts';

const words = securityWords.backups;

const columns: readonly DataColumn<BackupSummary>[] = [
  {
    id: 'at',
    header: words.columns.at,
    sortValue: ({ at }) => at,
    cell: ({ at }) => formatInstant(at),
    width: '232px',
  },
  { id: 'kind', header: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
  {
    id: 'size',
    header: words.columns.size,
    cell: ({ bytes }) => words.kilobytes(formatNumber(Math.max(1, Math.round(bytes / 1_000)))),
    numeric: true,
    width: '112px',
  },
  {
    id: 'state',
    header: words.columns.state,
    cell: ({ readable }) => (readable ? words.readable : <StatusMark kind="broken">{words.unreadable}</StatusMark>),
    width: '200px',
  },
];

interface BackupTableProps {
  readonly list: readonly BackupSummary[];
  readonly chosen: BackupSummary | null;
  readonly onChoose: (backup: BackupSummary) => void;
}

/** Every copy with its day, why it was made, and whether its file can be read. */
export function BackupTable({ list, chosen, onChoose }: BackupTableProps) {
  return (
    <DataTable
      label={words.table}
      columns={columns}
      rows={list}
      rowKey={({ id }) => id}
      selectedKey={chosen?.id ?? null}
      onOpen={onChoose}
    />
  );
}
