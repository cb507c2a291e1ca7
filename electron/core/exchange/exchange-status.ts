import type { ExchangeLine, RoundExchange } from '#shared/contract/exchange.ts';
import { isLocalDate, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import { daysBetween } from '#shared/domain/calendar/local-date.ts';

import type { Exchange, MergedPackage } from '../store/exchange-rows.ts';
import type { RoundRow, Tables } from '../store/tables.ts';
import { conflictCells } from './conflict-index.ts';

/** Who was sent what, what came back, and since when the rest is waited for; rounds that came here to be read are left out. */
export function exchangeStatus(tables: Tables, today: LocalDate): readonly RoundExchange[] {
  return tables.rounds.list().flatMap((round): readonly RoundExchange[] => {
    const exchanges = tables.exchanges.list(round.id);
    return exchanges.length === 0 ? [] : [roundStatus(tables, round, exchanges, today)];
  });
}

function roundStatus(tables: Tables, round: RoundRow, exchanges: readonly Exchange[], today: LocalDate): RoundExchange {
  const standing = new Set(
    tables.sample.places(round.id).flatMap(({ drawn, replacedBy }) => (replacedBy === null ? [drawn.caseId] : [])),
  );
  const sent = new Set(exchanges.filter(({ kind }) => kind !== 'second-reading').flatMap(({ caseIds }) => caseIds));
  return {
    roundId: round.id,
    roundName: round.name,
    asOf: round.record.asOf,
    lines: exchanges.map((exchange) => lineOf(exchange, standing, today)),
    notSent: [...standing].filter((caseId) => !sent.has(caseId)).length,
    conflicts: conflictCells(tables, round.id).length,
  };
}

function lineOf(exchange: Exchange, standing: ReadonlySet<string>, today: LocalDate): ExchangeLine {
  const { exchangeId, kind, unit, head, sentAt, received } = exchange;
  const newest = newestOf(received);
  const cases = exchange.caseIds.filter((caseId) => standing.has(caseId)).length;
  const closed = Math.min(newest?.closed ?? 0, cases);
  const since = newest === undefined || newest.madeAt < sentAt ? sentAt : newest.madeAt;
  return {
    exchangeId,
    kind,
    unit,
    head,
    sentAt,
    cases,
    closed,
    lastMadeAt: newest?.madeAt ?? null,
    lastCollectedAt: newest?.at ?? null,
    daysWaiting: closed >= cases ? 0 : daysSince(since, today),
  };
}

/** The package that was made last, in whatever order they were merged. */
function newestOf(received: readonly MergedPackage[]): MergedPackage | undefined {
  return received.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1)).at(-1);
}

/** Whole days; 0 where the sender's clock is ahead of ours. */
function daysSince(instant: string, today: LocalDate): number {
  const day = instant.slice(0, 10);
  return isLocalDate(day) ? Math.max(0, daysBetween(day, today)) : 0;
}
