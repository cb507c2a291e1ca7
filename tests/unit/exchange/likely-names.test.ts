import { describe, expect, it } from 'vitest';

import { likelyNames } from '#shared/domain/exchange/likely-names.ts';
import { firstNames, wordsAndNames } from '#shared/words/first-names.ts';

import { fc } from '../../support/fast-check.ts';

describe('words of a note that may be names', () => {
  it.each([
    ['Barnets storebror Villads bor hos plejemor Karin Hede.', ['Villads', 'Karin', 'Hede'], []],
    ['Sofies mor ringede. Møde med Xhevdet i går', ['Sofies', 'Xhevdet'], []],
    ['talt med moster gitte og fætter lucas', [], ['gitte', 'lucas']],
    ['Plejefar er Hans', ['Hans'], []],
    ['hans tilbud er tom, og per telefon bent storm august', [], []],
    ['Tom plan. Bent over. August er forbi.', [], []],
    ['BFU og PPR’s udtalelse er her. CPR mangler. De har fulgt Barnets Lov.', [], []],
    ['[navn] blev hørt. Mor: Amina. "Emil er ked af det"', ['Amina', 'Emil'], []],
    ['1. Afdækning\n2. Samtale\n- Netværk', [], []],
    ['Anne-Grethe Å. og D’Angelo', ['Anne-Grethe', 'D’Angelo'], []],
    ['', [], []],
  ])('%s', (text, words, hints) => {
    expect(likelyNames(text)).toEqual({ words, hints });
  });

  it('are none that the checklist itself says, nor one twice', () => {
    const text = 'Vi bruger Signs of Safety med Safety-plan. Husk Maja, husk Maja';
    expect(likelyNames(text, new Set(['signs', 'safety', 'safety-plan'])).words).toEqual(['Maja']);
  });

  it('are found wherever a common first name stands with a capital, and are words of the text', () => {
    const names = [...firstNames].filter((name) => !wordsAndNames.has(name));
    const capital = (name: string) => name.charAt(0).toLocaleUpperCase('da') + name.slice(1);
    const around = fc.constantFrom('', 'Der er talt med ', 'Aftale: ', 'Nej. ', '(', '"', 'far\n');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        around,
        fc.constantFrom('', ' i går', 's plan', '.'),
        (name, before, after) => {
          const text = `${before}${capital(name)}${after}`;
          const { words } = likelyNames(text);
          expect(words.some((found) => found.startsWith(capital(name)) && text.includes(found))).toBe(true);
        },
      ),
    );
  });
});
