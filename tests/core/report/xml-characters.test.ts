import { expect, it } from 'vitest';

import { xmlCharacters } from '#core/report/xml-characters.ts';

/** Extensible Markup Language (XML) 1.0, fifth edition, production 2, in code units. */
const isXml = (code: number) => code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xfffe);

it('leaves out what XML does not have, and nothing else', () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => code);
  const kept = units.filter((code) => xmlCharacters(String.fromCharCode(code)) !== '');
  expect(kept).toEqual(units.filter(isXml));
});

it('leaves whole and half pairs of surrogates as they are', () => {
  expect(xmlCharacters('👧\u0000 \uD83D\u0001\uDC67')).toBe('👧 \uD83D\uDC67');
  expect(xmlCharacters('a\uD83D\u0007')).toBe('a\uD83D');
});
