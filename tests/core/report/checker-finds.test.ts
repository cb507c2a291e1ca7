import { expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { pack } from '#core/report/zip-package.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { Cell, Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import { checkWorkbook } from '../../support/check-workbook.ts';
import { openPackage } from '../../support/open-package.ts';

const cells = (...values: readonly Cell['value'][]): Sheet['rows'][number] => ({
  cells: values.map((value) => ({ value, style: 'cell' })),
});
const header = (...names: readonly string[]): Sheet['rows'][number] => ({
  isHeader: true,
  cells: names.map((value) => ({ value, style: 'header' })),
});
const title = (value: string): Sheet['rows'][number] => ({ cells: [{ value, style: 'title', span: 4 }] });
const sheet = (name: string, rows: Sheet['rows']): Sheet => ({
  name,
  rows,
  widths: [20, 20, 20, 20],
  orientation: 'portrait',
});
const day = (date: string) => ({ date: date as LocalDate });
const countJa = { kind: 'count-where', where: [{ range: 'Svar', equals: 'Ja' }] } as const;

/** A workbook in which nothing is wrong, and which has a bit of everything. */
const sound: Workbook = {
  title: 'Prøve',
  subject: 'Prøve',
  classification: 'Fortroligt & internt',
  footer: '3. kvartal',
  created: '2026-01-20T09:30:00.000Z',
  names: [{ name: 'Svar', sheet: 'Data', column: 2, firstRow: 3, lastRow: 5 }],
  sheets: [
    sheet('Overblik', [
      title('Overblik'),
      header('Krav', 'Ja', 'I alt', 'Andel'),
      cells(
        'Samtale',
        { formula: countJa, result: 2 },
        { formula: { kind: 'sum-of-row', columns: [2] }, result: 2 },
        { formula: { kind: 'share-of-row', part: [2], whole: [3] }, result: { share: 1 } },
      ),
    ]),
    {
      ...sheet('Diagram', [title('Diagram')]),
      charts: [
        {
          kind: 'shares',
          title: 'Svar',
          alternative: 'To sager er besvaret med ja.',
          categories: { range: { sheet: 'Overblik', column: 1, firstRow: 3, lastRow: 3 }, values: ['Samtale'] },
          series: [{ name: 'Ja', range: { sheet: 'Overblik', column: 2, firstRow: 3, lastRow: 3 }, values: [2] }],
          place: { column: 1, row: 3, lastColumn: 4, lastRow: 12 },
        },
      ],
    },
    sheet('Data', [
      title('Data'),
      header('Sagsnr.', 'Svar', 'Dage', 'Dato'),
      cells('BF-1', 'Ja', 1234, day('2026-01-20')),
      cells('BF-2', 'Ja', 2, day('2026-01-21')),
      cells('=BF-3', 'Nej', 3, day('2026-01-22')),
    ]),
    sheet('Ordbog', [
      title('Ordbog'),
      header('Felt', 'Type', 'Betyder', 'Værdier'),
      cells('Sagsnr.', 'tekst', 'x', 'y'),
    ]),
  ],
};

const book = 'xl/workbook.xml';
const [overview, data] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet3.xml'];
const styles = 'xl/styles.xml';
const core = 'docProps/core.xml';
const strings = 'xl/sharedStrings.xml';

/** Each rule, and one change to the sound file that breaks it: a part, what stands there, and what is put there. */
const broken: readonly (readonly [rule: string, part: string, from: string | RegExp, to: string])[] = [
  ['title', core, /<dc:title>.*?<\/dc:title>/, ''],
  ['language', core, 'da-DK', 'en-US'],
  ['creator', core, /<dc:creator>.*?<\/dc:creator>/, ''],
  ['sheet-name-unique', book, 'name="Diagram"', 'name="overblik"'],
  ['sheet-name-descriptive', book, 'name="Diagram"', 'name="Ark2"'],
  ['hidden-sheet', book, 'name="Diagram" state="visible"', 'name="Diagram" state="hidden"'],
  [
    'external',
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    '<Relationship Id="x" Type="t" Target="http://x.example" TargetMode="External"/></Relationships>',
  ],
  ['external', overview, '<pageMargins', '<hyperlinks><hyperlink ref="A1" location="x"/></hyperlinks><pageMargins'],
  ['external', overview, '<pageMargins', '<dataValidations><dataValidation sqref="A1"/></dataValidations><pageMargins'],
  ['name-valid', book, /(name="Svar">)[^<]*/, '$1#REF!'],
  ['name-of-column', book, /(name="Svar">[^<]*)\$5/, '$1$4'],
  [
    'one-table',
    book,
    '<definedName name="Svar">',
    '<definedName name="ColumnTitleRegion9.A2.D3.1">Overblik!$A$2</definedName><definedName name="Svar">',
  ],
  ['header-row', book, /<definedName name="ColumnTitleRegion3[^/]*\/definedName>/, ''],
  ['header-row', strings, '<t>Dage</t>', '<t>Svar</t>'],
  ['merged-in-table', data, /<mergeCell ref="A1:D1"\/>/, '<mergeCell ref="A4:D4"/>'],
  ['frozen', data, 'ySplit="2"', 'ySplit="1"'],
  ['print-titles', book, /<definedName name="_xlnm.Print_Titles" localSheetId="2">[^/]*\/definedName>/, ''],
  ['filter', data, '<mergeCells', '<autoFilter ref="A1:D5"/><mergeCells'],
  ['dictionary', book, 'name="Ordbog"', 'name="Andet"'],
  ['first-cell', data, /<c r="A1" (s="\d+") t="s"><v>\d+<\/v><\/c>/, '<c r="A1" $1/>'],
  ['hidden-cells', data, '<row r="4"', '<row hidden="1" r="4"'],
  ['hidden-cells', data, '<col min="1"', '<col hidden="1" min="1"'],
  ['contrast', styles, 'rgb="FF1F2933"', 'rgb="FFA0A0A0"'],
  ['contrast', strings, '<t>BF-1</t>', '<r><rPr><color rgb="FFBBBBBB"/></rPr><t>BF-1</t></r>'],
  ['error', data, /t="s"(><v>\d+<\/v><\/c><c r="C4")/, 't="e"$1'],
  ['truth', data, /t="s"(><v>\d+<\/v><\/c><c r="C4")/, 't="b"$1'],
  ['formula', overview, '<f>SUM(B3)</f>', '<f>SUM(B3)+1</f>'],
  ['formula', overview, 'COUNTIFS(Svar,', 'COUNTIFS(Andet,'],
  ['formula', overview, '<f>SUM(B3)</f>', '<f>HYPERLINK(&quot;http://x.example&quot;)</f>'],
  ['formula-like', styles, ' quotePrefix="1"', ''],
  ['formula-like', strings, '<t>BF-1</t>', '<t>\u200B＝1+1</t>'],
  ['share-as-text', strings, '<t>BF-1</t>', '<t>45 %</t>'],
  ['text-format', styles, /numFmtId="49"/, 'numFmtId="0"'],
  ['share', overview, /(<c r="D3".*?)<v>1<\/v>/, '$1<v>45</v>'],
  ['date', data, /<v>46042<\/v>/, '<v>46042.5</v>'],
  ['number-format', data, '<v>1234</v>', '<v>1234.5</v>'],
  ['number-as-text', data, /<c r="C4" s="(\d+)"><v>2<\/v>/, '<c r="C4" s="$1" t="str"><v>2</v>'],
  ['date-as-text', strings, '<t>BF-1</t>', '<t>20-01-2026</t>'],
  ['a4', data, 'paperSize="9"', 'paperSize="1"'],
  ['fit-to-width', data, 'fitToPage="1"', 'fitToPage="0"'],
  ['page-numbers', data, 'Side &amp;P af &amp;N', 'Side &amp;P'],
  ['classification', data, 'Fortroligt', 'Offentligt'],
  ['header-length', data, 'Fortroligt', `${'x'.repeat(255)}Fortroligt`],
  ['alternative-text', 'xl/drawings/drawing1.xml', / descr="[^"]*"/, ''],
];

it('finds nothing in a sound workbook', async () => {
  expect(await checkWorkbook(await writeWorkbook(sound), sound)).toEqual([]);
});

it.each(broken)('finds what breaks the rule: %s (%s)', async (rule, part, from, to) => {
  const parts = await openPackage(await writeWorkbook(sound));
  const text = parts.get(part) ?? '';
  const changed = text.replace(from, to);
  expect(changed, `${part} has ${from}`).not.toBe(text);
  const contents = [...parts].map(([name, old]) => ({
    name,
    content: Buffer.from(name === part ? changed : old, 'utf8'),
  }));
  const findings = await checkWorkbook(pack(contents), sound);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});
