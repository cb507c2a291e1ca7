import { teamFigures } from '#shared/domain/report/leader/team-figures.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { EarlierRound } from '#shared/domain/report/source.ts';

import { templateOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { RoundRow, Tables } from '../store/tables.ts';

/** Figures of rounds as they stood at the instant that the key ends with. */
export type FigureMemory = Map<string, EarlierRound['figures']>;

/**
 * The rounds drawn before this one, oldest first: of the same unit, of real cases
 * for a round of real cases, examples for an example. The
 * figures of a year are computed once: a round that has not changed since has the same. `team`: whose own counts of
 * each round are wanted too.
 */
export function earlierRounds(
  tables: Tables,
  shelf: TemplateShelf,
  memory: FigureMemory,
  round: RoundRow,
  team: string | null,
): readonly EarlierRound[] {
  const actions = tables.actions.list();
  return tables.rounds
    .list()
    .filter(({ createdAt, example }) => createdAt < round.createdAt && example === round.example)
    .filter(({ id }) => originOf(tables, id) === originOf(tables, round.id))
    .toReversed()
    .map(({ id, name, record }) => {
      const template = templateOf(tables, shelf, id);
      const key = `${id} ${tables.changes.lastOf(id, []) ?? ''}`;
      const read = () => ({ template, record, cases: tables.sample.list(id), reviews: tables.reviews.list(id) });
      const figures = memory.get(key) ?? figuresOf(read());
      memory.set(key, figures);
      const ofTeam = team === null ? {} : { ofTeam: teamFigures({ ...read(), team }) };
      const own = actions.filter(({ roundId }) => roundId === id);
      return { roundId: id, name, asOf: record.asOf, template, figures, ...ofTeam, actions: own, plan: record.plan };
    });
}

/** Rounds of other units, or that were read for others, are no history of this one. */
function originOf({ origins }: Tables, roundId: string): string {
  const origin = origins.get(roundId);
  return origin === undefined ? '' : `${origin.role} ${origin.unit}`;
}
