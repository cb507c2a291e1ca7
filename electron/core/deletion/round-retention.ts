import type { RoundRetention } from '#shared/contract/deletion.ts';
import { retainUntil, retentionState } from '#shared/domain/deletion/retention.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import type { Ports } from '../ports.ts';
import type { RoundRow, Tables } from '../store/tables.ts';

/** Every round with the day it is to be deleted, the most urgent first. */
export function roundRetentions(tables: Tables, ports: Ports): readonly RoundRetention[] {
  const list = tables.rounds
    .list()
    .map((round) => ({ ...dayOf(tables, ports, round), open: openCases(tables, round.id) }));
  return list.toSorted((a, b) => a.daysLeft - b.daysLeft);
}

/** The rounds whose day has come or comes within a month, for the reminder on the start page. */
export function retentionReminders(
  tables: Tables,
  ports: Ports,
): readonly Pick<RoundRetention, 'roundId' | 'name' | 'retainUntil' | 'due'>[] {
  return tables.rounds
    .list()
    .map((round) => dayOf(tables, ports, round))
    .filter(({ daysLeft }) => daysLeft <= reminderDays)
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
    .map(({ roundId, name, retainUntil: day, due }) => ({ roundId, name, retainUntil: day, due }));
}

const reminderDays = 30;

function dayOf(tables: Tables, ports: Ports, { id, name, createdAt }: RoundRow): Omit<RoundRetention, 'open'> {
  const chosen = tables.keeping.retainUntil(id);
  const day = retainUntil({ createdAt, chosen, mostMonths: ports.policy.retentionMonths });
  return { roundId: id, name, createdAt, retainUntil: day, ...retentionState(day, ports.clock.today()) };
}

/** The cases of a round whose first reading is not closed. */
export function openCases(tables: Tables, roundId: string): number {
  const closed = new Set(
    tables.reviews
      .standings(roundId)
      .filter(({ state }) => isClosed(state))
      .map(({ caseId }) => caseId),
  );
  return tables.sample
    .places(roundId)
    .filter(({ drawn, replacedBy }) => replacedBy === null && !closed.has(drawn.caseId)).length;
}
