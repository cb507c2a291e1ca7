import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

import type { PopulationSummary } from '#shared/contract/population.ts';

import type { Sort } from '../../components/data-columns.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatNumber } from '../../components/formats.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { useKeys } from '../../hooks/use-keys.tsx';
import { populationWords } from '../../words/population.ts';
import { columnsFor, firstSort, sortOf } from './case-columns.tsx';
import classes from './population.module.css';
import { type Narrowing, narrowedQuery, narrowingWords } from './narrowing.ts';
import { useCaseRows } from './use-case-rows.ts';

const words = populationWords.list;

interface CaseListPanelProps {
  readonly summary: PopulationSummary;
  readonly narrowing: Narrowing | null;
  readonly onWiden: () => void;
  readonly openCase: string | null;
  readonly onOpen: (caseId: string) => void;
}

/** All cases, searched, filtered and sorted in the core. */
export function CaseListPanel({ summary, narrowing, onWiden, openCase, onOpen }: CaseListPanelProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [team, setTeam] = useState('');
  const [sort, setSort] = useState<Sort>(() => firstSort(narrowing));
  const [sortedFor, setSortedFor] = useState(narrowing);
  if (sortedFor !== narrowing) {
    setSortedFor(narrowing);
    setSort(firstSort(narrowing));
  }
  const isSmall = useMediaQuery('(max-width: 80em)') ?? false;
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const compact = isNarrow || (isSmall && openCase !== null);
  const field = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (narrowing !== null) {
      place.current?.scrollIntoView({ block: 'start' });
    }
  }, [narrowing]);
  const { rows, error, retry } = useCaseRows({
    importId: summary.importId,
    search,
    team: team === '' ? null : team,
    ...narrowedQuery(narrowing),
    sort: sortOf(sort.column),
    descending: sort.descending,
  });
  useKeys([
    {
      keys: 'Ctrl+F',
      words: populationWords.keys.search,
      group: populationWords.panel.group,
      run: () => field.current?.focus(),
    },
  ]);

  const found = rows === undefined ? '' : words.found(formatNumber(rows.total), formatCases(summary.cases));
  return (
    <Panel title={words.title} note={<output>{found}</output>} flush className={classes['list']}>
      <div ref={place} className={classes['filters']}>
        <TextInput
          ref={field}
          label={words.search}
          placeholder={words.searchPlaceholder}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
          rightSection={<KeyHint keys="Ctrl+F" />}
          rightSectionWidth={72}
          rightSectionPointerEvents="none"
          className={classes['search']}
        />
        <NativeSelect
          label={words.team}
          value={team}
          onChange={(event) => setTeam(event.currentTarget.value)}
          data={[{ value: '', label: words.allTeams }, ...summary.teams.map(({ value }) => value)]}
        />
        {narrowing !== null && (
          <p className={classes['rule']}>
            {narrowingWords(narrowing)}
            <Button variant="default" size="compact-md" onClick={onWiden}>
              {words.clearRule}
            </Button>
          </p>
        )}
      </div>
      <ErrorNotice error={error} onRetry={retry} />
      <DataTable
        label={words.table}
        columns={columnsFor(narrowing, compact)}
        rows={rows ?? []}
        rowKey={({ id }) => id}
        selectedKey={openCase}
        onOpen={({ id }) => onOpen(id)}
        sort={sort}
        onSort={setSort}
        height="520px"
        minWidth={compact ? 400 : 800}
        empty={rows === undefined ? <div className={classes['place']} /> : words.nothing}
      />
    </Panel>
  );
}

function formatCases(count: number): string {
  return formatCount(count, ...populationWords.cases);
}
