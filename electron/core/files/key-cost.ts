import type { KeyCost } from '../ports.ts';

/** What OWASP asks of scrypt: 128 MB and about a third of a second per guess. */
export const productionKeyCost: KeyCost = { N: 2 ** 17, r: 8, p: 1 };

/**
 * The cost to use. `TILSYN_KEY_COST` (a power of two) makes automated tests fast; the workspace's header says what was
 * used. Anything that is no power of two from 2^4 to 2^20 is not taken.
 */
export function keyCostFromEnvironment(environment: Readonly<Record<string, string | undefined>>): KeyCost {
  const asked = Number(environment['TILSYN_KEY_COST']);
  const usable = Number.isInteger(Math.log2(asked)) && asked >= 2 ** 4 && asked <= 2 ** 20;
  return usable ? { ...productionKeyCost, N: asked } : productionKeyCost;
}
