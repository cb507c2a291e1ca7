import { describe, expect, it } from 'vitest';

import { readRecoveryKey, writeRecoveryKey } from '#shared/domain/keys/recovery-key.ts';
import { fc } from '../../support/fast-check.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyKey = fc.uint8Array({ minLength: 16, maxLength: 16 });
const anyPlace = fc.nat(27);

/** The characters without hyphens, one of them put in at a place. */
function changed(printed: string, place: number, character: string): string {
  const characters = Array.from(printed.replaceAll('-', ''));
  characters[place] = character;
  return characters.join('');
}

describe('a recovery key', () => {
  it('is printed in seven groups of four, without I, L, O and U, and comes back', () => {
    fc.assert(
      fc.property(anyKey, (bytes) => {
        const printed = writeRecoveryKey(bytes);
        expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
        expect(readRecoveryKey(printed)).toEqual(bytes);
      }),
    );
  });

  it('has the same printed form in every version of the program', () => {
    expect(writeRecoveryKey(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-0000');
    expect(writeRecoveryKey(new Uint8Array(16).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZWZF');
    expect(() => writeRecoveryKey(new Uint8Array(15))).toThrow(RangeError);
  });

  it('is read in small letters, with blanks, other hyphens or none, and with O, I and L for 0 and 1', () => {
    fc.assert(
      fc.property(anyKey, (bytes) => {
        const printed = writeRecoveryKey(bytes);
        for (const typed of [
          printed.toLowerCase(),
          `  ${printed.replaceAll('-', ' ')}\n`,
          printed.replaceAll('-', '–'),
          printed.replaceAll('-', ''),
          printed.replaceAll('0', 'O').replaceAll('1', 'l'),
          printed.replaceAll('0', 'o').replaceAll('1', 'I'),
        ]) {
          expect(readRecoveryKey(typed)).toEqual(bytes);
        }
      }),
    );
  });

  it('tells any one wrong character, and in which group it stands', () => {
    const printed = writeRecoveryKey(Uint8Array.from({ length: 16 }, (_, index) => index * 17));
    for (let place = 0; place < 28; place += 1) {
      for (const character of alphabet) {
        const typed = changed(printed, place, character);
        if (typed === printed.replaceAll('-', '')) continue;
        expect(readRecoveryKey(typed)).toEqual({ reason: 'typing', group: Math.floor(place / 4) + 1 });
      }
    }
  });

  it('tells any two wrong characters, so also two that changed places', () => {
    fc.assert(
      fc.property(anyKey, anyPlace, anyPlace, fc.nat(31), fc.nat(31), (bytes, one, other, first, second) => {
        const printed = writeRecoveryKey(bytes);
        const plain = printed.replaceAll('-', '');
        const wrong = changed(changed(plain, one, alphabet[first]!), other, alphabet[second]!);
        const swapped = changed(changed(plain, one, plain[other]!), other, plain[one]!);
        for (const typed of [wrong, swapped].filter((typed) => typed !== plain)) {
          expect(readRecoveryKey(typed)).toMatchObject({ reason: 'typing' });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['', { reason: 'length', group: 0 }],
    ['0000-0000-0000-0000-0000-0000-000', { reason: 'length', group: 0 }],
    ['0000-0000-0000-0000-0000-0000-00000', { reason: 'length', group: 0 }],
    ['0000-000U-0000-0000-0000-0000-0000', { reason: 'letter', group: 2 }],
    ['0000-0000-0000-0000-0000-0000-000Å', { reason: 'letter', group: 7 }],
  ])('%j is refused before anything is tried', (typed, expected) => {
    expect(readRecoveryKey(typed)).toEqual(expected);
  });
});
