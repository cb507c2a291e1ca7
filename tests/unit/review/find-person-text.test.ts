import { describe, expect, it } from 'vitest';

import { findPersonText, peopleNamed } from '#shared/domain/review/find-person-text.ts';
import { fc } from '../../support/fast-check.ts';

const people = peopleNamed(['Ida Holm', 'Østergaard-Dam, Kim', 'Rosa']);
const found = (text: string) => findPersonText(text, people).map((hit) => hit.found);

describe('findPersonText', () => {
  it('finds CPR numbers, and takes no date, seed or phone number for one', () => {
    expect(findPersonText('se 010112-1234', people)).toEqual([{ kind: 'cpr', found: '010112-1234' }]);
    expect(found('0101121234 og 610112 1234')).toEqual(['0101121234', '610112 1234']);
    expect(found('31-01-2026, 20260115-4711, tlf. 12345678')).toEqual([]);
  });

  it('finds a full name in any case and order, and a part of it as a capitalised word', () => {
    expect(found('IDA HOLM er hørt')).toEqual(['ida holm']);
    expect(found('Kim Østergaard-Dam er hørt')).toEqual(['kim østergaard-dam']);
    expect(found('Idas mor, og ida')).toEqual([]);
    expect(found('Ida er hørt; Holm skrev')).toEqual(['Ida', 'Holm']);
    expect(found('Rosa ringede, rosa farve')).toEqual(['Rosa']);
  });

  it('finds a name wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(found(`${before} Ida Holm ${after}`).length).toBeGreaterThan(0);
      }),
    );
  });
});
