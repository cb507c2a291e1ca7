import { describe, expect, it } from 'vitest';

import { dotLayout } from '../../../renderer/components/dot-layout.ts';
import { fc } from '../../support/fast-check.ts';

const group = fc.integer({ min: 0, max: 30_000 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    marked: size === 0 ? fc.constant([]) : fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 40 }),
  }),
);

describe('dotLayout', () => {
  it('draws every case as its own dot while all fit', () => {
    const { casesPerDot, drawings } = dotLayout([{ size: 5, marked: [3, 1] }]);
    expect(casesPerDot).toBe(1);
    expect(drawings[0]).toEqual({ dots: 5, filled: [3, 1], plain: [0, 2, 4] });
  });

  it('never draws more than 4,000 dots plus one for each group, and every marked case lies in a filled dot', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), (groups) => {
        const { casesPerDot, drawings } = dotLayout(groups);
        expect(drawings.reduce((sum, { dots }) => sum + dots, 0)).toBeLessThanOrEqual(4_000 + groups.length);
        drawings.forEach(({ dots, filled, plain }, index) => {
          expect(filled.length + plain.length).toBe(dots);
          for (const position of groups[index]!.marked) {
            expect(filled).toContain(Math.floor(position / casesPerDot));
          }
        });
      }),
    );
  });
});
