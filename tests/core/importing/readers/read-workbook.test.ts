import { describe, expect, it } from 'vitest';

import { openExport } from '#core/importing/open-export.ts';

import { relation, relations, workbook, workbookParts, workbookWith } from '../../../fixtures/workbooks.ts';
import { zip } from '../../../fixtures/zip.ts';
import { cellsOf, outcomeOf, readAll, rowsOf } from './read-all.ts';

/** The cells of one row, written as XML. */
async function cells(row: string, strings = ''): Promise<unknown> {
  return (await cellsOf(workbook({ sheets: [{ rows: `<row r="1">${row}</row>` }], strings })))[0];
}

describe('what a cell may hold', () => {
  it.each<[string, string, unknown]>([
    ['a number', '<c r="A1"><v>12.5</v></c>', 12.5],
    ['a number with an exponent', '<c r="A1" t="n"><v>1.5E-3</v></c>', 0.0015],
    ['a CPR number that is a number', '<c r="A1"><v>101234567</v></c>', 101_234_567],
    ['text of its own', '<c r="A1" t="inlineStr"><is><t>Sag &amp; æøå</t></is></c>', 'Sag & æøå'],
    [
      'rich text of its own',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></is></c>',
      'ab',
    ],
    ['the result of a formula', '<c r="A1" t="str"><f>CONCAT("x","y")</f><v>xy</v></c>', 'xy'],
    ['the number of a formula', '<c r="A1"><f>1&lt;2</f><v>3</v></c>', 3],
    ['a formula never calculated', '<c r="A1"><f>1+2</f></c>', null],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['an ISO date', '<c r="A1" t="d"><v>2025-02-28</v></c>', { moment: '2025-02-28' }],
    ['an ISO date at midnight', '<c r="A1" t="d"><v>2025-02-28T00:00:00.000</v></c>', { moment: '2025-02-28' }],
    ['an ISO date and time', '<c r="A1" t="d"><v>2025-02-28T13:05:59Z</v></c>', { moment: '2025-02-28T13:05' }],
    ['an ISO date that is none', '<c r="A1" t="d"><v>2025-02-30</v></c>', '2025-02-30'],
    ['a word where a number should be', '<c r="A1"><v>n/a</v></c>', 'n/a'],
    ['nothing', '<c r="A1" s="0"/>', null],
    ['nothing, in full', '<c r="A1"></c>', null],
    ['an empty value', '<c r="A1"><v></v></c>', null],
    ['an empty value, short', '<c r="A1"><v/></c>', null],
    ['an empty text', '<c r="A1" t="str"><v></v></c>', null],
    ['attributes in apostrophes', `<c r='A1' t='str'><v>x</v></c>`, 'x'],
    ['other attributes', '<c r="A1" cm="1" ph="1" t="str" vm="2"><v>x</v></c>', 'x'],
    ['entities by number', '<c r="A1" t="str"><v>&#230;&#xF8;&quot;&apos;&gt;</v></c>', 'æø"\'>'],
    ['a character that XML lacks', '<c r="A1" t="str"><v>a_x000D_b_x005F_x0041_</v></c>', 'a\rb_x0041_'],
    ['CDATA', '<c r="A1" t="str"><v><![CDATA[<a> & ]]></v></c>', '<a> & '],
    ['a comment beside it', '<!-- <c r="A1"><v>9</v></c> --><c r="A1"><v>1</v></c>', 1],
  ])('%s', async (_, xml, value) => {
    expect(await cells(`${xml}<c r="B1"><v>7</v></c>`)).toEqual([value, 7]);
  });

  it('shared strings: plain, rich, spaced, empty, with the phonetic runs left out', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r></si>' +
      '<si><t/></si><si/><si><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t xml:space="preserve">  a\r\nb  </t></si>';
    const row = [0, 1, 2, 3, 4, 5].map((index) => `<c t="s"><v>${index}</v></c>`).join('');

    expect(await cells(`${row}<c t="s"><v>0</v></c>`, strings)).toEqual([
      'plain',
      'rich ',
      null,
      null,
      '東',
      '  a\nb  ',
      'plain',
    ]);
  });

  it('a shared string that does not exist breaks the workbook; it is never passed over', async () => {
    const bytes = workbook({ sheets: [{ rows: '<row><c t="s"><v>3</v></c></row>' }], strings: '<si><t>a</t></si>' });
    expect(await outcomeOf(bytes)).toBe('workbook-broken');
  });
});

describe('where cells and rows stand', () => {
  it('gaps are null, cells without a reference follow the one before, order does not matter', async () => {
    expect(await cells('<c r="C1"><v>3</v></c><c><v>4</v></c><c r="A1"><v>1</v></c><c r="AA1"><v>27</v></c>')).toEqual([
      1,
      null,
      3,
      4,
      ...Array.from({ length: 22 }, () => null),
      27,
    ]);
  });

  it('an empty cell without a reference takes its place', async () => {
    expect(await cells('<c/><c><v>2</v></c><c s="0"/><c></c><c><v>5</v></c>')).toEqual([null, 2, null, null, 5]);
  });

  it('rows keep the numbers of the sheet; those without follow the one before', async () => {
    const rows = '<row r="3"><c><v>1</v></c></row><row><c><v>2</v></c></row><row r="10"/><row r="11"></row><row/>';
    expect(await readAll(workbook({ sheets: [{ rows }] }))).toEqual([
      { row: 3, cells: [1] },
      { row: 4, cells: [2] },
      { row: 10, cells: [] },
      { row: 11, cells: [] },
      { row: 12, cells: [] },
    ]);
  });

  it('columns beyond the 1,000th cost nothing', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `<row><c><v>${at}</v></c><c r="XFD1"><v>1</v></c></row>`);
    const read = await readAll(workbook({ sheets: [{ rows: rows.join('') }] }));

    expect(read).toHaveLength(2000);
    expect(read.every((row) => row.cells.length === 1)).toBe(true);
  });

  it('white space between the tags and attributes of rows do not matter', async () => {
    const rows =
      '\n  <row\n r="2" spans="1:2" ht="12" x14ac:dyDescent="0.25">\n    <c r="B2">\n<v>5</v> </c>\n</row>\n';
    expect(await readAll(workbook({ sheets: [{ rows }] }))).toEqual([{ row: 2, cells: [null, 5] }]);
  });
});

describe('what other programs write', () => {
  const plain = { sheets: [{ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>' }] };
  const content = { ...plain, strings: '<si><t>Ø</t></si>', formats: ['dd/mm/yyyy'] };
  const expected = [['Ø', { moment: '2023-03-15' }]];

  it('tags with a namespace prefix', async () => {
    const prefixed = workbookParts(content).map(({ name, content: text }) => ({
      name,
      content: name.endsWith('.rels')
        ? text
        : String(text)
            .replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1x.y-z:')
            .replace('xmlns=', 'xmlns:x.y-z='),
    }));

    expect(String(prefixed[1]?.content)).toContain('<x.y-z:sheet ');
    expect(await cellsOf(zip(prefixed))).toEqual(expected);
  });

  it('parts by other names, found through relationships, with any case', async () => {
    const renamed = workbookParts(content).map(({ name, content: text }) => {
      if (name === '_rels/.rels')
        return { name, content: relations([relation('a', 'officeDocument', '/Data/book.xml')]) };
      if (name === 'xl/_rels/workbook.xml.rels') {
        const targets = [
          relation('rId1', 'worksheet', '../Pages/one.xml'),
          relation('b', 'styles', '/xl/styles.xml'),
          relation('c', 'sharedStrings', '../XL/SHAREDSTRINGS.xml'),
        ];
        return { name: 'data/_rels/book.xml.rels', content: relations(targets) };
      }
      const names: Record<string, string> = {
        'xl/workbook.xml': 'data/book.xml',
        'xl/worksheets/sheet1.xml': 'pages/one.xml',
      };
      return { name: names[name] ?? name, content: text };
    });

    expect(await cellsOf(zip(renamed))).toEqual(expected);
  });

  it('strict workbooks, stored parts, UTF-16 parts', async () => {
    const strict = workbookParts(content).map(({ name, content: text }) => ({
      name,
      content: String(text).replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
      claims: { method: 0 },
    }));
    const sheet = workbookParts(content).find(({ name }) => name.endsWith('sheet1.xml'));
    const wide = {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.from(`\ufeff${String(sheet?.content)}`, 'utf16le'),
    };

    expect(await cellsOf(zip(strict))).toEqual(expected);
    expect(await cellsOf(workbookWith(content, wide))).toEqual(expected);
  });

  it('no shared strings, no styles, no rows at all', async () => {
    const bare = workbookParts({
      sheets: [{ rows: '<row><c t="inlineStr"><is><t>a</t></is></c><c s="4"><v>1</v></c></row>' }],
    });
    const empty = { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData/><mergeCells/></worksheet>' };

    expect(await cellsOf(zip(bare.filter(({ name }) => !/styles|sharedStrings/.test(name))))).toEqual([['a', 1]]);
    expect(await readAll(workbookWith({ sheets: [{ rows: '' }] }, empty))).toEqual([]);
  });
});

describe('which sheet', () => {
  const row = '<row><c><v>1</v></c></row>';

  it('the visible one with most values is proposed, whatever its size in bytes', async () => {
    const opened = await openExport(
      'a.xlsx',
      workbook({
        sheets: [
          { name: 'Forside', rows: row },
          { name: 'Formater', rows: '<row><c s="1"/><c s="1"/><c s="1"/></row>'.repeat(500) },
          { name: 'Sager <1> & "2"', rows: row.repeat(3) },
          { name: 'Opslag', rows: row.repeat(50), state: 'hidden' },
          { name: 'Skjult', rows: row.repeat(60), state: 'veryHidden' },
        ],
      }),
    );

    expect(opened.sheets.map(({ hidden }) => hidden)).toEqual([false, false, false, true, true]);
    expect(opened.proposedSheet).toBe('Sager <1> & "2"');
    expect(await rowsOf(opened)).toHaveLength(3);
    expect(await rowsOf(opened, 'Opslag')).toHaveLength(50);
    expect(await rowsOf(opened), 'a second reading starts anew').toHaveLength(3);
  });

  it('a hidden one when no visible one has values; none when none has', async () => {
    const sheets = [
      { name: 'Tom', rows: '<row r="1"/>' },
      { name: 'Data', rows: row, state: 'hidden' as const },
    ];
    const blank = await openExport('a.xlsx', workbook({ sheets: [{ name: 'Tom', rows: '' }] }));

    expect((await openExport('a.xlsx', workbook({ sheets }))).proposedSheet).toBe('Data');
    expect(blank.proposedSheet).toBeNull();
    expect(await rowsOf(blank)).toEqual([]);
  });

  it('chart sheets are left out', async () => {
    const bytes = workbookWith(
      {
        sheets: [
          { name: 'Diagram', rows: row.repeat(5) },
          { name: 'Sager', rows: row },
        ],
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: relations([
          relation('rId1', 'chartsheet', 'worksheets/sheet1.xml'),
          relation('rId2', 'worksheet', 'worksheets/sheet2.xml'),
        ]),
      },
    );
    expect((await openExport('a.xlsx', bytes)).sheets).toEqual([{ name: 'Sager', hidden: false }]);
  });
});
