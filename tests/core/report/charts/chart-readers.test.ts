import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';

import { officeProfile } from '../../../support/office-profile.ts';
import { officeMissing, openpyxlMissing } from '../read-back.ts';
import { areasTable, roundsTable, withRunChart, withSharesChart, workbookOf } from './chart-fixture.ts';

const noPython = openpyxlMissing();
if (noPython !== null) console.warn(`reading charts back is skipped: ${noPython}`);
const noOffice = officeMissing();
if (noOffice !== null) console.warn(`printing charts is skipped: ${noOffice}`);

const folder = mkdtempSync(join(tmpdir(), 'tilsyn-charts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sheets = {
  shares: withSharesChart(areasTable("Børn & unges 'svar'"), 'Udfald på hvert område & antal <sager>'),
  run: withRunChart(roundsTable()),
};

async function fileWithCharts(): Promise<string> {
  const path = join(folder, 'charts.xlsx');
  writeFileSync(path, await writeWorkbook(workbookOf(sheets.shares, sheets.run)));
  return path;
}

const script = `
import json, sys, openpyxl
from openpyxl.chart.series import Series
book = openpyxl.load_workbook(sys.argv[1])
def cells(reference):
    sheet, area = reference.rsplit('!', 1)
    sheet = book[sheet[1:-1].replace("''", "'")]
    found = sheet[area.replace('$', '')]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]
def title(chart):
    return ''.join(run.t for run in chart.title.tx.rich.p[0].r)
print(json.dumps([[{
    'kind': type(chart).__name__, 'title': title(chart), 'grouping': chart.grouping,
    'series': [{
        'name': each.tx.v, 'categories': cells(each.cat.strRef.f), 'values': cells(each.val.numRef.f),
        'cached': {str(point.idx): float(point.v) for point in each.val.numRef.numCache.pt},
    } for each in chart.ser],
} for chart in sheet._charts] for sheet in book.worksheets]))`;

interface FoundChart {
  readonly kind: string;
  readonly title: string;
  readonly grouping: string;
  readonly series: readonly {
    readonly name: string;
    readonly categories: readonly string[];
    readonly values: readonly (number | null)[];
    readonly cached: Readonly<Record<string, number>>;
  }[];
}

describe.skipIf(noPython !== null)('another program that reads the charts', () => {
  it('finds their kind, title, series, and in the cells they point at the figures they carry', async () => {
    const path = await fileWithCharts();
    const found = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', script, path], { encoding: 'utf8' }),
    ) as readonly (readonly FoundChart[])[];
    const wanted = [sheets.shares, sheets.run].map(({ charts = [] }) => charts);
    expect(found.map((charts) => charts.map(({ title }) => title))).toEqual(
      wanted.map((charts) => charts.map(({ title }) => title)),
    );
    expect(found.flat().map(({ kind, grouping }) => [kind, grouping])).toEqual([
      ['BarChart', 'percentStacked'],
      ['LineChart', 'standard'],
    ]);
    found.flat().forEach((chart, index) => {
      const { categories, series } = wanted.flat()[index]!;
      expect(chart.series.map(({ name }) => name)).toEqual(series.map(({ name }) => name));
      chart.series.forEach((each, at) => {
        expect(each.categories).toEqual(categories.values);
        expect(each.values).toEqual(series[at]!.values);
        const cached = each.values.map((_, point) => each.cached[String(point)] ?? null);
        expect(cached).toEqual(each.values);
      });
    });
  });
});

/** How dark a page becomes between two heights, counted from its upper edge: 255 is white all over. */
function darkest(pdf: string, page: number, from: number, to: number): number {
  const picture = execFileSync('pdftoppm', ['-gray', '-r', '30', '-f', String(page), '-l', String(page), pdf]);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40));
  const [all = '', width = '', height = ''] = head ?? [];
  const at = (share: number) => all.length + Math.round(Number(height) * share) * Number(width);
  return Math.min(...picture.subarray(at(from), at(to)));
}

describe.skipIf(noOffice !== null)('a print of the charts', () => {
  it('shows titles, categories, counts, the key and the axis, each chart on one page', async () => {
    const path = await fileWithCharts();
    execFileSync('soffice', [officeProfile(), '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
      stdio: 'ignore',
    });
    const pdf = join(folder, 'charts.pdf');
    execFileSync('pdftotext', ['-layout', pdf, join(folder, 'charts.txt')]);
    const pages = readFileSync(join(folder, 'charts.txt'), 'utf8').split('\f');
    const [shares = '', , run = ''] = pages;
    expect(shares).toContain('Udfald på hvert område & antal <sager>');
    const printed = shares.slice(shares.indexOf('Udfald på hvert område'));
    const { categories, series } = sheets.shares.charts![0]!;
    for (const category of categories.values) expect(printed).toContain(category);
    for (const count of series[0]!.values) expect(printed).toMatch(new RegExp(`\\b${count}\\b`));
    for (const { name } of series) expect(printed).toContain(name);
    for (const tick of ['0 %', '25 %', '50 %', '75 %', '100 %']) expect(printed).toContain(tick);
    expect(darkest(pdf, 2, 0.7, 0.9), 'the chart begins on the page of its table').toBe(255);
    expect(darkest(pdf, 3, 0.2, 0.4)).toBeLessThan(128);
    expect(run).toContain('Andel af de læste sager, hvor området er opfyldt');
    for (const text of ['100 %', '61 %', '77 %', 'Median af runderne', '2025']) expect(run).toContain(text);
  }, 120_000);
});
