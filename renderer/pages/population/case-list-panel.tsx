import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

import { type CaseLine, type PopulationSummary, populationSorts } from '#shared/contract/population.ts';

import type { DataColumn, Sort } from '../../components/data-columns.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount, formatDate, formatMoment, formatNumber } from '../../components/formats.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { useKeys } from '../../hooks/use-keys.tsx';
import { commonWords } from '../../words/common.ts';
import { populationWords } from '../../words/population.ts';
import classes from './population.module.css';
import { type Narrowing, narrowedQuery, narrowingWords } from './narrowing.ts';
import { useCaseRows } from './use-case-rows.ts';

const words = populationWords.list;
const dateOrNothing = (iso: string | null): string => (iso === null ? '' : formatDate(iso));

const widths: Partial<Record<(typeof populationSorts)[number], string>> = {
  id: '160px',
  status: '104px',
  opened: '112px',
  decided: '128px',
};

function textOr(text: string | null) {
  return text === null ? (
    <span className={classes['notStated']}>{commonWords.notStated}</span>
  ) : (
    <span title={text}>{text}</span>
  );
}

const columns: readonly DataColumn<CaseLine>[] = populationSorts.map((id) => ({
  id,
  header: words.columns[id],
  sortValue: (line) => line[id],
  cell: id === 'opened' || id === 'decided' ? (line) => dateOrNothing(line[id]) : (line) => textOr(line[id]),
  ...(widths[id] === undefined ? {} : { width: widths[id] }),
}));

function sortOf(column: string): (typeof populationSorts)[number] {
  return populationSorts.find((sort) => sort === column) ?? 'id';
}

function usedDates({ finding }: CaseLine): string {
  return (finding?.dates ?? []).map(({ label, moment }) => `${label} ${formatMoment(moment)}`).join(', ');
}

/** What a list of one rule says instead of type, status and dates of the case: the dates used, and the days over. */
const ruleColumns: readonly DataColumn<CaseLine>[] = [
  {
    id: 'dates',
    header: words.columns.dates,
    cell: (line) => <span title={line.finding?.words}>{usedDates(line)}</span>,
    width: '46%',
  },
  {
    id: 'days',
    header: words.columns.days,
    cell: ({ finding }) => (finding?.exceededBy === undefined ? '' : formatNumber(finding.exceededBy)),
    numeric: true,
    width: '104px',
  },
];

const reviewedColumn: DataColumn<CaseLine> = {
  id: 'reviewedAt',
  header: words.columns.reviewedAt,
  cell: ({ reviewedAt }) => dateOrNothing(reviewedAt ?? null),
  width: '152px',
};

function columnsFor(narrowing: Narrowing | null, compact: boolean): readonly DataColumn<CaseLine>[] {
  const ids = columns.filter(({ id }) => id === 'id' || (!compact && id === 'team'));
  if (narrowing?.kind === 'rule') return [...ids, ...ruleColumns];
  const usual = compact ? fewColumns : columns;
  return narrowing?.since === 'reviewed' ? [...usual, reviewedColumn] : usual;
}

/** What is left of the list in a narrow window, and where the open case takes half of a small one. */
const fewColumns = columns.filter(({ id }) => id === 'id' || id === 'team' || id === 'caseworker');

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
  const [sort, setSort] = useState<Sort>({ column: 'id', descending: false });
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
