import { describe, expect, it } from 'vitest';

import { isPlacement, placementBasis, readLegalBasis } from '#shared/domain/review/rules/legal-basis.ts';

import { day } from '../a-case.ts';

const before = day('2023-12-31');
const after = day('2024-01-01');
const support = 'support';
const consent = 'placement-consent';
const without = 'placement-no-consent';
const youth = 'youth';

describe('the paragraph of a decision', () => {
  // What is written, what it is before barnets lov, what it is from 1 January 2024.
  it.each([
    ['§ 32, stk. 1, nr. 5', support, support],
    ['§32', support, support],
    ['§§ 32', support, support],
    ['§  46', consent, consent],
    ['BL § 46', consent, consent],
    ['bl 47', without, without],
    ['Barnets lov § 47', without, without],
    ['barnets  lov § 47', without, without],
    ['1/1-2024: § 32', support, support],
    ['2024 § 46', consent, consent],
    ['1/1-2024: §46', consent, consent],
    ['SEL § 52, nr.7', consent, consent],
    ['SEL § 52, nr 7', consent, consent],
    ['SEL § 52, nr. 71', support, support],
    ['barnets  lov § 52, nr. 7', null, null],
    ['32.1', support, support],
    ['§ 114', youth, youth],
    ['§ 115', youth, youth],
    ['§ 116', youth, youth],
    ['§ 120', youth, youth],
    ['SEL § 52, stk. 3, nr. 7', consent, consent],
    ['sel § 52 stk 3 nr 7', consent, consent],
    ['SEL § 52, stk. 3, nr.7', consent, consent],
    ['SEL § 52, stk. 3, NR. 17', support, support],
    ['SEL § 52, stk. 3, nr. 3', support, support],
    ['serviceloven § 58', without, without],
    ['Servicelovens § 76', youth, youth],
    ['52.3.7', consent, consent],
    ['52.3.3', support, support],
    ['§ 52', support, null],
    ['§ 52, nr. 7', consent, consent],
    ['§ 58', without, null],
    ['§ 76', youth, null],
    ['BL § 52, stk. 3, nr. 7', null, null],
    ['SEL § 46', null, null],
    ['SEL § 32', null, null],
    ['abl § 58', without, null],
    ['xsel § 32', support, support],
    ['§ 33', null, null],
    ['§ 45', null, null],
    ['§ 48', null, null],
    ['§ 113', null, null],
    ['ingen', null, null],
    ['', null, null],
  ])('%s', (text, old, now) => {
    for (let again = 0; again < 2; again += 1) {
      expect(readLegalBasis(text, before)).toBe(old);
      expect(readLegalBasis(text, after)).toBe(now);
    }
  });

  it('that is not registered is none', () => expect(readLegalBasis(undefined, after)).toBeNull());
});

describe('a placement', () => {
  it.each([
    [{ legal_basis: '§ 46' }, consent, true],
    [{ legal_basis: '§ 32' }, support, false],
    [{ legal_basis: '§ 32', placement_start: after }, support, true],
    [{ legal_basis: 'ukendt', placement_start: after }, 'placement', true],
    [{ placement_start: after, consent_flag: true }, consent, true],
    [{ placement_start: after, consent_flag: false }, without, true],
    [{ consent_flag: true }, null, false],
    [{}, null, false],
  ])('of %j', (values, kind, placed) => {
    expect(placementBasis(values, after)).toBe(kind);
    expect(isPlacement(values, after)).toBe(placed);
  });
});
