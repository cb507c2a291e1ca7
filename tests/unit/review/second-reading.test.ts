import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { type AnswerValue, answerValues, type ItemAnswer } from '#shared/domain/review/answer.ts';
import {
  agreementOf,
  isSameReader,
  pickSecondReading,
  type ReadingPair,
  readingAgreement,
  totalAgreement,
  type ValuePair,
} from '#shared/domain/review/second-reading.ts';

import { vectors } from '../statistics/vectors.ts';
import { fc } from '../../support/fast-check.ts';

const answer = (itemId: string, value: AnswerValue | null, byFacts = false): ItemAnswer => ({
  itemId,
  value,
  note: '',
  evidence: '',
  ...(byFacts ? { byFacts: true } : {}),
});
const pair = (itemId: string, one: AnswerValue | null, other: AnswerValue | null): ReadingPair => ({
  first: [answer(itemId, one)],
  second: [answer(itemId, other)],
});
/** The pairs of answers that a table of counts stands for. */
const pairsOf = (table: readonly (readonly number[])[]): ValuePair[] =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): ValuePair => [answerValues[i]!, answerValues[j]!])),
  );

describe('pickSecondReading', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 });

  it('picks that many of the cases, each once, and all where there are fewer', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.nat(50), (cases, seed, count) => {
        const picked = pickSecondReading(cases, seed, count);
        expect(picked).toHaveLength(Math.min(count, cases.length));
        expect(new Set(picked).size).toBe(picked.length);
        expect(picked.every((id) => cases.includes(id))).toBe(true);
      }),
    );
  });

  it('keeps a smaller pick in a larger one, and picks the same whatever the order of the list', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.nat(20), fc.nat(20), (cases, seed, fewer, more) => {
        const larger = pickSecondReading(cases, seed, fewer + more);
        expect(larger.slice(0, Math.min(fewer, cases.length))).toEqual(pickSecondReading(cases, seed, fewer));
        expect(pickSecondReading(cases.toReversed(), seed, fewer + more)).toEqual(larger);
      }),
    );
  });

  it('gives every case its share of the picks over many seeds', () => {
    const cases = ['a', 'b', 'c', 'd', 'e'];
    const times = new Map(cases.map((id) => [id, 0]));
    for (let seed = 0; seed < 2_000; seed += 1) {
      for (const id of pickSecondReading(cases, String(seed), 2)) times.set(id, times.get(id)! + 1);
    }
    // 2 of 5 of 2,000 draws is 800; 110 is five standard deviations.
    for (const count of times.values()) expect(Math.abs(count - 800)).toBeLessThan(110);
  });

  it('sorts by SHA-256 of LT1|seed|second-reading|id, so that anyone can repeat it', () => {
    const ids = ['2025-1', '2025-2', '2025-3', '2025-Æ'];
    const ticket = (id: string) => createHash('sha256').update(`LT1|4711|second-reading|${id}`).digest('hex');
    expect(pickSecondReading(ids, '4711', 4)).toEqual(ids.toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1)));
  });
});

describe('agreement of two readers', () => {
  it.each(vectors.agreement)('gives the known figures for $table', ({ table, po, kappa, ac1 }) => {
    const figures = agreementOf('', pairsOf(table));
    expect(figures.share).toBeCloseTo(po, 6);
    expect(figures.ac1).toBeCloseTo(ac1, 6);
    if (kappa === null) expect(figures.kappa).toBeNull();
    else expect(figures.kappa).toBeCloseTo(kappa, 6);
  });

  it('gives kappa 0/0 as not computable and AC1 as 1 where both gave one and the same answer, whichever it is', () => {
    for (const value of answerValues) {
      const figures = agreementOf('', [
        [value, value],
        [value, value],
      ]);
      expect(figures).toMatchObject({ pairs: 2, agreed: 2, share: 1, kappa: null, ac1: 1 });
    }
  });

  it('has the exact interval of the share: 9 of 10 is 55 to 100 per cent', () => {
    const { interval } = agreementOf(
      '',
      pairsOf([
        [9, 1],
        [0, 0],
      ]),
    );
    expect(interval!.low).toBeCloseTo(0.555, 3);
    expect(interval!.high).toBeCloseTo(0.9975, 4);
  });

  it('is the same whoever reads first, and the order of the cases does not matter', () => {
    const value = fc.constantFrom(...answerValues);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 30 }), (pairs) => {
        const there = agreementOf('', pairs);
        const back = agreementOf('', pairs.map(([one, other]): ValuePair => [other, one]).toReversed());
        expect(back.agreed).toBe(there.agreed);
        expect(back.kappa ?? 9).toBeCloseTo(there.kappa ?? 9, 9);
        expect(back.ac1 ?? 9).toBeCloseTo(there.ac1 ?? 9, 9);
      }),
    );
  });
});

describe('readingAgreement', () => {
  it('counts "not relevant" as an answer of its own', () => {
    const [item] = readingAgreement(['a'], [pair('a', 'na', 'yes'), pair('a', 'na', 'na'), pair('a', 'yes', 'yes')]);
    expect(item).toMatchObject({ pairs: 3, agreed: 2 });
  });

  it('leaves out what one of them has not answered, and items without a pair', () => {
    const pairs = [pair('a', 'yes', null), pair('a', 'yes', 'no'), pair('b', null, null)];
    expect(readingAgreement(['a', 'b', 'c'], pairs)).toMatchObject([{ itemId: 'a', pairs: 1, agreed: 0 }]);
  });

  it('counts no agreement where the facts answered in both readings, but does where one person disagreed with them', () => {
    const both = { first: [answer('a', 'na', true)], second: [answer('a', 'na', true)] };
    expect(readingAgreement(['a'], [both])).toEqual([]);
    const one = { first: [answer('a', 'na', true)], second: [answer('a', 'no')] };
    expect(readingAgreement(['a'], [both, one])).toMatchObject([{ pairs: 1, agreed: 0 }]);
  });

  it('has the worst first, then the most pairs, then the order of the items', () => {
    const pairs = [
      ...['a', 'b', 'c', 'd'].map((id) => pair(id, 'yes', 'yes')),
      pair('b', 'yes', 'no'),
      pair('d', 'yes', 'yes'),
    ];
    expect(readingAgreement(['a', 'b', 'c', 'd'], pairs).map(({ itemId }) => itemId)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('adds up to the total', () => {
    const pairs = [pair('a', 'yes', 'yes'), pair('b', 'yes', 'no'), pair('a', 'no', 'no')];
    expect(totalAgreement(['a', 'b'], pairs)).toMatchObject({ pairs: 3, agreed: 2 });
    expect(totalAgreement(['a', 'b'], [])).toMatchObject({ pairs: 0, share: null, kappa: null, ac1: null });
  });
});

describe('isSameReader', () => {
  it('takes case and blanks as no difference', () => {
    expect(isSameReader('Åse  Ærlig', ' åse ærlig ')).toBe(true);
    expect(isSameReader('A\u030Ase', '\u00C5se')).toBe(true);
    expect(isSameReader('Bo', 'Bodil')).toBe(false);
  });
});
