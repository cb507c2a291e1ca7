import { describe, expect, it } from 'vitest';

import type { CourseRound } from '#shared/domain/report/course/course.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import {
  buildYearOverview,
  type CalendarRound,
  type YearInput,
} from '#shared/domain/report/year-overview/year-overview.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { answersKept } from '../earlier-fixture.ts';
import { barnetsLov, reportSource } from '../report-fixture.ts';

const round = (roundId: string, asOf: string, unit = ''): CalendarRound => ({
  roundId,
  name: roundId,
  unit,
  theme: barnetsLov.title,
  asOf,
  drawn: 30,
  closed: 28,
  example: false,
});

function measured(index: number, share: number): CourseRound {
  const asOf = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-05`;
  const source = reportSource({ answers: answersKept(share, index + 1) });
  return {
    roundId: `m${index}`,
    name: `Måling ${index}`,
    asOf,
    template: barnetsLov,
    example: false,
    actions: [],
    record: {
      ...source.record,
      asOf,
    },
    plan: source.record.plan,
    figures: figuresOf(source),
  };
}

const action: Action = {
  id: 'a',
  roundId: 'm0',
  caseId: null,
  itemId: 'barnets-stemme',
  kind: 'practice',
  text: 'Ny arbejdsgang',
  owner: 'Leder',
  due: null,
  critical: false,
  created: '2026-01-10',
  done: null,
  category: 'workflows',
  measured: null,
};

function yearOf(change: Partial<YearInput> = {}) {
  return buildYearOverview({ year: 2026, rounds: [], measured: [], practice: [], ...change });
}

describe('the year of supervision', () => {
  it('puts each round in the month of the day its deadlines were judged on, and leaves other years out', () => {
    const rounds = [
      round('gammel', '2025-12-31'),
      round('nytår', '2026-01-01', 'Syd'),
      round('marts', '2026-03-31'),
      round('jul', '2026-12-24'),
    ];
    const { months, years } = yearOf({ rounds });
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const where = months.flatMap(({ month, rounds: own }) => own.map(({ roundId }) => [month, roundId]));
    expect(where).toEqual([
      [1, 'nytår'],
      [3, 'marts'],
      [12, 'jul'],
    ]);
    expect(years).toEqual([2026, 2025]);
  });

  it('gives no verdict before ten points, and one with a shift', () => {
    const few = yearOf({ measured: Array.from({ length: 9 }, (_, index) => measured(index, 0.5)) });
    expect(few.runCharts).toHaveLength(barnetsLov.areas.length);
    for (const { reading, points } of few.runCharts) {
      expect(reading.median).toBeNull();
      expect(points).toHaveLength(9);
    }
    const many = yearOf({
      measured: Array.from({ length: 14 }, (_, index) => measured(index, index < 7 ? 0.9 : 0.99)),
    });
    const signals = many.runCharts.flatMap(({ reading }) => reading.signals);
    expect(signals).toContainEqual(expect.objectContaining({ kind: 'shift', direction: 'up' }));
    expect(many.committeeRoundId).toBe('m13');
  });

  it('shows what a change of practice led to with its interval, and nothing where there is no later sample', () => {
    const before = { roundId: 'm0', yes: 9, n: 30 };
    const after = { roundId: 'm5', yes: 27, n: 30 };
    const effect = { action, question: 'Er barnet hørt?', before };
    const { practice } = yearOf({
      practice: [
        { ...effect, after, afterName: 'Måling 5' },
        { ...effect, after: null, afterName: null },
      ],
    });
    expect(practice[0]!.change).toMatchObject({ verdict: 'higher' });
    // Newcombe's method 10 for 27/30 - 9/30, worked out by hand from Wilson's limits of each.
    expect(practice[0]!.change!.difference!.low).toBeCloseTo(0.3626, 4);
    expect(practice[0]!.change!.difference!.high).toBeCloseTo(0.7485, 4);
    expect(practice[1]!.change).toBeNull();
  });

  it('is empty where nothing was drawn', () => {
    expect(yearOf()).toMatchObject({ years: [], runCharts: [], practice: [], committeeRoundId: null });
  });
});
