import { describe, expect, it } from 'vitest';

import { barLooks, lineLooks, lookOf } from '#core/report/charts/chart-looks.ts';

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const solidColor = (fill: string) => /^<a:solidFill><a:srgbClr val="(\w{6})"/.exec(fill)?.[1];
const patternName = (fill: string) => /^<a:pattFill prst="(\w+)"/.exec(fill)?.[1];

describe('the looks of bars', () => {
  it('let every count be read: 4.5 to 1 against the fill, or a white box over a pattern', () => {
    for (const { fill, ink, boxed } of barLooks) {
      const ground = boxed ? 'FFFFFF' : solidColor(fill);
      expect(ground, fill).toBeDefined();
      expect(contrast(ink, ground ?? ink), fill).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('differ without colour: tones far apart, or patterns of their own', () => {
    const tones = barLooks.flatMap(({ fill }) => solidColor(fill) ?? []);
    tones.forEach((tone, index) => {
      for (const other of tones.slice(index + 1)) expect(contrast(tone, other)).toBeGreaterThanOrEqual(1.5);
    });
    const patterns = barLooks.flatMap(({ fill }) => patternName(fill) ?? []);
    expect(new Set(patterns).size).toBe(patterns.length);
    expect(tones.length + patterns.length).toBe(barLooks.length);
  });
});

describe('the looks of lines', () => {
  it('differ without colour, and stand 3 to 1 from the paper', () => {
    expect(new Set(lineLooks.map(({ symbol }) => symbol)).size).toBe(lineLooks.length);
    expect(new Set(lineLooks.map(({ dash, points }) => `${dash} ${points}`)).size).toBe(lineLooks.length);
    for (const { color } of lineLooks) expect(contrast(color, 'FFFFFF')).toBeGreaterThanOrEqual(3);
  });

  it('begin again after the last', () => {
    expect(lookOf(lineLooks, lineLooks.length)).toBe(lineLooks[0]);
  });
});
