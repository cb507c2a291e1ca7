import { describe, expect, it } from 'vitest';

import { workbookWith } from '../../../fixtures/workbooks.ts';
import { filled, megabyte, rows, sheetPart, small } from './hostile-parts.ts';
import { outcomeOf } from './read-all.ts';

// A reader that looked at everything again for each piece would take minutes: the time limit of a test finds it.
describe('XML made to take for ever', () => {
  const body = 12 * megabyte;
  const inRow = (xml: string): string => `<worksheet><sheetData><row>${xml}</row></sheetData></worksheet>`;

  it.each<[string, () => string, string]>([
    ['a row without end', () => inRow(filled('<c><v>1</v></c>', body)), 'workbook-broken'],
    ['a tag without end', () => `<worksheet><sheetData>${rows}<row ${filled('a="b" ', body)}`, 'workbook-broken'],
    ['a comment without end', () => `<worksheet><!-- ${filled('<row> ', body)}`, 'workbook-broken'],
    ['text without end', () => inRow(`<c t="str"><v>${filled('a &amp; ', body)}</v></c>`), 'workbook-broken'],
    ['cells without a value', () => rowsOfSize(filled('<c><f>1</f></c>', 1.9 * megabyte)), 'read'],
    ['cells without an attribute', () => rowsOfSize(filled('<c><v>1</v></c>', 1.9 * megabyte)), 'read'],
    ['tags that are almost cells', () => rowsOfSize(filled('<cc>', 1.9 * megabyte)), 'read'],
    [
      'phonetic runs without end',
      () => rowsOfSize(`<c t="inlineStr"><is>${filled('<rPh >', 1.9 * megabyte)}</is></c>`),
      'read',
    ],
    [
      'text runs without end',
      () => rowsOfSize(`<c t="inlineStr"><is>${filled('<t>', 1.9 * megabyte)}</is></c>`),
      'read',
    ],
    ['many small comments', () => rowsOfSize(filled('<!--a-->', 1.9 * megabyte)), 'read'],
    [
      'much after the rows',
      () => `<worksheet><sheetData>${rows}</sheetData>${filled('<row><c>', body)}</worksheet>`,
      'read',
    ],
    [
      'much before the rows',
      () => `<worksheet>${filled('<cols><col min="1"/></cols>', body)}<sheetData>${rows}</sheetData></worksheet>`,
      'read',
    ],
  ])('%s', async (_, xml, code) => {
    // stored, since packed it would be refused for its ratio before anything is read
    const file = workbookWith(small, { name: sheetPart, content: xml(), claims: { method: 0 } });
    expect(await outcomeOf(file)).toBe(code);
  });
});

function rowsOfSize(row: string): string {
  return `<worksheet><sheetData>${rows}<row>${row}</row></sheetData></worksheet>`;
}
