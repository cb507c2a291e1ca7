import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { openExport } from '#core/importing/open-export.ts';

import { cellsOf, outcomeOf, readAll } from './read-all.ts';
import { fc } from '../../../support/fast-check.ts';

const utf8 = (text: string): Buffer => Buffer.from(text);

describe('the encoding of text', () => {
  const text = 'Sag;Tekst\n1;æøå ÆØÅ é\n';

  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), 'utf-8'],
    ['Windows-1252', iconv.encode(text, 'windows-1252'), 'windows-1252'],
    ['UTF-16 LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 LE without a mark', iconv.encode(text, 'utf-16le'), 'utf-16le'],
    ['UTF-16 BE without a mark', iconv.encode(text, 'utf-16be'), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    expect((await openExport('a.csv', bytes)).encoding).toBe(encoding);
    expect(await cellsOf(bytes)).toEqual([
      ['Sag', 'Tekst'],
      ['1', 'æøå ÆØÅ é'],
    ]);
  });

  it('the bytes 0x80 to 0x9F of Windows-1252 are quotes, dashes and the euro sign', async () => {
    const bytes = Buffer.concat([utf8('a;b\n1;'), Buffer.from([0x92, 0x80, 0x96, 0x93, 0xe6]), utf8('\n')]);
    expect((await cellsOf(bytes))[1]).toEqual(['1', '’€–“æ']);
  });

  it('one letter at the far end tells Windows-1252 from UTF-8', async () => {
    const bytes = iconv.encode(`a;b\n${'1;2\n'.repeat(50_000)}9;Ø\n`, 'windows-1252');
    expect((await cellsOf(bytes)).at(-1)).toEqual(['9', 'Ø']);
  });

  it('a letter of several bytes may lie across any border between pieces', async () => {
    const bytes = utf8(`a;b\n${'x'.repeat(9)}${'æ€;😀\n'.repeat(40_000)}`);
    const cells = await cellsOf(bytes);

    expect(cells).toHaveLength(40_001);
    expect(new Set(cells.slice(2).map(String))).toEqual(new Set(['æ€,😀']));
  });
});

describe('the delimiter of text', () => {
  it.each([
    ['semicolons', 'a;b;c\n1;2;3\n', ';'],
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['tabs', 'a\tb\tc\n1\t2\t3\n', '\t'],
    ['decimal commas between semicolons', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['one comma in every name', 'Sag;Navn;Team\n1;Jensen, Bo;A\n2;Holm, Ea;B\n', ';'],
    ['a quoted list of semicolons between commas', 'a,b,c\n1,"x;y;z;w",3\n2,"x;y;z;w",4\n', ','],
    ['a quoted line break', 'a,b\n1,"x\ny;z"\n2,"x\ny;z"\n', ','],
    ['lines of text above the column names', 'Udtræk, Børn og Unge, 2025\n\nSag;Navn\n1;Bo\n2;Ea\n', ';'],
    ['a draw', 'a;b,c\n1;2,3\n', ';'],
    ['a single column', 'Sag\n1\n2\n', ';'],
    ['what the file says itself', 'sep=,\na;b,c;d\n', ','],
    ['a bar, when the file says so', 'sep=|\na|b\n', '|'],
    ['no line break at all', 'a,b,c', ','],
  ])('%s', async (_, text, delimiter) => {
    expect((await openExport('a.csv', utf8(text))).delimiter).toBe(delimiter);
  });
});

describe('rows of text', () => {
  it('are numbered by the first line they stand on, whatever ends the lines', async () => {
    const lines = ['Overskrift', '', 'a;b', '"1\n1a\n\n1b";x', '2;"y\n"', '3;z'];
    const expected = [
      { row: 1, cells: ['Overskrift'] },
      { row: 2, cells: [] },
      { row: 3, cells: ['a', 'b'] },
      { row: 4, cells: ['1\n1a\n\n1b', 'x'] },
      { row: 8, cells: ['2', 'y\n'] },
      { row: 10, cells: ['3', 'z'] },
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const text = lines.join('\n').replaceAll('\n', end);
      expect(await readAll(utf8(text))).toEqual(expected);
      expect(await readAll(utf8(text + end))).toEqual(expected);
    }
  });

  it('a line break of two characters may lie across any border between pieces', async () => {
    for (const start of ['', 'x']) {
      const cells = await cellsOf(utf8(`${start}Sag;Navn\r\n${'12345;ab\r\n'.repeat(40_000)}`));
      expect(cells).toHaveLength(40_001);
      expect(cells.every(({ length }) => length === 2)).toBe(true);
    }
  });

  it('a file that is cut off inside a letter keeps a mark of it', async () => {
    const cut = utf8('\ufeffa;b\n1;Ø€').subarray(0, -1);

    expect((await openExport('a.csv', cut)).encoding).toBe('utf-8');
    expect((await cellsOf(cut))[1]).toEqual(['1', 'Ø\ufffd']);
  });

  it('every cell is text as it stands, and an empty one is null', async () => {
    const text = 'a;b;c;d;e\n007;1,50;TRUE; x ;""\n=1+1;;;;\n';
    expect(await cellsOf(utf8(text))).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['007', '1,50', 'TRUE', ' x ', null],
      ['=1+1', null, null, null, null],
    ]);
  });

  it('a short and a long row stay as they are', async () => {
    expect(await cellsOf(utf8('a;b;c\n1\n1;2;3;4\n5;6;7\n'))).toEqual([
      ['a', 'b', 'c'],
      ['1'],
      ['1', '2', '3', '4'],
      ['5', '6', '7'],
    ]);
  });

  it('doubled quotes and delimiters inside quotes belong to the cell', async () => {
    expect(await cellsOf(utf8('a;b\n"han sagde ""nej"";";x\n'))).toEqual([
      ['a', 'b'],
      ['han sagde "nej";', 'x'],
    ]);
  });

  it('at most 1,000 columns are kept and at most 510,000 rows read', async () => {
    const wide = await cellsOf(utf8(`${'x;'.repeat(5000)}x\n`));
    expect(wide[0]).toHaveLength(1000);
    expect(await outcomeOf(utf8('a\n'.repeat(510_000)))).toBe('read');
    expect(await outcomeOf(utf8('a\n'.repeat(510_001)))).toBe('file-too-large');
  });
});

describe('a stray quote does not swallow the rows below it', () => {
  const after = Array.from({ length: 2000 }, (_, index) => `${index};b;c`);
  const afterCells = after.map((line) => line.split(';'));

  it('when it is never closed', async () => {
    const rows = await readAll(utf8(['a;b;c', '1;"x;y', ...after].join('\n')));

    expect(rows[1]).toEqual({ row: 2, cells: ['1', '"x', 'y'] });
    expect(rows.slice(2).map(({ cells }) => cells)).toEqual(afterCells);
    expect(rows.at(-1)?.row).toBe(2002);
  });

  it('when the next quote is rows away', async () => {
    const rows = await readAll(utf8(['a;b;c', '1;"x;y', '2;x;y', '3;"x";"y"', ...after].join('\n')));

    expect(rows.slice(0, 4)).toEqual([
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 2, cells: ['1', '"x', 'y'] },
      { row: 3, cells: ['2', 'x', 'y'] },
      { row: 4, cells: ['3', 'x', 'y'] },
    ]);
    expect(rows.slice(4).map(({ cells }) => cells)).toEqual(afterCells);
  });

  it('when a word in quotes starts a cell', async () => {
    expect((await cellsOf(utf8('a;b;c\n1;"Akut" sag;2\n3;4;5\n'))).slice(1)).toEqual([
      ['1', '"Akut" sag', '2'],
      ['3', '4', '5'],
    ]);
  });

  it('but quotes that are not doubled inside a text of several lines are read as meant', async () => {
    expect((await cellsOf(utf8('a;b;c\n1;"Han sagde "nej".\nSlut";2\n3;4;5\n'))).slice(1)).toEqual([
      ['1', 'Han sagde "nej".\nSlut', '2'],
      ['3', '4', '5'],
    ]);
  });

  it('and a file with a stray quote on every line is read line by line, in time', async () => {
    const lines = Array.from({ length: 300_000 }, (_, index) => `${index};"${index}`);
    const started = process.cpuUsage();
    const cells = await cellsOf(utf8(lines.join('\n')));
    const { user, system } = process.cpuUsage(started);

    expect(cells).toHaveLength(lines.length);
    expect(cells.at(-1)).toEqual(['299999', '"299999']);
    // Processor time: another program's load is no hang.
    expect((user + system) / 1_000).toBeLessThan(10_000);
  });

  it('a line without end is no export', async () => {
    expect(await outcomeOf(Buffer.alloc(3_000_000, 'a'))).toBe('file-not-an-export');
  });
});

describe('read(write(cells)) = cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'Ø', ';', ',', '"', '\n', ' ', '=', '\t', '1') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 30 });

  it.each(['\n', '\r\n'])('for quoted text with lines that end in %j', async (newline) => {
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const text = Papa.unparse(cells, { delimiter: ';', newline, quotes: true });
        const rows = await readAll(utf8(`sep=;\n${text.replaceAll(/\r?\n/g, newline)}`));

        expect(rows.slice(1).map((row) => row.cells)).toEqual(cells.map((row) => row.map((value) => value || null)));
        const lines = cells.map((row) => 1 + row.join('').split('\n').length - 1);
        expect(rows.slice(1).map(({ row }) => row)).toEqual(
          lines.map((_, index) => 2 + lines.slice(0, index).reduce((sum, count) => sum + count, 0)),
        );
      }),
      { numRuns: 150 },
    );
  });
});
