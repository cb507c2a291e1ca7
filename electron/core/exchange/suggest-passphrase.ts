import { spokenWords } from '#shared/words/spoken-words.ts';

import type { Random } from '../ports.ts';

/** Of about 500: more than 60 bits, which no one tries out against scrypt. */
const words = 7;

/** Words that are easily said on the telephone, each chosen with the same chance. */
export function suggestPassphrase(random: Random): string {
  return Array.from({ length: words }, () => spokenWords[below(random, spokenWords.length)] ?? '').join(' ');
}

/** A whole number from 0, below `limit` (at most 65,536). What would make some numbers more likely is thrown again. */
function below(random: Random, limit: number): number {
  const fair = 65_536 - (65_536 % limit);
  for (;;) {
    const [high = 0, low = 0] = random.bytes(2);
    const number = high * 256 + low;
    if (number < fair) return number % limit;
  }
}
