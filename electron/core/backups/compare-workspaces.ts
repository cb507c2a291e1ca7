import type { ComparedKind, ComparedRow } from '#shared/contract/backups.ts';
import { reviewStates } from '#shared/domain/review/answer.ts';

import type { WorkspaceContent } from '../store/open-backup.ts';

type Counts = Partial<Record<ComparedKind, number>>;

/**
 * What a workspace holds now and what it held then: the whole, kind by kind; each round, the kinds that differ; and the
 * imports whose cases it held then and that are gone, which restoring does not bring back.
 */
export function compareWorkspaces(
  now: WorkspaceContent,
  then: WorkspaceContent,
  isGone: (importId: string) => boolean,
): readonly ComparedRow[] {
  return [...rowsOf('', countAll(now), countAll(then)), ...roundRows(now, then), ...goneRows(then, isGone)];
}

function rowsOf(name: string, now: Counts, then: Counts): readonly ComparedRow[] {
  const kinds = Object.keys({ ...now, ...then }) as ComparedKind[];
  return kinds.map((what) => ({ what, name, now: now[what] ?? 0, then: then[what] ?? 0 }));
}

function countAll({ tables, changes, populations }: WorkspaceContent): Counts {
  const rounds = tables.rounds.list();
  const total: Record<string, number> = {};
  for (const { id } of rounds) {
    for (const [what, count] of Object.entries(countRound({ tables, changes, populations }, id))) {
      total[what] = (total[what] ?? 0) + count;
    }
  }
  const actions = tables.actions.list();
  const open = actions.filter(({ done }) => done === null).length;
  return {
    changes,
    imports: tables.imports.list().length,
    populations: populations.length,
    rounds: rounds.length,
    ...total,
    'actions-open': open,
    'actions-done': actions.length - open,
    templates: tables.templates.list().length,
  };
}

/** Replaced cases count as cases; both readings count as reviews. */
function countRound({ tables }: WorkspaceContent, roundId: string): Counts {
  const reviews = [1, 2].flatMap((reading) => tables.reviews.standings(roundId, reading === 1 ? 1 : 2));
  const actions = tables.actions.list().filter((action) => action.roundId === roundId);
  const states = reviewStates.map((state) => [
    `reviews-${state}`,
    reviews.filter((review) => review.state === state).length,
  ]);
  return {
    cases: tables.sample.places(roundId).length,
    ...(Object.fromEntries(states) as Counts),
    answers: reviews.reduce((sum, { answered }) => sum + answered, 0),
    'actions-open': actions.filter(({ done }) => done === null).length,
    'actions-done': actions.filter(({ done }) => done !== null).length,
  };
}

/** Rounds of now first, newest first; then those that are no longer there. */
function roundRows(now: WorkspaceContent, then: WorkspaceContent): readonly ComparedRow[] {
  const names = new Map<string, string>();
  for (const { tables } of [now, then]) {
    for (const { id, name } of tables.rounds.list()) if (!names.has(id)) names.set(id, name);
  }
  return [...names].flatMap(([id, name]) => {
    const counts = [now, then].map((content) =>
      content.tables.rounds.get(id) === undefined ? {} : countRound(content, id),
    );
    return rowsOf(name, counts[0] ?? {}, counts[1] ?? {}).filter((row) => row.now !== row.then);
  });
}

function goneRows(
  { tables, populations }: WorkspaceContent,
  isGone: (importId: string) => boolean,
): readonly ComparedRow[] {
  return populations.filter(isGone).flatMap((importId) => {
    const summary = tables.imports.get(importId)?.summary;
    if (summary === undefined) return [];
    return [{ what: 'population-gone' as const, name: summary.fileName, now: 0, then: summary.cases }];
  });
}
