import { describe, expect, it } from 'vitest';

import { administrativeWorkbook } from '#shared/domain/report/administrative.ts';
import type { Figures, ItemFigure } from '#shared/domain/report/figures.ts';
import { politicalWorkbook } from '#shared/domain/report/political.ts';
import { politicalFigures } from '#shared/domain/report/political-figures.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';
import type { PlanPart } from '#shared/domain/sampling/plan.ts';

import { reportSource, templateItems } from './report-fixture.ts';

const everything: PlanPart = { kind: 'random', stratifyBy: null, allocation: 'everything', where: [] };
const itemId = templateItems[0]!.id;

/**
 * 30 of 420 at random, then all 8 of a second part; the random cases say yes 24 times, the 8 are `ofEvery`. `parts` of
 * the plan in the place of the fixture's.
 */
function source(ofEvery: readonly (AnswerValue | null)[], closed = 38, alone = false): ReportSource {
  const strata = alone
    ? [{ name: 'anbragte', size: 8, drawn: 8 }]
    : [
        { name: '', size: 420, drawn: 30 },
        { name: 'anbragte', size: 8, drawn: 8, partIndex: 1 },
      ];
  const before = alone ? 0 : 30;
  const made = reportSource({
    strata,
    closed,
    answers: (index) => (index < before ? (index < 24 ? 'yes' : 'no') : (ofEvery[index - before] ?? null)),
  });
  const random: PlanPart = { kind: 'random', size: 30, stratifyBy: null, allocation: 'proportional', where: [] };
  const parts = alone ? [everything] : [random, everything];
  return { ...made, record: { ...made.record, plan: { ...made.record.plan, parts } } };
}

const item = (figures: Figures, part: ItemFigure['part']) =>
  figures.items.find((figure) => figure.part === part && figure.id === itemId);
const eight: readonly AnswerValue[] = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no'];
const sheetText = (book: Workbook, name: string) => JSON.stringify(book.sheets.find((sheet) => sheet.name === name));

describe('a part of which every case is taken, beside a random part', () => {
  it('has its own n and an exact share without an interval, and is not in the random figures', () => {
    const figures = figuresOf(source(eight));
    expect(item(figures, 'census')).toMatchObject({ n: 8, yes: 6, rate: 0.75, interval: null, noInterval: 'census' });
    // method.md 2.6 by the exact interval of 24 of 30 in 420: as where the census part was never drawn
    const alone = figuresOf(reportSource({ answers: (index) => (index < 24 ? 'yes' : 'no') }));
    expect(item(figures, 'random')).toEqual(item(alone, 'random'));
    expect(item(figures, 'random')).toMatchObject({
      n: 30,
      interval: { low: 261, high: 386, of: 420 },
      weighted: false,
    });
    expect(figures.coverage).toMatchObject({
      random: { drawn: 30, frame: 420 },
      census: { drawn: 8, started: 8, closed: 8, frame: 8 },
      targeted: { drawn: 0 },
    });
  });

  it('says that it is not exact yet while some of it is unread, and claims no interval', () => {
    const figures = figuresOf(source(eight, 34));
    expect(item(figures, 'census')).toMatchObject({ n: 4, rate: 1, interval: null, noInterval: 'census-unread' });
  });

  it('has a sheet of its own in the leadership report, with the share and without the ends of an interval', () => {
    const given = source(eight);
    const book = administrativeWorkbook(given, figuresOf(given));
    const names = book.sheets.map(({ name }) => name);
    expect(names).toContain('Alle sager');
    const header = book.sheets.find(({ name }) => name === 'Alle sager')!.rows.find(({ isHeader }) => isHeader)!;
    expect(header.cells.map(({ value }) => value)).not.toContain('Fra');
    expect(sheetText(book, 'Alle sager')).toContain('"share":0.75');
    expect(sheetText(book, 'Forside')).toContain('8 sager, alle der er; tælles for sig');
    expect(sheetText(book, 'Forside')).toContain('30 af 420 sager, trukket tilfældigt');
    expect(sheetText(book, 'Sager')).toContain('"Alle sager"');
  });

  it('is told apart to the committee and is in none of its figures', () => {
    const given = source(eight);
    const figures = politicalFigures(figuresOf(given), 5);
    const text = JSON.stringify(politicalWorkbook(given, figures, null).sheets);
    expect(text).toContain('30 af 420 sager er trukket tilfældigt og læst');
    expect(text).toContain('Derudover er alle 8 sager af en bestemt slags læst; de tælles for sig');
    expect(text).toContain('8; tælles for sig');
    expect(text).not.toContain('428');
  });
});

describe('a plan that takes every case and nothing else', () => {
  it('is the main part: exact when read, and without an interval also before', () => {
    const read = figuresOf(source(eight, 8, true));
    expect(item(read, 'random')).toMatchObject({ n: 8, rate: 0.75, interval: null, noInterval: 'census' });
    expect(item(read, 'census')).toBeUndefined();
    expect(read.coverage.census).toBeUndefined();
    const half = figuresOf(source(eight, 4, true));
    expect(item(half, 'random')).toMatchObject({ n: 4, interval: null, noInterval: 'census-unread' });
  });
});

it('a targeted part is never in a percentage, beside a census part or not', () => {
  const given = reportSource({ targeted: 5 });
  const figures = figuresOf({ ...given, record: { ...given.record, plan: { ...given.record.plan } } });
  for (const figure of [...figures.items, ...figures.areas].filter(({ part }) => part === 'targeted')) {
    expect([figure.rate, figure.interval, figure.noInterval]).toEqual([null, null, 'targeted']);
  }
});
