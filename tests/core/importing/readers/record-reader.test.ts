import { describe, expect, it } from 'vitest';

import { parseRecords } from '#core/importing/text/parse-records.ts';
import { RecordReader } from '#core/importing/text/record-reader.ts';
import { fc } from '../../../support/fast-check.ts';

/** Texts of few characters, so that quotes, delimiters and line breaks meet in every way. */
const texts = fc.array(fc.constantFrom('"', '""', ';', ';"', '";', '\n', '"\n', '\n"', 'a', ' ', 'bc'), {
  maxLength: 60,
});
const cellOf = (text: string) => (text === '' ? null : text);

function inPieces(text: string, size: number): readonly (readonly unknown[])[] {
  const reader = new RecordReader(';');
  const rows = [];
  for (let start = 0; start < text.length; start += size) {
    rows.push(...reader.read(text.slice(start, start + size), start + size >= text.length));
  }
  return rows.map(({ cells }) => cells);
}

describe('records', () => {
  it('whose quotes follow the rules are read as the parser reads the whole text', () => {
    let compared = 0;
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (parts, size) => {
        const text = `${parts.join('')}\n`;
        const { records, malformed, length } = parseRecords(text, ';', { quotes: true });
        if (malformed.length > 0 || length !== text.length) return;
        compared += 1;
        const expected = records.map((record) => (record.length === 1 && record[0] === '' ? [] : record.map(cellOf)));
        expect(inPieces(text, size)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('without quotes are lines, wherever a piece ends', () => {
    const text = 'a;b;\n;;c\n\nd;e\n';
    for (let size = 1; size <= text.length; size += 1) {
      expect(inPieces(text, size)).toEqual([['a', 'b', null], [null, null, 'c'], [], ['d', 'e']]);
    }
  });
});
