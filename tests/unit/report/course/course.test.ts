import { describe, expect, it } from 'vitest';

import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { buildCourse, type CourseInput, type CourseRound } from '#shared/domain/report/course/course.ts';
import { courseWorkbook } from '#shared/domain/report/course/course-workbook.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { Action } from '#shared/domain/review/action.ts';
import { recommendations } from '#shared/domain/review/action.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { answersKept } from '../earlier-fixture.ts';
import { barnetsLov, type FixtureOptions, reportSource } from '../report-fixture.ts';

function measurement(
  roundId: string,
  asOf: string,
  options: FixtureOptions & { readonly template?: ChecklistTemplate },
): CourseRound {
  const { template = barnetsLov, ...rest } = options;
  const source = { ...reportSource(rest), template };
  return {
    roundId,
    name: roundId,
    asOf,
    template,
    record: {
      ...source.record,
      asOf,
    },
    plan: source.record.plan,
    example: false,
    figures: figuresOf(source),
    actions: [],
  };
}

const kept = (share: number, seed: number) => ({ answers: answersKept(share, seed) });
const baseline = measurement('Udgangspunkt', '2026-01-05', kept(0.4, 1));
const better = measurement('Status', '2027-06-01', kept(0.9, 2));

function courseOf(change: Partial<CourseInput> = {}) {
  return buildCourse({
    name: 'Forløb',
    start: '2026-01-05' as LocalDate,
    today: '2026-09-01' as LocalDate,
    baseline,
    later: [better],
    actions: [],
    ...change,
  });
}

const practice = (category: Action['category'], change: Partial<Action> = {}): Action => ({
  id: 'a',
  roundId: 'Udgangspunkt',
  caseId: null,
  itemId: null,
  kind: 'practice',
  text: 'Ny arbejdsgang',
  owner: 'Leder',
  due: '2026-05-01',
  critical: false,
  created: '2026-01-10',
  done: null,
  category,
  measured: null,
  ...change,
});

describe('a course of two years', () => {
  it('lasts six months of analysis and eighteen of development, and says where it is', () => {
    expect(courseOf()).toMatchObject({ analysisEnds: '2026-07-05', ends: '2028-01-05', phase: 'development' });
    const phaseOn = (today: string) => courseOf({ today: today as LocalDate }).phase;
    expect(phaseOn('2026-01-04')).toBe('before');
    expect(phaseOn('2026-01-05')).toBe('analysis');
    expect(phaseOn('2026-07-04')).toBe('analysis');
    expect(phaseOn('2026-07-05')).toBe('development');
    expect(phaseOn('2028-01-05')).toBe('over');
  });

  it('opens with what works and the challenges of the baseline, each led by its figure', () => {
    const { works, challenges, read, enough } = courseOf().baseline;
    expect({ read, enough, works }).toEqual({ read: 30, enough: true, works: [] });
    expect(challenges).toHaveLength(4);
    for (const { figure, rate } of challenges) expect(rate).toBe(figure.yes / figure.n);
    const rates = challenges.map(({ rate }) => rate);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
  });

  it('holds a line to each of the eight recommendations, open actions first, and those without one last', () => {
    const actions = [
      practice('workflows', { id: 'late', due: '2026-09-01' }),
      practice('workflows', { id: 'done', done: '2026-04-01' }),
      practice('workflows', { id: 'soon', due: '2026-03-01' }),
      practice(null, { id: 'loose' }),
      practice('competence', { id: 'case', kind: 'case' }),
    ];
    const { plan } = courseOf({ actions });
    expect(plan.map(({ recommendation }) => recommendation)).toEqual([...recommendations, null]);
    const workflows = plan.find(({ recommendation }) => recommendation === 'workflows')!;
    expect(workflows.actions.map(({ id }) => id)).toEqual(['soon', 'late', 'done']);
    expect(workflows).toMatchObject({ open: 2, done: 1 });
    expect(plan.find(({ recommendation }) => recommendation === 'competence')!.actions).toEqual([]);
    expect(courseOf().plan).toHaveLength(8);
  });

  it('measures the same items again: counts of both, and an interval of the difference that leaves out zero', () => {
    const { items, areas, measurements } = courseOf();
    expect(measurements).toEqual([{ roundId: 'Status', name: 'Status', asOf: '2027-06-01' }]);
    expect(areas).toHaveLength(barnetsLov.areas.length);
    const line = items.find(({ baseline: first }) => first !== null && first.n >= 25)!;
    const before = baseline.figures.items.find(({ id, part }) => id === line.id && part === 'random')!;
    const after = better.figures.items.find(({ id, part }) => id === line.id && part === 'random')!;
    expect([line.baseline!.met, line.baseline!.n]).toEqual([before.yes, before.n]);
    expect([line.points.at(-1)!.met, line.points.at(-1)!.n]).toEqual([after.yes, after.n]);
    expect(line.change!.difference).toBeCloseTo(after.yes / after.n - before.yes / before.n, 12);
    expect(line.change!.verdict).toBe('rise');
    expect(line.change!.interval!.low).toBeGreaterThan(0);
  });

  it('says why there is no change: no measurement yet, nothing read, or a question that was changed', () => {
    expect(
      courseOf({ later: [] }).items.every(({ change, missing }) => change === null && missing === 'first-round'),
    ).toBe(true);
    expect(courseOf({ later: [measurement('Tom', '2027-06-01', { closed: 0 })] }).items[0]!.missing).toBe(
      'nothing-read',
    );
    const reworded: ChecklistTemplate = {
      ...barnetsLov,
      edition: barnetsLov.edition + 1,
      basedOn: { id: barnetsLov.id, edition: barnetsLov.edition },
      sections: barnetsLov.sections.map((section, index) => ({
        ...section,
        items: section.items.map((item, at) =>
          index === 0 && at === 0
            ? { ...item, question: 'Noget andet?', change: 'new-rule' as const }
            : { ...item, change: 'same' as const },
        ),
      })),
    };
    const { items } = courseOf({
      later: [measurement('Ny udgave', '2027-06-01', { ...kept(0.9, 3), template: reworded })],
    });
    expect(items[0]).toMatchObject({ change: null, missing: 'not-comparable' });
    expect(items[1]!.change).not.toBeNull();
  });

  it('compares with the latest measurement that was read, not with one that is only drawn', () => {
    const { items } = courseOf({ later: [better, measurement('Trukket', '2027-12-01', { closed: 0 })] });
    const line = items.find(({ baseline: first }) => first !== null && first.n >= 25)!;
    expect(line.change!.after.round).toBe('Status');
  });
});

describe('the course on paper', () => {
  it('is one page that names no case and says that a change shows no cause', () => {
    const { sheets, classification } = courseWorkbook(courseOf(), 'Børn og Familie', '2026-09-01T08:00:00.000Z');
    const text = JSON.stringify(sheets);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ onePage: true, orientation: 'portrait' });
    expect(classification).toMatch(/Fortroligt/u);
    expect(text).not.toMatch(/BF-2025/u);
    expect(text).toContain('viser ikke, hvad der har skabt den');
    const { interval } = courseOf().areas[0]!.change!;
    const points = (share: number) => Math.round(share * 1000) / 10;
    expect(text).toContain(`{"points":${points(interval!.low)}}`);
    expect(text).toContain(`{"points":${points(interval!.high)}}`);
    for (const { name } of barnetsLov.areas) expect(text).toContain(name);
  });
});
