import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { columnLetters, formulaText, isRangeName } from '#core/report/formula-text.ts';

const names = new Set(['Svar', 'Del']);

describe('a formula', () => {
  it('is one of three forms', () => {
    const where = [
      { range: 'Del', equals: 'Tilfældig' },
      { range: 'Svar', equals: 'Ja' },
    ];
    expect(formulaText({ kind: 'count-where', where }, 7, names)).toBe('COUNTIFS(Del,"Tilfældig",Svar,"Ja")');
    expect(formulaText({ kind: 'sum-of-row', columns: [2, 3, 4, 6] }, 7, names)).toBe('SUM(B7:D7,F7)');
    const share = { kind: 'share-of-row', part: [6], whole: [6, 7, 28] } as const;
    expect(formulaText(share, 7, names)).toBe('IF(SUM(F7:G7,AB7)=0,"",SUM(F7)/SUM(F7:G7,AB7))');
  });

  it('keeps a word inside its quotes and takes it as it is', () => {
    const count = (equals: string) =>
      formulaText({ kind: 'count-where', where: [{ range: 'Svar', equals }] }, 1, names);
    expect(count('Ja")+HYPERLINK("x')).toBe('COUNTIFS(Svar,"Ja"")+HYPERLINK(""x")');
    expect(count('hv*d?~')).toBe('COUNTIFS(Svar,"hv~*d~?~~")');
    expect(count('<>Ja')).toBe('COUNTIFS(Svar,"=<>Ja")');
  });

  it('names only ranges that there are, and only columns and rows that there are', () => {
    const where = [{ range: 'Svar,A1)+SUM(A:A', equals: 'Ja' }];
    expect(() => formulaText({ kind: 'count-where', where }, 1, names)).toThrow(RangeError);
    expect(() => formulaText({ kind: 'sum-of-row', columns: [0] }, 1, names)).toThrow(RangeError);
    expect(() => formulaText({ kind: 'sum-of-row', columns: [1] }, 0.5, names)).toThrow(RangeError);
  });
});

it('columns have the letters that spreadsheets give them', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnLetters)).toEqual('A Z AA AZ BA ZZ AAA XFD'.split(' '));
});

it('a range is not named like a cell or a value', () => {
  expect(['Svar_1', 'Data_Område', '_x', 'underretning_24_timer', 'Svar1234'].every(isRangeName)).toBe(true);
  expect(['A1', 'xfd99', 'R1C1', 'r', 'C', 'TRUE', '1a', 'a b', 'a.b', 'a!b', '', '=A'].some(isRangeName)).toBe(false);
});

describe('what a cell may hold', () => {
  const sources = sourcesUnder('electron').concat(sourcesUnder('shared'));
  const library = sources.filter(({ text }) => /from 'exceljs'|import\('exceljs'\)/.test(text)).map(({ path }) => path);

  it('is put into it in one place', () => {
    const folder = join('electron', 'core', 'report');
    expect(library.toSorted()).toEqual(
      ['cell-styles.ts', 'write-cell.ts', 'write-workbook.ts'].map((name) => join(folder, name)),
    );
    for (const { path, text } of sources.filter(({ path: each }) => library.includes(each))) {
      const writes =
        text.match(/\.(value|values|formula|note|text)\s*=[^=]|\.(addRows?|fillFormula|insertRows?)\(/g) ?? [];
      expect(writes, path).toEqual(path.endsWith('write-cell.ts') ? ['.value = '] : []);
      expect(text, path).not.toMatch(
        /hyperlink:|dataValidation|sharedFormula|addTable|addConditionalFormatting|addImage/,
      );
      if (!path.endsWith('write-cell.ts')) expect(text, path).not.toMatch(/formula:/);
    }
  });

  it('is no formula but that which this program has put together', () => {
    const { text } = sources.find(({ path }) => path.endsWith('write-cell.ts'))!;
    expect(text.match(/const formula = .*/g)).toEqual([
      'const formula = formulaText(value.formula, place.row, place.names);',
    ]);
  });
});

function sourcesUnder(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') }));
}
