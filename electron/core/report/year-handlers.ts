import type { CoreHandlers, Output } from '#shared/contract/operations.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import {
  buildYearOverview,
  type CalendarRound,
  type PracticeEffect,
  yearOf,
  yearsOf,
} from '#shared/domain/report/year-overview/year-overview.ts';
import { isMeasured } from '#shared/domain/review/action.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import { templateItems } from '#shared/domain/review/template.ts';

import type { Ports } from '../ports.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import type { KnownRound, KnownRounds } from './answer-table.ts';
import { measuredRound, measureInTable, roundsHere } from './measured-round.ts';

type YearHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `year.${string}`>>;

/** The year of one unit: its rounds, the development of the areas, and what changes of practice led to. */
export function createYearHandlers(ports: Ports, store: Store, known: KnownRounds): YearHandlers {
  return {
    'year.show': ({ year, unit }) =>
      Promise.resolve(store.read((tables) => yearIn(tables, known, year, unit, ports.clock.today()))),
  };
}

/** Real cases where there are any; a workspace with nothing but examples shows its examples. */
function yearIn(
  tables: Tables,
  known: KnownRounds,
  wanted: number | null,
  wantedUnit: string | null,
  today: LocalDate,
): Output<'year.show'> {
  const every = roundsHere(tables, known);
  const isExample = every.every(({ example }) => example);
  const rounds = every.filter(({ example }) => example === isExample);
  const units = [...new Set(rounds.map(({ unit }) => unit))].toSorted((a, b) => a.localeCompare(b, 'da'));
  const unit = wantedUnit ?? (units.includes('') ? '' : (units[0] ?? ''));
  const own = rounds.filter((round) => round.unit === unit);
  const year = wanted ?? yearsOf(own.length > 0 ? own : rounds)[0] ?? yearOf(today);
  const upTo = own.filter(({ asOf }) => yearOf(asOf) <= year);
  const hasYear = upTo.some(({ asOf }) => yearOf(asOf) === year);
  const overview = buildYearOverview({
    year,
    rounds: rounds.map(calendarRound),
    measured: hasYear ? upTo.map((round) => measuredRound(tables, known, round)) : [],
    practice: practiceOf(tables, own, year),
  });
  return { ...overview, unit, units };
}

function calendarRound({ roundId, name, unit, template, asOf, table, example }: KnownRound): CalendarRound {
  const standing = table.cases.filter(({ replacedBy }) => replacedBy === null);
  const closed = standing.filter(({ state }) => isClosed(state)).length;
  return { roundId, name, unit, theme: template.title, asOf, drawn: standing.length, closed, example };
}

/** The changes of practice on an item that were written in a round of the year, in the order they were written. */
function practiceOf(
  tables: Tables,
  rounds: readonly KnownRound[],
  year: number,
): readonly Omit<PracticeEffect, 'change'>[] {
  return tables.actions.list().flatMap((action) => {
    const at = rounds.findIndex(({ roundId }) => roundId === action.roundId);
    const round = rounds[at];
    const { itemId } = action;
    if (round === undefined || itemId === null || !isMeasured(action) || yearOf(round.asOf) !== year) return [];
    const later = rounds
      .slice(at + 1)
      .map((each) => ({ name: each.name, measure: measureInTable(each, itemId) }))
      .findLast(({ measure }) => measure.n > 0);
    const question = templateItems(round.template).find(({ id }) => id === itemId)?.question ?? itemId;
    const { before, after } = action.measured ?? {
      before: measureInTable(round, itemId),
      after: later?.measure ?? null,
    };
    const afterName = rounds.find(({ roundId }) => roundId === after?.roundId)?.name ?? null;
    return [{ action, question, before, after, afterName }];
  });
}
