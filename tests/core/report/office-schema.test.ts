import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { pack, unpack } from '#core/report/zip-package.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { areasTable, roundsTable, withRunChart, withSharesChart, workbookOf } from './charts/chart-fixture.ts';
import { everySource, otherWorkbooks, reportsOf } from './every-workbook.ts';

const hostile = '=HYPERLINK("http://x.example") \u0001 <b>&amp;</b> \uD800 ]]>';
const charts = workbookOf(withSharesChart(areasTable("Børns 'svar' & <mere>"), hostile), withRunChart(roundsTable()));

/** The SDK takes its time with each cell. Rows of a table are alike, and so are the pages of cases: it reads some. */
const rowsRead = 10;
const pagesRead = 3;

function shortened(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    const header = sheet.rows.findIndex(({ isHeader }) => isHeader);
    return header === -1 ? sheet : { ...sheet, rows: sheet.rows.slice(0, header + 1 + rowsRead) };
  });
  return { ...workbook, sheets };
}

function firstPages(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.slice(0, pagesRead);
  const names = (workbook.names ?? []).filter((range) => sheets.some(({ name }) => name === range.sheet));
  return { ...workbook, sheets, names };
}

const sources = everySource(hostile);
const papers: readonly (readonly [kind: string, workbook: Workbook])[] = [
  ...['targeted', 'with earlier rounds'].flatMap((name) =>
    reportsOf(sources[name]!).map(
      ([kind, workbook]) => [`${kind}, ${name}`, kind === 'casework' ? firstPages(workbook) : workbook] as const,
    ),
  ),
  ...otherWorkbooks(hostile),
  ['charts', charts],
];

async function complaints(bytes: Uint8Array): Promise<readonly string[]> {
  const found: string[] = [];
  for (const version of ['Microsoft365', 'Office2016'] as const) {
    for (const { description, path } of await validate(bytes, 'xlsx', version)) {
      found.push(`${version} ${path.partUri} ${path.xpath}: ${description}`);
    }
  }
  return found;
}

/** Microsoft's own Open XML SDK reads every workbook the program writes, as Excel of today and of 2016 would. */
describe('what Excel wants of a file', () => {
  it.each(papers)(
    'holds for %s',
    async (_, workbook) => {
      expect(await complaints(await writeWorkbook(shortened(workbook)))).toEqual([]);
    },
    120_000,
  );

  it('is asked of charts too: a key before the plot is found', async () => {
    const keyFirst = (xml: string) => xml.replace(/(<c:plotArea>.*<\/c:plotArea>)(<c:legend>.*<\/c:legend>)/s, '$2$1');
    const parts = unpack(await writeWorkbook(charts)).map(({ name, content }) => ({
      name,
      content: Buffer.from(keyFirst(content.toString('utf8')), 'utf8'),
    }));
    expect((await complaints(pack(parts))).join('\n')).toContain('/xl/charts/chart1.xml');
  }, 120_000);
});
