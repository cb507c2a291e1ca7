import { describe, expect, it } from 'vitest';

import { openExport } from '#core/importing/open-export.ts';
import { openArchive } from '#core/importing/xlsx/archive.ts';

import { relation, relations, workbook, workbookParts, workbookWith } from '../../../fixtures/workbooks.ts';
import { zip } from '../../../fixtures/zip.ts';
import { filled, megabyte, rows, sheetPart, small } from './hostile-parts.ts';
import { cellsOf, outcomeOf, rowsOf } from './read-all.ts';

const stringsPart = 'xl/sharedStrings.xml';

const sheet = (content: string): Buffer => workbookWith(small, { name: sheetPart, content });

describe('workbooks that stop exceljs are read', () => {
  it.each([
    ['a merged range over the whole sheet', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'],
    [
      'validation over the whole sheet',
      '<dataValidations><dataValidation sqref="A1:XFD1048576" type="list"/></dataValidations>',
    ],
    ['formats over the whole sheet', '<conditionalFormatting sqref="A1:XFD1048576"><cfRule/></conditionalFormatting>'],
    ['breaks after the rows', '<rowBreaks><brk id="1"/></rowBreaks><colBreaks/>'],
  ])('%s', async (_, after) => {
    expect(await cellsOf(workbook({ sheets: [{ rows, after }] }))).toEqual([[1]]);
  });

  it('a name for the whole sheet', async () => {
    const names = `<definedNames><definedName name="Alt">'Ark'!$A$1:$XFD$1048576</definedName></definedNames>`;
    expect(await cellsOf(workbook({ ...small, names }))).toEqual([[1]]);
  });

  it('a cell in the last corner', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await rowsOf(await openExport('a.xlsx', workbook({ sheets: [{ rows: rows + corner }] })))).toEqual([
      { row: 1, cells: [1] },
      { row: 1_048_576, cells: [] },
    ]);
  });

  it('names that are special to JavaScript', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const strings = names.map((name) => `<si><t>${name}</t></si>`).join('');
    const cells = names.map((_, at) => `<c t="s"><v>${at}</v></c>`).join('');
    const opened = await openExport(
      'a',
      workbook({ sheets: [{ name: '__proto__', rows: `<row>${cells}</row>` }], strings }),
    );

    expect(opened.proposedSheet).toBe('__proto__');
    expect((await rowsOf(opened))[0]?.cells).toEqual(names);
    await expect(rowsOf(opened, 'constructor')).rejects.toMatchObject({ code: 'sheet-not-found' });
  });
});

describe('workbooks that unpack to more than they should', () => {
  it.each<[string, () => Buffer, string]>([
    [
      'a shared string of 150 MB',
      () => workbookWith(small, { name: stringsPart, content: Buffer.alloc(150 * megabyte, 'a') }),
      'file-too-large',
    ],
    [
      'a part of 80 MB that nobody needs',
      () => workbookWith(small, { name: 'xl/x.bin', content: Buffer.alloc(80 * megabyte) }),
      'file-too-large',
    ],
    [
      'a part that claims 4 GB',
      () => workbookWith(small, { name: sheetPart, content: 'a', claims: { size: 4_294_967_294 } }),
      'file-too-large',
    ],
    [
      'strings of 101 MB by their own word',
      () => workbookWith(small, { name: stringsPart, content: randomText(2), claims: { size: 101 * megabyte } }),
      'file-too-large',
    ],
    [
      'a part larger than it claims',
      () =>
        workbookWith(small, {
          name: sheetPart,
          content: `<worksheet><sheetData>${filled(rows, megabyte)}</sheetData></worksheet>`,
          claims: { size: 500 },
        }),
      'workbook-broken',
    ],
    [
      'a part smaller than it claims',
      () =>
        workbookWith(small, {
          name: sheetPart,
          content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
          claims: { size: 5000 },
        }),
      'workbook-broken',
    ],
    [
      '1,001 parts',
      () => workbookWith(small, ...Array.from({ length: 1000 }, (_, at) => ({ name: `x/${at}`, content: '' }))),
      'file-too-large',
    ],
    [
      '101 sheets',
      () => workbook({ sheets: Array.from({ length: 101 }, (_, at) => ({ name: `${at}`, rows })) }),
      'file-too-large',
    ],
  ])('%s', async (_, bytes, code) => {
    const file = bytes();
    expect(await outcomeOf(file)).toBe(code);
  });
});

it('a part that unpacks to more than it claims is left at once', async () => {
  const content = Buffer.alloc(20 * megabyte);
  const archive = await openArchive(zip([{ name: 'a', content, claims: { size: 100_000 } }]));
  let unpacked = 0;

  await expect(async () => {
    for await (const chunk of archive.chunks('a', megabyte)) unpacked += chunk.length;
  }).rejects.toMatchObject({ code: 'workbook-broken' });
  expect(unpacked).toBeLessThanOrEqual(100_000);
});

describe('workbooks that are not well made', () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';

  it.each<[string, () => Buffer, string]>([
    [
      'a document type',
      () => sheet(`${entities}<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>`),
      'workbook-broken',
    ],
    [
      'a document type in the strings',
      () => workbookWith(small, { name: stringsPart, content: `${entities}<sst/>` }),
      'workbook-broken',
    ],
    [
      'a name that leaves the archive',
      () => workbookWith(small, { name: '../../etc/passwd', content: 'x' }),
      'workbook-broken',
    ],
    ['an absolute name', () => workbookWith(small, { name: '/etc/passwd', content: 'x' }), 'workbook-broken'],
    ['a drive', () => workbookWith(small, { name: 'C:\\x', content: 'x' }), 'workbook-broken'],
    [
      'a part that is there twice',
      () => zip([...workbookParts(small), { name: 'xl/Workbook.xml', content: 'x' }]),
      'workbook-broken',
    ],
    [
      'an encrypted part',
      () => workbookWith(small, { name: sheetPart, content: 'x', claims: { flags: 1 } }),
      'file-is-encrypted',
    ],
    [
      'an unknown packing',
      () => workbookWith(small, { name: sheetPart, content: 'x', claims: { method: 12 } }),
      'workbook-broken',
    ],
    [
      'a wrong checksum',
      () =>
        workbookWith(small, {
          name: sheetPart,
          content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
          claims: { crc: 1 },
        }),
      'workbook-broken',
    ],
    [
      'a sheet without its part',
      () => zip(workbookParts(small).filter(({ name }) => name !== sheetPart)),
      'workbook-broken',
    ],
    [
      'a sheet without its relationship',
      () => workbookWith(small, { name: 'xl/_rels/workbook.xml.rels', content: relations([]) }),
      'workbook-broken',
    ],
    [
      'a relationship to the outside',
      () =>
        workbookWith(small, {
          name: 'xl/_rels/workbook.xml.rels',
          content: relations([relation('rId1', 'worksheet', '../../../etc/passwd')]),
        }),
      'workbook-broken',
    ],
    ['a sheet that ends among its rows', () => sheet(`<worksheet><sheetData>${rows}`), 'workbook-broken'],
    [
      'a row that ends nowhere',
      () => sheet('<worksheet><sheetData><row><c><v>1</v></c></sheetData></worksheet>'),
      'workbook-broken',
    ],
    [
      'a cell that ends nowhere',
      () => sheet('<worksheet><sheetData><row><c><v>1</v></row></sheetData></worksheet>'),
      'workbook-broken',
    ],
    [
      'a tag that ends nowhere',
      () => sheet('<worksheet><sheetData><row><c><v>1</v></c></row><row><c</row></sheetData></worksheet>'),
      'workbook-broken',
    ],
    [
      'an attribute that ends nowhere',
      () => sheet('<worksheet><sheetData><row><c r="A1><v>1</v></c></row></sheetData></worksheet>'),
      'workbook-broken',
    ],
    [
      'a column that no sheet has',
      () => sheet('<worksheet><sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
      'workbook-broken',
    ],
    [
      'a row that no sheet has',
      () => sheet('<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>'),
      'workbook-broken',
    ],
    [
      'big-endian UTF-16',
      () => workbookWith(small, { name: sheetPart, content: Buffer.from('feff003c', 'hex') }),
      'workbook-broken',
    ],
    [
      'a workbook part that is none',
      () => workbookWith(small, { name: 'xl/workbook.xml', content: '<x/>' }),
      'file-not-an-export',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await outcomeOf(bytes())).toBe(code);
  });
});

describe('damage anywhere', () => {
  it('gives a code or rows, never a crash', async () => {
    const parts = { ...small, strings: '<si><t>a</t></si>', formats: ['dd-mm-yyyy'] };
    const bytes = workbook({
      ...parts,
      sheets: [{ rows: `${rows}<row><c t="s"><v>0</v></c><c s="1"><v>4</v></c></row>` }],
    });
    const outcomes = new Set<string>();
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8((damaged.readUInt8(at) + 1 + (at % 255)) % 256, at);
      outcomes.add(await outcomeOf(damaged));
      if (at % 4 === 0) outcomes.add(await outcomeOf(bytes.subarray(0, at)));
    }
    expect([...outcomes]).toContain('workbook-broken');
  });
});
/** Letters that do not pack, from a fixed seed. */
function randomText(megabytes: number): Buffer {
  const bytes = Buffer.alloc(megabytes * megabyte);
  let state = 12_345;
  for (let at = 0; at < bytes.length; at += 3) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = 97 + (Math.floor(state / 65_536) % 26);
  }
  return bytes;
}
