import type { Random } from '../ports.ts';

const groups = 4;
const groupLength = 5;
/** The largest multiple of ten that a byte can be below: bytes from here on would favour the digits 0 to 5. */
const unbiased = 250;

/** A seed of twenty random digits, in groups that can be read aloud: `48213-90077-15526-60341`. */
export function makeSeed(random: Random): string {
  const digits: string[] = [];
  while (digits.length < groups * groupLength) {
    const usable = [...random.bytes(32)].filter((byte) => byte < unbiased);
    digits.push(...usable.map((byte) => String(byte % 10)));
  }
  return Array.from({ length: groups }, (_, group) =>
    digits.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
