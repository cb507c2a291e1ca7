import { describe, expect, it } from 'vitest';

import type { CellContent } from '../../../shared/domain/exchange/cells.ts';
import { conflictsOf, merge, project, type RoundVersions } from '../../../shared/domain/exchange/round-versions.ts';
import { type Known, NaiveHistory, saidOnly } from './naive-history.ts';
import { caseKeys, cells, type RoundState, Workspaces } from './workspaces.ts';
import { fc } from '../../support/fast-check.ts';

/** `TILSYN_MERGE_RUNS`: how many years are lived through. */
const runs = Number(process.env['TILSYN_MERGE_RUNS'] ?? 10);

const people = ['head-one', 'head-two', 'consultant'] as const;
const person = fc.constantFrom(...people);

const note = fc.constantFrom('', 'Sofie blev hørt', 'Emma blev hørt', '[navn] blev hørt', 'set i journalen');
const value = fc.constantFrom('yes', 'partly', 'no', 'na', 'cannot-tell', null);
const day = fc.constantFrom('2026-03-02', null);

function contentFor(cell: string): fc.Arbitrary<CellContent> {
  const [kind = ''] = cell.split('/');
  if (kind === 'answer') return fc.record({ value, note, evidence: fc.constant('') });
  if (kind === 'conversation') {
    return fc.record({ held: day, praise: fc.constant(''), agreement: note, due: fc.constant(null) });
  }
  if (kind === 'comment') {
    return fc.option(fc.record({ stance: fc.constantFrom('agree' as const, 'disagree' as const), text: note }));
  }
  if (kind === 'review') {
    const closed = fc.constantFrom('done' as const, 'draft' as const);
    return fc
      .record({ reader: fc.constantFrom('Mette', 'Anders'), state: closed, seconds: fc.nat(900) })
      .map((review) => ({ ...review, closedAt: review.state === 'done' ? '2026-03-02T10:00:00.000Z' : null }));
  }
  return fc.record({
    caseKey: fc.constantFrom(...caseKeys),
    itemId: fc.constant('plan'),
    kind: fc.constant('case' as const),
    text: note,
    owner: fc.constant('Mette'),
    due: day,
    critical: fc.boolean(),
    created: fc.constant('2026-03-01T09:00:00.000Z'),
    done: day,
    category: fc.constant(null),
    measured: fc.constant(null),
  });
}

type Act = (world: Workspaces, round: number) => void;

const typed = fc
  .constantFrom(...cells)
  .chain((cell) => fc.tuple(person, fc.constant(cell), contentFor(cell)))
  .map(
    ([who, cell, content]): Act =>
      (world, round) =>
        world.write(who, round, cell, content),
  );
const sent = fc.tuple(person, fc.boolean()).map(
  ([who, withNames]): Act =>
    (world, round) =>
      world.send(who, round, withNames),
);
/** Any package of this month or another that was ever sent, also one that arrived before; counted from the newest. */
const delivered = fc.tuple(fc.nat(30), person).map(
  ([back, to]): Act =>
    (world) =>
      world.deliver(world.packages.length - 1 - (back % world.packages.length), to),
);
const handedOver = fc.tuple(person, person, fc.boolean()).map(([from, to, withNames]): Act => (world, round) => {
  world.send(from, round, withNames);
  world.deliver(world.packages.length - 1, to);
});
const decided = fc.tuple(person, fc.nat(5), fc.nat(3)).map(
  ([who, conflict, side]): Act =>
    (world, round) =>
      world.decide(who, round, conflict, side),
);
const looked = fc.tuple(person, fc.constantFrom(...caseKeys)).map(
  ([who, caseKey]): Act =>
    (world, round) =>
      world.look(who, round, `review/${caseKey}/1`),
);
const copied = person.map(
  (who): Act =>
    (world, round) =>
      world.copy(who, round),
);
const restored = person.map(
  (who): Act =>
    (world, round) =>
      world.restore(who, round),
);

const act = fc.oneof(
  { arbitrary: typed, weight: 8 },
  { arbitrary: sent, weight: 2 },
  { arbitrary: handedOver, weight: 5 },
  { arbitrary: delivered, weight: 4 },
  { arbitrary: decided, weight: 2 },
  { arbitrary: looked, weight: 1 },
  { arbitrary: copied, weight: 1 },
  { arbitrary: restored, weight: 1 },
);
const month = fc.array(act, { minLength: 15, maxLength: 45, size: 'max' });
const year = fc.array(month, { minLength: 1, maxLength: 12, size: 'max' });

function plainVersions(versions: RoundVersions): unknown {
  return new Map([...versions].map(([cell, heads]) => [cell, heads.map((each) => [each.id, saidOnly(each.content)])]));
}

function plainKnown(world: Workspaces, known: Known): unknown {
  return [...known.keys()]
    .sort((a, b) => a - b)
    .map((number) => [number, saidOnly(world.history.content(number, known))]);
}

/** Nothing lost, no conflict hidden, and the tables hold what the history says. */
function expectTrue(world: Workspaces, state: RoundState): void {
  const { history } = world;
  const cellsKnown = history.cells(state.known);
  const shown = project(state.versions);
  const found = cellsKnown.map((cell) => {
    const heads = state.versions.get(cell) ?? [];
    const kept = new Set(heads.flatMap(({ id, ancestors }) => [id, ...ancestors]));
    const lost = history.ofCell(cell, state.known).filter((number) => !kept.has(world.id(number)));
    return { cell, heads: heads.map(({ id }) => id), lost, shown: saidOnly(shown.get(cell)?.content ?? null) };
  });
  const expected = cellsKnown.map((cell) => {
    const heads = history.standing(cell, state.known).map((number) => world.id(number));
    return { cell, heads: heads.sort(), lost: [], shown: saidOnly(world.expected(cell, state)!) };
  });
  expect(found).toEqual(expected);
  expect(shown.size).toBe(cellsKnown.length);
  const disputed = cellsKnown.filter((cell) => history.isDisputed(cell, state.known));
  expect(conflictsOf(state.versions).map(({ cell }) => cell)).toEqual(disputed);
}

describe('a year of rounds in three workspaces that share nothing but packages', () => {
  it(
    'loses no edit and hides no conflict, whatever arrives when, twice, late or never',
    () => {
      let disputes = 0;
      fc.assert(
        fc.property(year, (months) => {
          const world = new Workspaces();
          const seen = new WeakSet<RoundState>();
          months.forEach((acts, round) => {
            for (const each of acts) {
              each(world, round);
              for (const state of people.map((who) => world.round(who, round))) {
                if (seen.has(state)) continue;
                seen.add(state);
                expectTrue(world, state);
                disputes += conflictsOf(state.versions).length;
              }
            }
          });
          months.forEach((_, round) => expectSameEverywhere(world, round));
        }),
        { numRuns: runs },
      );
      expect(disputes).toBeGreaterThan(0);
    },
    60_000 + runs * 2_000,
  );
});

/** Once everybody has everything, everybody has the same; the order does not matter, and packages say nothing new. */
function expectSameEverywhere(world: Workspaces, round: number): void {
  for (const who of people) world.send(who, round, true);
  const all = world.packages.map((_, index) => index).filter((index) => world.packages[index]?.round === round);
  const orders = [all, all.toReversed(), all.toSorted((a, b) => (a % 3) - (b % 3))];
  people.forEach((who, index) => {
    for (const each of orders[index] ?? []) world.deliver(each, who);
  });
  const [one, ...others] = people.map((who) => world.round(who, round));
  const everything = NaiveHistory.together(...others.map(({ known }) => known), one!.known);
  for (const state of [one!, ...others]) {
    expectTrue(world, state);
    expect(plainKnown(world, state.known)).toEqual(plainKnown(world, everything));
    expect(plainVersions(state.versions)).toEqual(plainVersions(one!.versions));
    expect(project(state.versions)).toEqual(project(one!.versions));
    expect(merge(state.versions, one!.versions)).toEqual(state.versions);
  }
}
