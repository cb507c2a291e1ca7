import type { ItemMeasure } from '#shared/domain/review/action.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import { codeValue } from '#shared/domain/report/compile/answer-table.ts';
import { everyCase } from '#shared/domain/report/compile/case-group.ts';
import { compileFigures } from '#shared/domain/report/compile/compile-figures.ts';
import { inTime } from '#shared/domain/report/compile/compile-round.ts';
import { coverageOf } from '#shared/domain/report/compile/coverage.ts';
import type { CourseRound } from '#shared/domain/report/course/course.ts';

import { roundOf } from '../review/queue.ts';
import type { Tables } from '../store/tables.ts';
import type { KnownRound, KnownRounds } from './answer-table.ts';
import { countsHere } from './set-of-rounds.ts';

/** Every round whose answers count here, oldest first. */
export function roundsHere(tables: Tables, known: KnownRounds): readonly KnownRound[] {
  return tables.answerTables
    .roundIds()
    .filter((roundId) => countsHere(tables, roundId))
    .map((roundId) => known.round(tables, roundId))
    .toSorted(inTime);
}

/** A round with the figures of its own report, counted from its table of answers. */
export function measuredRound(tables: Tables, known: KnownRounds, round: KnownRound): CourseRound {
  const { roundId, name, asOf, template, example } = round;
  const { record } = roundOf(tables, roundId);
  return {
    roundId,
    name,
    asOf,
    template,
    example,
    record,
    plan: record.plan,
    figures: {
      ...compileFigures([round], template, everyCase, (by, each) => known.areaCodes(tables, by, each)),
      coverage: coverageOf([round]),
    },
    actions: tables.actions.list().filter((action) => action.roundId === roundId),
  };
}

/** What `measureItem` counts, from the table of answers: closed reviews of the random part, not relevant left out. */
export function measureInTable({ roundId, table }: KnownRound, itemId: string): ItemMeasure {
  const column = table.itemIds.indexOf(itemId);
  const values = table.cases.flatMap(({ part, replacedBy, state }, row) => {
    const counts = column !== -1 && part === 'random' && replacedBy === null && isClosed(state);
    const value = counts ? codeValue(table.codes[row * table.itemIds.length + column] ?? 0) : null;
    return value === null || value === 'na' ? [] : [value];
  });
  return { roundId, yes: values.filter((value) => value === 'yes').length, n: values.length };
}
