import { describe, expect, it } from 'vitest';

import { addCharts } from '#core/report/charts/add-charts.ts';
import { writeWorkbook } from '#core/report/write-workbook.ts';
import { runChart, sharesChart } from '#shared/domain/report/chart-parts.ts';
import type { Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import { partsOf } from '../read-back.ts';
import { roundsTable, tableOf, withRunChart, withSharesChart, workbookOf } from './chart-fixture.ts';
import { assertWellFormed, elementsOf, normalised } from './chart-xml.ts';
import { fc } from '../../../support/fast-check.ts';

const answers = tableOf(
  'Områder',
  'Områder',
  ['Område', 'Opfyldt', 'Delvist opfyldt', 'Ikke opfyldt'],
  [
    ['Børnesamtale', 20, 6, 4],
    ['Undersøgelse & plan', 12, 9, 0],
    ['Opfølgning', null, null, 7],
  ],
);

const written = async (workbook: Workbook) => partsOf(await writeWorkbook(workbook));

/** The parts of a package as another writer might have left them, so that the texts alone are tried. */
function chartsOf(sheet: Sheet, writtenName = sheet.name): Readonly<Record<string, string>> {
  const bare = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'],
    ['xl/worksheets/sheet1.xml', '<worksheet><sheetData/></worksheet>'],
  ].map(([name = '', text = '']) => ({ name, content: Buffer.from(text, 'utf8') }));
  const parts = addCharts(bare, workbookOf(sheet), [writtenName]);
  return Object.fromEntries(parts.map(({ name, content }) => [name, content.toString('utf8')]));
}

describe('the charts of a workbook', () => {
  it.each([
    ['shares-chart', withSharesChart(answers, 'Sager fordelt på udfald')],
    ['run-chart', withRunChart(roundsTable(), 'Andel opfyldt')],
  ])('are written as %s.xml says', async (name, sheet) => {
    const parts = await written(workbookOf(sheet));
    await expect(normalised(parts['xl/charts/chart1.xml'] ?? '')).toMatchFileSnapshot(`./golden/${name}.xml.txt`);
    await expect(normalised(parts['xl/drawings/drawing1.xml'] ?? '')).toMatchFileSnapshot(
      `./golden/${name}-drawing.xml.txt`,
    );
  });

  it('are found from the sheet: drawing, relations and content types name each other', async () => {
    const rounds = roundsTable();
    const charts = [withSharesChart(answers), withRunChart(rounds)].flatMap((sheet) => sheet.charts ?? []);
    const page: Sheet = { name: 'Diagrammer', widths: [80], orientation: 'portrait', rows: [], charts };
    const parts = await written(workbookOf(answers, page, rounds));
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<drawing');
    const [drawing] = elementsOf(parts['xl/worksheets/sheet2.xml'] ?? '', 'drawing');
    const relation = elementsOf(parts['xl/worksheets/_rels/sheet2.xml.rels'] ?? '', 'Relationship').find(
      ({ attributes }) => attributes['Id'] === drawing?.attributes['r:id'],
    );
    expect(relation?.attributes['Target']).toBe('../drawings/drawing1.xml');
    const targets = elementsOf(parts['xl/drawings/_rels/drawing1.xml.rels'] ?? '', 'Relationship');
    expect(targets.map(({ attributes }) => attributes['Target'])).toEqual([
      '../charts/chart1.xml',
      '../charts/chart2.xml',
    ]);
    const types = elementsOf(parts['[Content_Types].xml'] ?? '', 'Override').map(
      ({ attributes }) => attributes['PartName'],
    );
    for (const name of ['/xl/drawings/drawing1.xml', '/xl/charts/chart1.xml', '/xl/charts/chart2.xml']) {
      expect(types).toContain(name);
      expect(parts[name.slice(1)]).toBeDefined();
    }
  });

  it('carry a title and an alternative text with the figures', async () => {
    const parts = await written(workbookOf(withSharesChart(answers, 'Udfald')));
    const [shape] = elementsOf(parts['xl/drawings/drawing1.xml'] ?? '', 'xdr:cNvPr');
    expect(shape?.attributes['title']).toBe('Udfald');
    expect(shape?.attributes['descr']).toContain('Børnesamtale (30 i alt): Opfyldt 20, Delvist opfyldt 6');
  });

  it('point at the sheet by the name that it was given in the file', () => {
    const names: readonly (readonly [wanted: string, written: string, reference: string])[] = [
      ['Områder', 'Områder', "'Områder'!$A$4:$A$6"],
      ["Børns & unges 'svar'", "Børns & unges 'svar'", "'Børns & unges ''svar'''!$A$4:$A$6"],
      ['Hvad?', 'Hvad-', "'Hvad-'!$A$4:$A$6"],
      ['A!B', 'A!B', "'A!B'!$A$4:$A$6"],
    ];
    for (const [wanted, as, reference] of names) {
      const parts = chartsOf(withSharesChart({ ...answers, name: wanted }), as);
      expect(elementsOf(parts['xl/charts/chart1.xml'] ?? '', 'c:f')[0]?.text).toBe(reference);
    }
  });

  it('are not drawn from a sheet that is not written', () => {
    const elsewhere = withSharesChart({ ...answers, name: 'Et andet sted' }).charts ?? [];
    expect(() => chartsOf({ ...answers, charts: elsewhere })).toThrow(RangeError);
  });

  it('leave out a figure that is missing, and a chart of nothing', async () => {
    const { 'xl/charts/chart1.xml': xml = '' } = await written(workbookOf(withSharesChart(answers)));
    expect(elementsOf(xml, 'c:numCache')[0]?.text).toBe('General2012');
    const empty = tableOf('Tom', 'Tom', ['Område', 'Opfyldt', 'Delvist', 'Ikke'], []);
    expect(Object.keys(await written(workbookOf(withSharesChart(empty)))).join()).not.toMatch(/chart|drawing/);
  });

  it('cut the name of a series where Excel would', () => {
    const table = tableOf('Ark', 'T', ['Område', 'n'.repeat(400), 'Nej'], [['A', 1, 2]]);
    const charts = [sharesChart({ table, title: 'T', category: 1, series: [2] })];
    const xml = chartsOf({ ...table, charts })['xl/charts/chart1.xml'] ?? '';
    expect(elementsOf(xml, 'c:tx')[1]?.text).toBe('n'.repeat(255));
  });

  it('are the same bytes each time', async () => {
    const workbook = workbookOf(withSharesChart(answers), withRunChart(roundsTable()));
    const [first, second] = [await writeWorkbook(workbook), await writeWorkbook(workbook)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('have no link to anything outside the file', async () => {
    const parts = await written(workbookOf(withSharesChart(answers), withRunChart(roundsTable())));
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml, name).not.toMatch(/TargetMode|externalData|\[\d+\]!/);
    }
  });

  it('are well-formed and keep the text, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</c:v>&<script>]]>',
        '"\'&quot;',
        '=1+1',
        '\u0000\uFFFF',
        '$& $1',
        '\uD800 alene',
        ' to  mellemrum ',
      ),
    );
    fc.assert(
      fc.property(text, text, text, text, (title, header, category, name) => {
        const table = tableOf(name, 'T', ['Område', header, 'Nej'], [[`x${category}`, 1, 2]]);
        const kinds = [sharesChart, runChart];
        const charts = kinds.map((make) => make({ table, title, category: 1, series: [2, 3], rows: 1 }));
        const parts = chartsOf({ ...table, charts });
        Object.values(parts).forEach(assertWellFormed);
        for (const part of ['xl/charts/chart1.xml', 'xl/charts/chart2.xml']) {
          const xml = parts[part] ?? '';
          expect(elementsOf(xml, 'a:t')[0]?.text).toBe(storable(title));
          expect(elementsOf(xml, 'c:strCache')[0]?.text).toBe(storable(`x${category}`));
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** A text without what XML 1.0 cannot hold (production 2 of its recommendation). */
function storable(text: string): string {
  return Array.from(text.toWellFormed())
    .filter((each) => {
      const code = each.codePointAt(0) ?? 0;
      return code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xff_fe && code !== 0xff_ff);
    })
    .join('');
}
