import { type CaseLine, populationListSorts, populationSorts } from '#shared/contract/population.ts';

import type { DataColumn, Sort } from '../../components/data-columns.ts';
import { formatDate, formatMoment, formatNumber } from '../../components/formats.ts';
import { commonWords } from '../../words/common.ts';
import { populationWords } from '../../words/population.ts';
import type { Narrowing } from './narrowing.ts';
import classes from './population.module.css';

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

/** The order that the core is asked for. */
export function sortOf(column: string): (typeof populationListSorts)[number] {
  return populationListSorts.find((sort) => sort === column) ?? 'id';
}

/** What is furthest over its limit comes first; everything else in the order of the case numbers. */
export function firstSort(narrowing: Narrowing | null): Sort {
  return showsDays(narrowing) ? { column: 'days', descending: true } : { column: 'id', descending: false };
}

function showsDays(narrowing: Narrowing | null): boolean {
  return narrowing?.kind === 'rule' && narrowing.verdict === 'broken';
}

/** The dates that the rule used, and the last day that would have kept it, where the rule knows it. */
function usedDates({ finding }: CaseLine): string {
  const dates = (finding?.dates ?? []).map(({ label, moment }) => `${label} ${formatMoment(moment)}`);
  const due = finding?.deadline === undefined ? [] : [words.due(formatDate(finding.deadline.until))];
  return [...dates, ...due].join(', ');
}

/** What a list of one rule says instead of type, status and dates of the case. */
const datesColumn: DataColumn<CaseLine> = {
  id: 'dates',
  header: words.columns.dates,
  cell: (line) => <span title={line.finding?.words}>{usedDates(line)}</span>,
  width: '58%',
};

/** Where the rule is broken: by how much. */
const daysColumn: DataColumn<CaseLine> = {
  id: 'days',
  header: words.columns.days,
  sortValue: ({ finding }) => finding?.exceededBy ?? null,
  cell: ({ finding }) => (finding?.exceededBy === undefined ? '' : formatNumber(finding.exceededBy)),
  numeric: true,
  width: '152px',
};

const reviewedColumn: DataColumn<CaseLine> = {
  id: 'reviewedAt',
  header: words.columns.reviewedAt,
  cell: ({ reviewedAt }) => dateOrNothing(reviewedAt ?? null),
  width: '152px',
};

/** The columns of a list narrowed so, or of all cases. */
export function columnsFor(narrowing: Narrowing | null, compact: boolean): readonly DataColumn<CaseLine>[] {
  const ids = columns.filter(({ id }) => id === 'id' || (!compact && id === 'team'));
  if (narrowing?.kind === 'rule') return [...ids, datesColumn, ...(showsDays(narrowing) ? [daysColumn] : [])];
  const usual = compact ? fewColumns : columns;
  return narrowing?.since === 'reviewed' ? [...usual, reviewedColumn] : usual;
}

/** What is left of the list in a narrow window, and where the open case takes half of a small one. */
const fewColumns = columns.filter(({ id }) => id === 'id' || id === 'team' || id === 'caseworker');
