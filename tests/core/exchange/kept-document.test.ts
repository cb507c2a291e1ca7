import { describe, expect, it } from 'vitest';

import { type KeptCell, keptCells, keptDocument } from '#core/exchange/kept-document.ts';
import { cellKey } from '#shared/domain/exchange/cells.ts';

import { fc } from '../../support/fast-check.ts';

const text = fc.constantFrom('', 'Mette', 'Anders', '2026-03-02T10:00:00.000Z', '0123456789abcdef');
const version = fc.record({
  id: text,
  content: fc.record({ value: fc.constant('yes' as const), note: text, evidence: text }),
  by: text,
  at: text,
  ancestors: fc.array(text, { maxLength: 2 }),
});
const name = fc.oneof(
  fc.constantFrom('review/a/1', 'conversation/a', 'action/x', 'action/a', 'answer/a/1/', 'x'),
  fc
    .record({ caseKey: fc.constantFrom('a', 'b/c'), itemId: fc.constantFrom('x', 'y', 'z æ') })
    .map((place) => cellKey({ kind: 'answer', reading: 1, ...place })),
);
const kept: fc.Arbitrary<KeptCell> = fc.oneof(
  fc.tuple(name, fc.constant(''), fc.array(version, { maxLength: 2 })),
  fc.tuple(name, text, text, fc.array(text, { maxLength: 2 }), text, text, fc.constantFrom(0 as const, 1 as const)),
);

describe('what is remembered of versions', () => {
  it('comes back from its document as it went in, in its order', () => {
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 20 }), (cells) => {
        expect(keptCells(JSON.parse(JSON.stringify(keptDocument(cells))))).toEqual(cells);
      }),
    );
  });

  it('is read from the form that a workspace may still hold: the cells themselves', () => {
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 5 }), (cells) => {
        expect(keptCells(JSON.parse(JSON.stringify(cells)))).toEqual(cells);
      }),
    );
  });

  it('takes less than half of the room for the answers of a reading', () => {
    const cells = Array.from({ length: 45 }, (_, index): KeptCell => {
      const id = index.toString(16).padStart(16, '0');
      const cell = cellKey({ kind: 'answer', caseKey: '2026-004711', reading: 1, itemId: `spørgsmål-${index}` });
      return [cell, '0123456789abcdef', id, [], 'Mette Mortensen', '2026-03-02T10:00:00.000Z', 0];
    });
    expect(JSON.stringify(keptDocument(cells)).length).toBeLessThan(JSON.stringify(cells).length / 2);
  });
});
