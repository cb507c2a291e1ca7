import { describe, expect, it } from 'vitest';

import { buildReport } from '#shared/domain/report/build-report.ts';
import { everyCase } from '#shared/domain/report/compile/case-group.ts';
import { compile } from '#shared/domain/report/compile/compilation.ts';
import { compileFigures } from '#shared/domain/report/compile/compile-figures.ts';
import { compiledSource, type SetRound } from '#shared/domain/report/compiled-source.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { barnetsLov, reportSource, templateItems } from '../report-fixture.ts';
import { compileRoundOf } from './compile-fixture.ts';

function setRound(unit: string, source: ReportSource, about: Partial<SetRound> = {}): SetRound {
  const readers = source.reviews.map(() => `Leder ${unit}`);
  return {
    roundId: `r-${unit}`,
    unit,
    units: new Set([unit]),
    createdAt: source.created,
    importId: `i-${unit}`,
    readers,
    source,
    ...about,
  };
}

const seeded = (seed: string, source: ReportSource): ReportSource => ({
  ...source,
  record: { ...source.record, seed, populationFingerprint: seed.repeat(8).slice(0, 64), drawNumber: seed.length },
});

const nord = seeded('frø-nord', reportSource({ strata: [{ name: '', size: 100, drawn: 12 }], targeted: 2 }));
const syd = seeded('frø-syd', reportSource({ strata: [{ name: '', size: 30, drawn: 15 }], answers: () => 'no' }));
const together = compiledSource([setRound('Nord', nord), setRound('Syd', syd)], { earlier: [] })!;

const text = (kind: Parameters<typeof buildReport>[0], source: ReportSource) =>
  JSON.stringify(buildReport(kind, source).workbook);

describe('a source over several rounds', () => {
  it('of one round has that round’s figures', () => {
    const alone = compiledSource([setRound('Nord', nord)], { earlier: [] })!;
    expect(figuresOf(alone)).toEqual(figuresOf(nord));
    expect(alone.cases.map(({ drawn }) => drawn)).toEqual(nord.cases.map(({ drawn }) => drawn));
  });

  it('has the figures that the page shows of the same rounds, computed another way', () => {
    const rounds = [
      compileRoundOf(nord, { roundId: 'r-Nord', unit: 'Nord' }),
      compileRoundOf(syd, { roundId: 'r-Syd', unit: 'Syd' }),
    ];
    const { items, areas } = figuresOf(together);
    expect({ items, areas }).toEqual(compileFigures(rounds, barnetsLov, everyCase));
    const shown = compile({
      rounds,
      before: new Map(),
      by: 'all',
      group: null,
      actions: [],
      quality: [],
      conflicts: 0,
      today: '',
    });
    expect(shown!.items.map(({ id, rate, interval }) => [id, rate, interval])).toEqual(
      items.map(({ id, rate, interval }) => [id, rate, interval]),
    );
  });

  it('has the shares that come of weighing each read case by the cases it stands for', () => {
    const { items } = figuresOf(together);
    for (const { id, rate } of items.filter(({ part }) => part === 'random')) {
      let [yes, relevant] = [0, 0];
      for (const { source } of together.together!) {
        const [stratum] = source.record.strata;
        const random = new Set(source.cases.flatMap(({ drawn }) => (drawn.part === 'random' ? [drawn.caseId] : [])));
        const values = source.reviews
          .filter(({ caseId }) => random.has(caseId))
          .map(({ answers }) => answers.find(({ itemId }) => itemId === id)!.value);
        const weight = stratum!.size / values.length;
        yes += weight * values.filter((value) => value === 'yes').length;
        relevant += weight * values.filter((value) => value !== 'na').length;
      }
      expect(rate, id).toBeCloseTo(yes / relevant, 12);
    }
  });

  it('keeps cases of one number apart, with their answers, actions and places', () => {
    const ids = together.cases.map(({ drawn }) => drawn.caseId);
    expect(new Set(ids).size).toBe(29);
    expect(together.reviews.map(({ caseId }) => caseId).filter((id) => !ids.includes(id))).toEqual([]);
    expect(together.actions).toHaveLength(8);
    const own = together.actions.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]));
    expect(own.every((id) => ids.includes(id))).toBe(true);
    expect(new Set(own).size).toBe(2);
    expect(together.record.strata.map(({ partIndex, size }) => [partIndex, size])).toEqual([
      [0, 100],
      [1, 25],
      [2, 30],
    ]);
  });

  it('counts the people who read, and an import that two rounds used once', () => {
    expect(together.readers).toBe(2);
    const same = { importId: 'i', readers: ['Karen Holm', ' karen  holm'] };
    const other = compiledSource([setRound('Nord', nord, same), setRound('Syd', syd, same)], { earlier: [] })!;
    expect(other.readers).toBe(1);
    expect(other.imported?.rows.total).toBe(437);
    expect(together.imported?.rows.total).toBe(2 * 437);
  });

  it('lists the fingerprint, the seed and the draw number of every round in every report', () => {
    for (const kind of ['leader', 'administrative', 'political', 'year', 'casework'] as const) {
      const report = text(kind, together);
      for (const { record } of [nord, syd]) {
        expect(report, kind).toContain(record.seed);
        expect(report, kind).toContain(record.populationFingerprint.slice(0, 4));
      }
    }
  });

  it('gives the committee no unit’s name and no case number', () => {
    for (const kind of ['political', 'year'] as const) {
      expect(text(kind, together)).not.toMatch(/Nord|Syd|BF-2025/u);
    }
  });

  it('hides the names of every round in what is written in any, also of a round that is left out', () => {
    const named = (source: ReportSource, child: string): ReportSource => ({
      ...source,
      cases: source.cases.map((row) => ({ ...row, case: { ...row.case, values: { child_name: child } } })),
    });
    const noted: ReportSource = {
      ...nord,
      reviews: nord.reviews.map((review) => ({
        ...review,
        answers: review.answers.map((answer) => ({ ...answer, note: 'Ditte Anderledes og Åge Tavs er med' })),
      })),
    };
    const rounds = [
      setRound('Nord', named(noted, 'Bo Egen')),
      setRound('Syd', named(syd, 'Ditte Anderledes')),
      setRound('Vest', { ...named(syd, 'Åge Tavs'), reviews: [] }),
    ];
    const set = compiledSource(rounds, { earlier: [] })!;
    for (const kind of ['administrative', 'leader', 'casework'] as const) {
      expect(/Ditte|Anderledes|Åge|Tavs/u.exec(text(kind, set))?.[0], kind).toBeUndefined();
    }
  });

  it('has a method page that is not made smaller than can be read, however many draws stand on it', () => {
    const set = (count: number) => Array.from({ length: count }, (_, at) => setRound(`Enhed ${at}`, nord));
    const page = (count: number) => {
      const source = compiledSource(set(count), { earlier: [] })!;
      return buildReport('political', source).workbook.sheets.at(-1)!;
    };
    expect([page(2), page(8), page(9)].map(({ onePage }) => onePage)).toEqual([true, true, false]);
    expect(page(9).mixed).toBe(true);
    expect(page(9).rows.length).toBe(page(8).rows.length + 1);
  });
});

describe('rounds of different editions', () => {
  const [first, second] = templateItems;
  const reworded: ChecklistTemplate = {
    ...barnetsLov,
    edition: 2,
    sections: barnetsLov.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.id === first!.id ? { ...item, question: 'Helt andre ord?' } : item)),
    })),
  };
  const old = setRound('Nord', nord);
  const fresh = setRound('Syd', { ...syd, template: reworded, record: { ...syd.record, asOf: '2026-02-01' } });

  it('leave out what was reworded, name it, and keep the rest', () => {
    const set = compiledSource([old, fresh], { earlier: [] })!;
    const ids = figuresOf(set).items.map(({ id }) => id);
    expect(ids).not.toContain(first!.id);
    expect(ids).toContain(second!.id);
    expect(set.notTogether).toEqual([
      { label: 'Nord, 4. kvartal 2025', questions: [first!.question], reason: 'other-words' },
    ]);
    expect(text('administrative', set)).toContain(first!.question);
  });

  it('of different checklists cannot be put together', () => {
    const foreign = setRound('Syd', { ...syd, template: { ...barnetsLov, id: 'egen' } });
    expect(compiledSource([old, foreign], { earlier: [] })).toBeNull();
  });

  it('leave out invented cases among real ones, and rounds where nothing is read', () => {
    const example = setRound('Øst', { ...syd, round: { name: 'Øvelse', example: true } });
    const unread = setRound('Vest', { ...syd, reviews: [] });
    const set = compiledSource([old, example, unread], { earlier: [] })!;
    expect(set.notTogether?.map(({ label, reason }) => [label, reason])).toEqual([
      ['Vest, 4. kvartal 2025', 'nothing-read'],
      ['Øst, Øvelse', 'example'],
    ]);
    expect(figuresOf(set)).toEqual(figuresOf(nord));
  });
});
