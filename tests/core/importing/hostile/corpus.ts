import { gzipSync } from 'node:zlib';

import {
  relation,
  relations,
  type SheetXml,
  workbook,
  workbookParts,
  workbookWith,
} from '../../../fixtures/workbooks.ts';
import { zip, type ZipPart } from '../../../fixtures/zip.ts';

export interface HostileFile {
  readonly name: string;
  readonly make: () => Buffer;
  /** The code it must give; 'imported' where it is read, null where any code or an import will do. */
  readonly outcome: string | null;
}

const megabyte = 1_048_576;
const header = '<row><c t="inlineStr"><is><t>Sagsnr.</t></is></c><c t="inlineStr"><is><t>Navn</t></is></c></row>';
const aCase = '<row><c><v>1</v></c><c t="inlineStr"><is><t>A</t></is></c></row>';
const good: SheetXml = { name: 'Sager', rows: header + aCase };
const sheetPart = 'xl/worksheets/sheet1.xml';
const book = (sheet: Partial<SheetXml> = {}): Buffer => workbook({ sheets: [{ ...good, ...sheet }] });
const withPart = (...parts: readonly ZipPart[]): Buffer => workbookWith({ sheets: [good] }, ...parts);
const sheetOf = (xml: string): Buffer => withPart({ name: sheetPart, content: xml, claims: { method: 0 } });
const text = (content: string): Buffer => Buffer.from(content, 'utf8');
const file = (name: string, outcome: string | null, make: () => Buffer): HostileFile => ({ name, outcome, make });
const repeated = (part: string, size: number): string => part.repeat(Math.ceil(size / part.length));
const textCell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

/** What exceljs was measured to die of, hang on or silently empty. */
const knownKillers: readonly HostileFile[] = [
  file('merge.xlsx', 'imported', () => book({ after: '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>' })),
  file('validation.xlsx', 'imported', () =>
    book({ after: '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>' }),
  ),
  file('defined-name.xlsx', 'imported', () =>
    workbook({
      sheets: [good],
      names: `<definedNames><definedName name="Alt">'Sager'!$A$1:$XFD$1048576</definedName></definedNames>`,
    }),
  ),
  file('shared-string-of-200-mb.xlsx', 'file-too-large', () =>
    withPart({ name: 'xl/sharedStrings.xml', content: Buffer.alloc(200 * megabyte, 'a') }),
  ),
  file('unused-part-of-400-mb.xlsx', 'file-too-large', () =>
    withPart({ name: 'xl/unused.bin', content: Buffer.alloc(400 * megabyte) }),
  ),
  file('last-corner.xlsx', 'imported', () =>
    book({ rows: `${header}${aCase}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` }),
  ),
  file('billion-laughs.xlsx', 'workbook-broken', () =>
    sheetOf(
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>${aCase}</sheetData></worksheet>`,
    ),
  ),
  file('a-million-rows.xlsx', null, () => book({ rows: header + aCase.repeat(1_000_000) })),
  file('prefixed.xlsx', 'imported', () =>
    sheetOf(
      `<x:worksheet xmlns:x="x"><x:sheetData>${(header + aCase).replaceAll(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
    ),
  ),
  file('no-workbook-part.xlsx', 'file-not-an-export', () =>
    zip(workbookParts({ sheets: [good] }).filter(({ name }) => name !== 'xl/workbook.xml')),
  ),
  file('prototype-headers.xlsx', 'imported', () =>
    book({
      name: '__proto__',
      rows: `<row>${['Sagsnr.', '__proto__', 'constructor', 'toString'].map(textCell).join('')}</row><row>${['1', 'a', 'b', 'c'].map(textCell).join('')}</row>`,
    }),
  ),
];

/** Parts that lie over each other: every entry of the directory unpacks the same bytes. */
function overlapping(): Buffer {
  const content = Buffer.alloc(900_000, 'a');
  return withPart(...Array.from({ length: 900 }, (_none, at) => ({ name: `xl/x${at}.bin`, content })));
}

const bombs: readonly HostileFile[] = [
  file('flat-bomb.xlsx', 'file-too-large', () =>
    withPart({ name: sheetPart, content: Buffer.alloc(120 * megabyte, ' ') }),
  ),
  file('nested-bomb.xlsx', 'file-too-large', () => {
    const inner = zip([{ name: 'b', content: zip([{ name: 'a', content: Buffer.alloc(100 * megabyte) }]) }]);
    return withPart({ name: 'xl/embeddings/b.zip', content: Buffer.concat([inner, Buffer.alloc(20 * megabyte)]) });
  }),
  file('nested-zip.xlsx', 'imported', () =>
    withPart({ name: 'xl/embeddings/b.zip', content: zip([{ name: 'a', content: Buffer.alloc(30 * megabyte) }]) }),
  ),
  file('many-parts.xlsx', 'file-too-large', overlapping),
  file('zip-of-nothing-but-a-bomb.xlsx', 'file-too-large', () =>
    zip([{ name: 'a', content: Buffer.alloc(50 * megabyte) }]),
  ),
  file('gzip.csv', 'file-not-an-export', () => gzipSync(Buffer.alloc(50 * megabyte))),
  file('traversal.xlsx', 'workbook-broken', () => withPart({ name: '../../../evil.txt', content: 'x' })),
  file('traversal-backslash.xlsx', 'workbook-broken', () => withPart({ name: '..\\..\\evil.txt', content: 'x' })),
  file('traversal-target.xlsx', 'workbook-broken', () =>
    withPart({
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([relation('rId1', 'worksheet', '../../../../etc/passwd')]),
    }),
  ),
];

const claims: readonly HostileFile[] = [
  file('dimension-of-everything.xlsx', 'imported', () =>
    sheetOf(
      `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${header}<row spans="1:1048576">${aCase.slice(5)}</sheetData></worksheet>`,
    ),
  ),
  file('column-1048576.xlsx', 'workbook-broken', () =>
    book({ rows: `${header}<row r="2"><c r="BHRBJ2"><v>1</v></c></row>` }),
  ),
  file('columns-1048576.csv', null, () => text(`${'a;'.repeat(1_048_576)}\n${'1;'.repeat(1_048_576)}\n`)),
  file('columns-16384.xlsx', null, () =>
    book({ rows: `<row>${textCell('Sagsnr.').repeat(16_384)}</row><row>${'<c><v>1</v></c>'.repeat(16_384)}</row>` }),
  ),
  file('thousand-columns.csv', null, () =>
    text(`Sagsnr.;${'x;'.repeat(999)}\n${repeated(`1${';abcdefg'.repeat(999)}\n`, 12 * megabyte)}`),
  ),
  file('one-case-of-many-rows.csv', null, () =>
    text(`Sagsnr.;Navn\n${Array.from({ length: 400_000 }, (_none, at) => `1;navn ${at}`).join('\n')}\n`),
  ),
  file('more-rows-than-any.csv', 'file-too-large', () =>
    text(`Sagsnr.;Navn\n${Array.from({ length: 990_000 }, (_none, at) => `${at};navn ${at}`).join('\n')}\n`),
  ),
  file('lines-only.csv', null, () => text(`Sagsnr.;Navn\n1;a\n${'\n'.repeat(500_000)}`)),
  file('quotes.csv', null, () => text(`Sagsnr.;Navn\n${repeated('1;"a"b";"\n', 6 * megabyte)}`)),
];

const cells: readonly HostileFile[] = [
  file('cell-of-40-mb.csv', null, () => text(`Sagsnr.;Navn\n1;"${repeated('langt ', 40 * megabyte)}"\n2;b\n`)),
  file('cell-of-40-mb.xlsx', 'workbook-broken', () =>
    sheetOf(
      `<worksheet><sheetData>${header}<row>${textCell(repeated('langt ', 40 * megabyte))}</row></sheetData></worksheet>`,
    ),
  ),
  file('line-of-40-mb.csv', 'file-not-an-export', () => text(`Sagsnr.;Navn\n1;${repeated('langt ', 40 * megabyte)}`)),
  file('nul.csv', 'file-not-an-export', () => text(`Sagsnr.;Navn\n1;a\0b\n2;\0\0\0\n`)),
  file('nul-late.csv', null, () => text(`Sagsnr.;Navn\n${'1;a\n'.repeat(20_000)}2;a\0\0b\n`)),
  file('nul.xlsx', null, () => book({ rows: `${header}<row>${textCell('1')}${textCell('a\0b&#0;')}</row>` })),
  file('prototype-headers.csv', 'imported', () => text('Sagsnr.;__proto__;constructor;hasOwnProperty\n1;a;b;c\n')),
  file('prototype-ids.csv', 'imported', () => text('Sagsnr.;Navn\n__proto__;a\nconstructor;b\n__proto__;c\n')),
  file('formulas.csv', 'imported', () => text(`Sagsnr.;Navn\n1;=cmd|' /C calc'!A0\n2;@SUM(1)\n`)),
];

const others: readonly HostileFile[] = [
  file('html.xls', 'file-is-old-excel', () => text('<html><table><tr><td>Sagsnr.</td></tr></table></html>')),
  file('html-named.xlsx', 'file-is-old-excel', () => text('<table><tr><td>Sagsnr.</td></tr></table>')),
  file('xml-2003.xls', 'file-is-old-excel', () => text('<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>')),
  file('old.xls', 'file-is-old-excel', () =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
  ),
  file('protected.xlsx', 'file-is-encrypted', () =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  ),
  file('really-a-workbook.csv', 'imported', () => book()),
  file('really-text.xlsx', 'imported', () => text('Sagsnr.;Navn\n1;a\n')),
  file('pdf.xlsx', 'file-is-pdf', () => text('%PDF-1.7\n%âãÏÓ\n')),
  file('picture.csv', 'file-not-an-export', () => Buffer.from('89504e470d0a1a0a0000000d49484452000000010000', 'hex')),
  file('document.xlsx', 'file-not-an-export', () => zip([{ name: 'word/document.xml', content: '<w:document/>' }])),
  file('macros.xlsm', 'file-has-macros', () => withPart({ name: 'xl/vbaProject.bin', content: 'x' })),
  file('nothing.csv', 'file-empty', () => Buffer.alloc(0)),
  file('blanks.csv', 'file-empty', () => text('\uFEFF  \n\n \t')),
  file('empty-zip.xlsx', 'file-not-an-export', () => zip([])),
  file('rtf.txt', 'file-not-an-export', () => text('{\\rtf1 Sagsnr.}')),
  file('header-only.csv', 'no-cases', () => text('Sagsnr.;Navn\n')),
  file('no-case-numbers.csv', 'no-case-id-column', () => text('Farve;Antal\nrød;1\nblå;2\n')),
];

/** A good workbook cut off at many points. */
function truncated(): readonly HostileFile[] {
  const whole = book();
  return Array.from({ length: 24 }, (_none, at) => {
    const length = Math.max(1, Math.floor((whole.length * at) / 24));
    return file(`cut-at-${length}.xlsx`, at === 0 ? 'file-not-an-export' : 'workbook-broken', () =>
      whole.subarray(0, length),
    );
  }).filter(({ name }) => name !== 'cut-at-1.xlsx');
}

export const corpus: readonly HostileFile[] = [
  ...knownKillers,
  ...bombs,
  ...claims,
  ...cells,
  ...others,
  ...truncated(),
];
