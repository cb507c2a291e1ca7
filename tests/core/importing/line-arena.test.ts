import { describe, expect, it } from 'vitest';

import { LineArena } from '#core/importing/line-arena.ts';

const line = (at: number) => `{"id":"${at}","ø":"${'å'.repeat(at % 700)}"}\n`;

function filled(count: number): LineArena {
  const arena = new LineArena();
  for (let at = 0; at < count; at += 1) arena.add(line(at));
  return arena;
}

function textOf(arena: LineArena, lines: Iterable<number | string>) {
  const pieces = [...arena.pieces(lines)];
  return {
    text: pieces.map(({ lines: bytes }) => Buffer.from(bytes).toString('utf8')).join(''),
    count: pieces.reduce((sum, piece) => sum + piece.count, 0),
    pieces: pieces.length,
  };
}

describe('lines kept as bytes', () => {
  it('are handed over in their order', () => {
    const all = Array.from({ length: 5_000 }, (_none, at) => at);
    const result = textOf(filled(5_000), all);
    expect(result.text).toBe(all.map(line).join(''));
    expect(result.count).toBe(5_000);
    expect(result.pieces).toBeGreaterThan(2);
  });

  it('may be read, left out and replaced by new ones', () => {
    const arena = filled(5_000);
    const made = function* () {
      for (let at = 0; at < 5_000; at += 1) {
        if (at % 997 !== 3) yield at;
        else yield arena.read(at).toUpperCase();
      }
    };
    const expected = Array.from({ length: 5_000 }, (_none, at) => (at % 997 === 3 ? line(at).toUpperCase() : line(at)));
    expect(textOf(arena, made()).text).toBe(expected.join(''));
  });

  it('may come in any order, and be longer than a piece', () => {
    const arena = filled(3_000);
    arena.add(`${'ø'.repeat(2_000_000)}\n`);
    const backwards = Array.from({ length: 3_001 }, (_none, at) => 3_000 - at);
    const result = textOf(arena, backwards);
    const expected = backwards.slice(1).map(line).join('');
    expect(result.text === `${'ø'.repeat(2_000_000)}\n${expected}`).toBe(true);
    expect(result.count).toBe(3_001);
  });
});
