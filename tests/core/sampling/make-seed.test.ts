import { describe, expect, it } from 'vitest';

import { makeSeed } from '#core/sampling/make-seed.ts';

describe('makeSeed', () => {
  const from = (...rounds: number[][]) => ({ bytes: () => Uint8Array.from(rounds.shift() ?? []) });

  it('leaves out the bytes that would favour low digits, and asks for more until there are twenty', () => {
    const low = [250, 255, 0, 9, 10, 249, 251, 123];
    expect(makeSeed(from(low, low, low, low))).toBe('09093-09093-09093-09093');
  });

  it('gives every digit about equally often', () => {
    let next = 0;
    const every = { bytes: (length: number) => Uint8Array.from({ length }, () => next++ % 256) };
    const counts = new Map<string, number>();
    for (const digit of Array.from({ length: 400 }, () => makeSeed(every).replaceAll('-', '')).join('')) {
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThan(80);
  });
});
