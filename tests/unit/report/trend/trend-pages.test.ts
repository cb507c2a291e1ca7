import { describe, expect, it } from 'vitest';

import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import { trendPages } from '#shared/domain/report/trend/trend-pages.ts';
import { runChartText } from '#shared/domain/report/trend/run-chart-text.ts';
import { trendMeaningOf } from '#shared/domain/report/trend/trend-columns.ts';
import { trendsOf } from '#shared/domain/report/trend/trend.ts';
import type { CellValue, Sheet } from '#shared/domain/report/workbook.ts';
import { trendSheetWords } from '#shared/words/trend.ts';

import { answersKept, quartersBefore, withEarlier } from '../earlier-fixture.ts';
import { barnetsLov, type FixtureOptions, reportSource, templateItems } from '../report-fixture.ts';

const { names } = trendSheetWords;
const pagesOf = (source: ReportSource) => trendPages(source, figuresOf(source));
const sheetOf = (source: ReportSource, name: string): Sheet =>
  pagesOf(source).sheets.find((sheet) => sheet.name === name)!;

/** What a reader sees in a cell: of a formula its result, of a share the number. */
const plain = (value: CellValue | undefined): unknown => {
  if (value === null || value === undefined || typeof value !== 'object') return value ?? null;
  if ('formula' in value) return plain(value.result);
  if ('points' in value) return value.points;
  return 'share' in value ? value.share : value.date;
};

/** The rows of a table by the names of its columns. */
function tableOf(sheet: Sheet): Readonly<Record<string, unknown>>[] {
  const header = sheet.rows.findIndex(({ isHeader }) => isHeader);
  const columns = sheet.rows[header]!.cells.map(({ value }) => (typeof value === 'string' ? value : ''));
  return sheet.rows
    .slice(header + 1)
    .map(({ cells }) => Object.fromEntries(columns.map((name, index) => [name, plain(cells[index]?.value)])));
}

const now = reportSource({ answers: answersKept(0.93, 99) });
const second = {
  ...barnetsLov,
  edition: 2,
  sections: barnetsLov.sections.map((section, at) => ({
    ...section,
    items: section.items.map((item, index) => (at + index === 0 ? { ...item, rule: 'R99' } : item)),
  })),
};
const twelve = withEarlier(
  now,
  quartersBefore(12, (index) => (index < 6 ? 0.78 : 0.92)),
);
const two = withEarlier(
  now,
  quartersBefore(1, () => 0.8),
);
const broken = withEarlier(
  { ...now, template: second },
  quartersBefore(4, () => 0.85).map((round, index) => (index < 2 ? round : { ...round, template: second })),
);
const small = (options: FixtureOptions) =>
  withEarlier(
    reportSource({ ...options, strata: [{ name: '', size: 40, drawn: 8 }] }),
    quartersBefore(2, () => 0.8),
  );

describe('the development in the internal reports', () => {
  it('is left out, with a sentence, where there is no earlier round', () => {
    expect(pagesOf(now)).toEqual({
      sheets: [],
      names: [],
      status: 'Det er den første runde; der er endnu intet at sammenligne med.',
    });
  });

  it('has names and columns that Excel and the data dictionary accept', () => {
    for (const source of [twelve, two, broken, small({})]) {
      const { sheets } = pagesOf(source);
      expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length);
      for (const { name, rows, widths } of sheets) {
        expect(name.length).toBeLessThanOrEqual(31);
        const header = rows.find(({ isHeader }) => isHeader);
        if (header === undefined) continue;
        expect(header.cells).toHaveLength(widths.length);
        const headers = header.cells.map(({ value }) => (typeof value === 'string' ? value : ''));
        expect(new Set(headers).size).toBe(headers.length);
        for (const each of headers) expect(trendMeaningOf(each)).not.toBe('');
      }
    }
  });

  it('puts the counts of this round and of the first beside each other, as they are in the answers', () => {
    const counts = (source: Pick<ReportSource, 'reviews'>, id: string) => {
      const values = source.reviews.flatMap(({ answers }) => answers.filter(({ itemId }) => itemId === id));
      const relevant = values.filter(({ value }) => value !== null && value !== 'na');
      return [relevant.length, relevant.filter(({ value }) => value === 'yes').length];
    };
    const [quarter] = quartersBefore(1, () => 0.8);
    const then = reportSource({ answers: answersKept(0.8, 1) });
    const rows = tableOf(sheetOf(two, names.baseline)).filter((row) => row['Slags'] === 'Spørgsmål');
    expect(rows).toHaveLength(templateItems.length);
    rows.forEach((row, index) => {
      const { id, question } = templateItems[index]!;
      expect(row).toMatchObject({ 'Område eller spørgsmål': question, 'Første runde': quarter!.name });
      expect([row['n nu'], row['Ja nu']]).toEqual(counts(now, id));
      expect([row['n dengang'], row['Ja dengang']]).toEqual(counts(then, id));
      expect(row['Andel nu']).toBeCloseTo(Number(row['Ja nu']) / Number(row['n nu']), 12);
      const points = (Number(row['Andel nu']) - Number(row['Andel dengang'])) * 100;
      expect(row['Ændring, procentpoint']).toBeCloseTo(points, 1);
      expect(Number(row['Ændring fra'])).toBeLessThanOrEqual(Number(row['Ændring, procentpoint']));
      expect(Number(row['Ændring til'])).toBeGreaterThanOrEqual(Number(row['Ændring, procentpoint']));
    });
  });

  it('sums the areas up in one sentence', () => {
    expect(pagesOf(two).status).toBe(
      '6 områder mod første runde: 6 tydeligt bedre, 0 tydeligt dårligere, 0 uden tydelig ændring.',
    );
    const other = { ...now, template: { ...barnetsLov, id: 'serviceloven' } };
    expect(
      pagesOf(
        withEarlier(
          other,
          quartersBefore(2, () => 0.8),
        ),
      ).status,
    ).toContain('kan ikke sammenlignes');
  });

  it('has a row to each round of each area and item', () => {
    const rows = tableOf(sheetOf(twelve, names.development));
    expect(rows).toHaveLength(13 * (barnetsLov.areas.length + templateItems.length));
    expect(rows[0]).toMatchObject({ Slags: 'Område', Runde: '4. kvartal 2022', 'Ændring, procentpoint': null });
    expect(rows[12]).toMatchObject({ Runde: '4. kvartal 2025', Vurdering: 'endnu ingen tydelig ændring' });
  });

  it('shows counts and no change under ten cases', () => {
    for (const name of [names.development, names.baseline]) {
      const rows = tableOf(sheetOf(small({ answers: () => 'yes' }), name)).filter(
        (row) => row['Runde'] === undefined || row['Runde'] === now.round.name,
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row['Vurdering']).toBe('for få sager til at se en ændring');
        expect([row['Ændring, procentpoint'], row['Ændring fra'], row['Ændring til']]).toEqual([null, null, null]);
      }
    }
  });

  it('starts over after a break, and says which it is', () => {
    const [changed] = templateItems;
    const rows = tableOf(sheetOf(broken, names.development)).filter((row) => row['Slags'] === 'Spørgsmål');
    const first = rows.slice(0, 5);
    expect(first.map((row) => row['Bemærkning'])).toEqual(['', '', 'Brud: kravet er ændret', '', '']);
    expect(first.map((row) => row['Ændring, procentpoint'] === null)).toEqual([true, false, true, false, false]);
    expect(first.map((row) => row['Tjekliste'])).toEqual(['udgave 1', 'udgave 1', 'udgave 2', 'udgave 2', 'udgave 2']);
    const baseline = tableOf(sheetOf(broken, names.baseline));
    const firstRoundOf = (name: string) =>
      baseline.find((row) => row['Område eller spørgsmål'] === name)!['Første runde'];
    expect(firstRoundOf(changed!.question)).toBe('2. kvartal 2025');
    expect(firstRoundOf(templateItems[1]!.question)).toBe('4. kvartal 2024');
  });

  it('names the columns of the table, all of its rows', () => {
    const { sheets, names: ranges } = pagesOf(twelve);
    const sheet = sheets.find(({ name }) => name === names.development)!;
    const rows = tableOf(sheet);
    const columns = { Udvikling_runde: 'Runde', Udvikling_n: 'n', Udvikling_ja: 'Ja', Udvikling_andel: 'Andel' };
    expect(ranges.map(({ name }) => name)).toEqual(Object.keys(columns));
    for (const range of ranges) {
      expect(range.sheet).toBe(sheet.name);
      const cells = sheet.rows
        .slice(range.firstRow - 1, range.lastRow)
        .map((row) => row.cells[range.column - 1]?.value);
      expect(cells.map(plain)).toEqual(rows.map((row) => row[columns[range.name as keyof typeof columns]]));
    }
  });
});

describe('the run charts', () => {
  const chartsOf = (source: ReportSource) => sheetOf(source, names.pictures).charts!;

  it('are one to each area, drawn from the cells that they name', () => {
    for (const source of [twelve, two, broken]) {
      const table = sheetOf(source, names.lines);
      const cellsOf = ({ column, firstRow, lastRow }: { column: number; firstRow: number; lastRow: number }) =>
        table.rows.slice(firstRow - 1, lastRow).map(({ cells }) => plain(cells[column - 1]?.value));
      const charts = chartsOf(source);
      expect(charts).toHaveLength(barnetsLov.areas.length);
      charts.forEach((chart, index) => {
        const area = barnetsLov.areas[index]!;
        expect(chart.title).toContain(area.name);
        expect(chart.alternative).toContain(area.name);
        expect(chart.categories.range.sheet).toBe(table.name);
        expect(cellsOf(chart.categories.range)).toEqual(chart.categories.values);
        expect(cellsOf({ ...chart.categories.range, column: 1 })).toEqual(chart.categories.values.map(() => area.name));
        for (const { range, values } of chart.series) expect(cellsOf(range)).toEqual(values);
      });
    }
  });

  it('have a median from ten points on, and no verdict before', () => {
    expect(chartsOf(twelve).every(({ series }) => series.at(-1)?.name === 'Median')).toBe(true);
    const nine = withEarlier(
      now,
      quartersBefore(8, () => 0.8),
    );
    expect(chartsOf(nine).every(({ series }) => series.length === 1)).toBe(true);
    const [area] = trendsOf(nine, figuresOf(nine));
    expect(runChartText(area!)).toContain('9 målinger, endnu for få målinger til en vurdering');
  });

  it('say what they show above them', () => {
    const [area] = trendsOf(twelve, figuresOf(twelve));
    expect(runChartText(area!)).toMatch(
      /^Børnefaglige undersøgelser: 13 målinger, median \d+ %\. Skift: \d+ målinger i træk ligger over medianen \(.* til 4\. kvartal 2025\)\.$/,
    );
    const sheet = sheetOf(twelve, names.pictures);
    for (const { place } of chartsOf(twelve)) {
      expect(sheet.rows[place.row - 2]!.cells[0]!.value).toContain('13 målinger');
      for (let row = place.row; row <= place.lastRow; row += 1) expect(sheet.rows[row - 1]?.cells ?? []).toEqual([]);
    }
  });

  it('never cross a break: each part is a line of its own, the part of this round first', () => {
    const area = barnetsLov.areas.findIndex(({ id }) => id === templateItems[0]!.area);
    const chart = chartsOf(broken)[area];
    expect(chart!.series.map(({ name }) => name)).toEqual(['Andel', 'Andel før brud']);
    const filled = chart!.series.map(({ values }) => values.map((value) => value !== null));
    expect(filled).toEqual([
      [false, false, true, true, true],
      [true, true, false, false, false],
    ]);
  });

  it('are left out where no area has figures of two rounds', () => {
    const [quarter] = quartersBefore(1, () => 0.8);
    const unread = withEarlier(now, [{ ...quarter!, closed: 0 }]);
    expect(pagesOf(unread).sheets.map(({ name }) => name)).toEqual([names.baseline, names.development]);
  });
});
