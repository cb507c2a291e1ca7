import { useState } from 'react';

import type { ImportSummary } from '#shared/contract/importing.ts';

import type { DataColumn } from '../../components/data-columns.ts';
import { DataTable } from '../../components/data-table.tsx';
import { formatInstant, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { newestFirst, useLatestImport } from '../../hooks/use-latest-import.ts';
import { importingWords } from '../../words/importing.ts';
import { CheckView } from './check-view.tsx';
import classes from './importing.module.css';

const words = importingWords.earlier;

const columns: readonly DataColumn<ImportSummary>[] = [
  {
    id: 'file',
    header: words.file,
    width: '26%',
    cell: ({ fileName, example }) => (
      <span className={classes['fileName']}>
        {fileName} {example && <StatusMark kind="neutral">{words.example}</StatusMark>}
      </span>
    ),
  },
  { id: 'when', header: words.when, width: '184px', cell: ({ importedAt }) => formatInstant(importedAt) },
  { id: 'unit', header: words.unit, width: '120px', cell: ({ unit }) => importingWords.unit.options[unit] },
  { id: 'mapping', header: words.mapping, width: '16%', cell: ({ mappingName }) => mappingName },
  { id: 'cases', header: words.cases, width: '96px', numeric: true, cell: ({ cases }) => formatNumber(cases) },
  {
    id: 'rejected',
    header: words.rejected,
    width: '144px',
    numeric: true,
    cell: ({ rows }) => formatNumber(rows.rejected),
  },
  {
    id: 'problems',
    header: words.problems,
    width: '168px',
    numeric: true,
    cell: ({ problemCount }) => formatNumber(problemCount),
  },
];

/** The imports made before, the newest first; one opens its check. */
export function EarlierPanel({ current }: { current: string | undefined }) {
  const { query } = useLatestImport();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <QueryView query={query} height={120}>
      {(data) => {
        const earlier = newestFirst(data).filter(({ importId }) => importId !== current);
        const shown = earlier.find(({ importId }) => importId === chosen);
        return (
          <>
            <Panel title={words.title} flush>
              <DataTable
                label={words.table}
                columns={columns}
                rows={earlier}
                rowKey={({ importId }) => importId}
                selectedKey={chosen}
                onOpen={({ importId }) => setChosen(importId === chosen ? null : importId)}
                height={`${Math.min(280, (earlier.length + 1) * 40 + 1)}px`}
                minWidth={1040}
                empty={words.none}
              />
            </Panel>
            {shown !== undefined && (
              <Panel title={words.shown(shown.fileName)}>
                <CheckView key={shown.importId} summary={shown} />
              </Panel>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
