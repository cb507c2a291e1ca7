import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { pack, unpack } from '#core/report/zip-package.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { problemsWorkbook } from '#shared/domain/importing/problems-workbook.ts';
import { dateCheckWorkbook } from '#shared/domain/population/date-check-workbook.ts';
import { buildCaseReport, buildReport } from '#shared/domain/report/build-report.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import { templateWorkbook } from '#shared/domain/review/template-workbook.ts';
import { verificationSheet } from '#shared/domain/sampling/verification-sheet.ts';

import { quartersBefore, withEarlier } from '../../unit/report/earlier-fixture.ts';
import { barnetsLov, reportSource } from '../../unit/report/report-fixture.ts';
import { areasTable, roundsTable, withRunChart, withSharesChart, workbookOf } from './charts/chart-fixture.ts';

const created = '2026-01-20T09:30:00.000Z';
const counts = { total: 437, header: 4, blank: 4, accepted: 420, rejected: 9 };
const kinds = ['leader', 'administrative', 'political', 'year', 'casework'] as const;

const few = reportSource({ strata: [{ name: '', size: 12, drawn: 3 }] });
const note = '=HYPERLINK("http://x.example") \u0001 <b>&amp;</b> \uD800 ]]>';
const many = withEarlier(
  reportSource({
    strata: [
      { name: 'Nord & "Øst"', size: 60, drawn: 12 },
      { name: "Børn's team", size: 40, drawn: 8 },
    ],
    targeted: 2,
    note,
  }),
  quartersBefore(11, (index) => 0.5 + index / 30),
);

const example = { fileName: 'sager <1> & 2.xlsx', example: true, created };

const problems = problemsWorkbook({
  ...example,
  cases: 420,
  rows: counts,
  problemKinds: [{ code: 'invalid-date', column: 'Født', count: 3, listed: 1 }],
  lines: { header: { count: 1, ranges: [[4, 4]] }, blank: { count: 0, ranges: [] } },
  columns: [{ header: 'Født', field: 'birth_date' }],
  problems: [{ code: 'invalid-date', row: 12, column: 'Født', value: '=1+1' }],
});

const dateCheck = dateCheckWorkbook({
  imported: {
    ...example,
    importedAt: created,
    sha256: 'ab'.repeat(32),
    frameFingerprint: 'cd'.repeat(32),
    rows: counts,
  },
  asOf: '2026-01-20' as LocalDate,
  cases: 420,
  lines: [],
  listed: [],
  toLookAt: 0,
  created,
  programVersion: '0.1.0',
});

const papers: readonly (readonly [name: string, workbook: Workbook])[] = [
  ...kinds.map((kind) => [`${kind}, a small round`, buildReport(kind, few).workbook] as const),
  ...kinds.map((kind) => [`${kind}, the twelfth round`, buildReport(kind, many).workbook] as const),
  ['the page of a case', buildCaseReport(many, many.cases[0]!.drawn.caseId)!.workbook],
  ['the problems of an import', problems],
  ['the date check', dateCheck],
  ['a template', templateWorkbook(barnetsLov, created)],
  ['the verification sheet', verificationSheet({ record: many.record, roundName: 'R & <S>', example: true, created })],
  ['charts', workbookOf(withSharesChart(areasTable("Børns 'svar' & <mere>")), withRunChart(roundsTable()))],
];

/** Rows of a table are alike, and the SDK takes its time with each cell: so many under the names of the columns are read. */
const rowsRead = 10;

function shortened(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    const header = sheet.rows.findIndex(({ isHeader }) => isHeader);
    return header === -1 ? sheet : { ...sheet, rows: sheet.rows.slice(0, header + 1 + rowsRead) };
  });
  return { ...workbook, sheets };
}

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
    const [, charts] = papers.at(-1)!;
    const parts = unpack(await writeWorkbook(charts)).map(({ name, content }) => ({
      name,
      content: Buffer.from(
        content.toString('utf8').replace(/(<c:plotArea>.*<\/c:plotArea>)(<c:legend>.*<\/c:legend>)/s, '$2$1'),
        'utf8',
      ),
    }));
    const found = await complaints(pack(parts));
    expect(found.join('\n')).toContain('/xl/charts/chart1.xml');
  }, 120_000);
});
