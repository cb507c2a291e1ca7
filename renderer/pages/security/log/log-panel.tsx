import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';

import type { AuditListLine } from '#shared/contract/audit.ts';
import { auditKindWords } from '#shared/words/audit.ts';

import type { DataColumn } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { compareDanish, formatInstant, formatNumber } from '../../../components/formats.ts';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';
import { useLogLines } from './use-log-lines.ts';

const words = securityWords.log;
const kindWords = (kind: string): string => auditKindWords[kind] ?? kind;

const columns: readonly DataColumn<AuditListLine>[] = [
  {
    id: 'number',
    header: words.columns.number,
    cell: ({ number }) => formatNumber(number),
    numeric: true,
    width: '80px',
  },
  { id: 'at', header: words.columns.at, cell: ({ at }) => formatInstant(at), width: '180px' },
  { id: 'who', header: words.columns.who, cell: ({ who }) => who, width: '150px' },
  { id: 'kind', header: words.columns.kind, cell: ({ kind }) => kindWords(kind) },
  { id: 'target', header: words.columns.target, cell: ({ target }) => <span title={target}>{target}</span> },
];

/** The lines, newest first; those that are fetched can be narrowed by kind and by any of their words. */
export function LogPanel() {
  const { query, lines, total, more, asking } = useLogLines();
  const [kind, setKind] = useState('');
  const [search, setSearch] = useState('');
  const kinds = useMemo(
    () => [...new Set(lines.map((line) => line.kind))].toSorted((a, b) => compareDanish(kindWords(a), kindWords(b))),
    [lines],
  );
  const wanted = search.trim().toLocaleLowerCase('da');
  const shown = lines.filter(
    (line) =>
      (kind === '' || line.kind === kind) &&
      [line.who, line.target, kindWords(line.kind)].some((text) => text.toLocaleLowerCase('da').includes(wanted)),
  );
  return (
    <Panel>
      <QueryView query={query} height={480}>
        {() => (
          <div className={classes['stack']}>
            <div className={classes['retain']}>
              <NativeSelect
                label={words.filter}
                value={kind}
                onChange={(event) => setKind(event.currentTarget.value)}
                data={[{ value: '', label: words.all }, ...kinds.map((one) => ({ value: one, label: kindWords(one) }))]}
              />
              <TextInput
                label={words.search}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
              <output className={classes['quiet']}>
                {words.shown(formatNumber(shown.length), formatNumber(total))}
              </output>
            </div>
            <DataTable
              label={words.table}
              columns={columns}
              rows={shown}
              rowKey={({ number }) => String(number)}
              minWidth={720}
              empty={words.nothing}
            />
            {more !== null && (
              <Button variant="default" onClick={() => void more()} loading={asking.status === 'running'}>
                {words.more}
              </Button>
            )}
            <ErrorNotice error={asking.status === 'failed' ? asking.error : undefined} />
          </div>
        )}
      </QueryView>
    </Panel>
  );
}
