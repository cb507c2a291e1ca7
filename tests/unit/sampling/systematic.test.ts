import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { makeDrawRecord } from '../../../shared/domain/sampling/make-draw-record.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { replaceCase } from '../../../shared/domain/sampling/replace-case.ts';
import { systematicPlaces, systematicStart } from '../../../shared/domain/sampling/systematic.ts';
import { compareDraws, repeatDraw } from '../../../shared/domain/sampling/verify-draw.ts';
import { drawnBecause } from '../../../shared/words/sampling.ts';
import { aPlan, aPopulation, asOf } from './a-case.ts';
import { fc } from '../../support/fast-check.ts';

const numbers = fc
  .integer({ min: 1, max: 60 })
  .chain((size) => fc.record({ size: fc.constant(size), drawn: fc.integer({ min: 1, max: size }) }));

describe('systematicPlaces', () => {
  it.each([
    [0, 43, 10, [0, 4, 8, 12, 17, 21, 25, 30, 34, 38]],
    [42, 43, 10, [4, 8, 12, 17, 21, 25, 30, 34, 38, 42]],
    [5, 12, 12, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    [6, 7, 1, [6]],
  ])('from start %i takes of %i cases %i', (start, size, drawn, places) => {
    expect(systematicPlaces(start, size, drawn)).toEqual(places);
  });

  it('takes every case from exactly as many starts as there are cases drawn', () => {
    fc.assert(
      fc.property(numbers, ({ size, drawn }) => {
        const counts = Array.from({ length: size }, () => 0);
        for (let start = 0; start < size; start += 1) {
          const places = systematicPlaces(start, size, drawn);
          expect(new Set(places).size).toBe(drawn);
          for (const place of places) counts[place]! += 1;
        }
        expect(counts).toEqual(counts.map(() => drawn));
      }),
    );
  });
});

describe('systematicStart', () => {
  it('is the SHA-256 of the written text, as a whole number, modulo the size', () => {
    const hash = createHash('sha256').update('LT1-S|4711|Team Å', 'utf8').digest('hex');
    expect(systematicStart('4711', ' Team A\u030A', 97)).toBe(Number(BigInt(`0x${hash}`) % 97n));
  });

  it('falls about equally often on each place over 4,000 seeds', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 4_000; index += 1) counts[systematicStart(`seed ${index}`, '', 10)]! += 1;
    // Chi-square with 9 degrees of freedom: 27.9 is its 99.9th percentile.
    expect(counts.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0)).toBeLessThan(27.9);
  });
});

describe('a systematic draw (LT1-S)', () => {
  const cases = aPopulation({ Nord: 24, Syd: 17 });
  const plan: SamplingPlanInput = {
    parts: [{ kind: 'random', size: 9, stratifyBy: 'team', selection: 'systematic' }],
  };
  function recordOf(list = cases, seed = '4711') {
    const read = aPlan(plan);
    const draw = drawSample({ cases: list, plan: read, asOf, seed, heldOut: [] });
    const record = makeDrawRecord(draw, {
      programVersion: '0',
      drawnAt: '2025-11-03T09:00:00.000Z',
      drawNumber: 1,
      redrawReason: null,
      file: { sha256: 'aa', mapping: { sheet: null, headerRow: 1, columns: [] } },
      plan: read,
      asOf,
    });
    return { record, frame: draw.frame };
  }

  it('goes down the list of case numbers at the interval, in each stratum, whatever the order of the file', () => {
    const { record } = recordOf();
    expect(record.method).toBe('LT1-S');
    expect(record.strata).toMatchObject([
      { name: 'Nord', size: 24, drawn: 5, systematic: 5 },
      { name: 'Syd', size: 17, drawn: 4, systematic: 4 },
    ]);
    for (const { name, size, drawn } of record.strata) {
      const ids = cases.filter(({ values }) => values.team === name).map(({ id }) => id);
      const places = systematicPlaces(systematicStart('4711', name, size), size, drawn);
      const taken = record.cases.filter(({ stratum }) => stratum === name);
      expect(taken.map(({ caseId }) => caseId)).toEqual(places.map((place) => ids[place]));
      expect(taken.map(({ rank }) => rank)).toEqual(taken.map((_, index) => index + 1));
    }
    expect(recordOf(cases.toReversed()).record.cases).toEqual(record.cases);
  });

  it('replaces by the lowest ticket of the rest, and is repeated from its record', () => {
    const { record, frame } = recordOf();
    const at = record.drawnAt;
    const one = replaceCase(record, frame, { caseId: record.cases[1]!.caseId, reason: 'transferred', at });
    const ticketOf = (id: string) => createHash('sha256').update(`LT1-S|4711|Nord|${id}`, 'utf8').digest('hex');
    const drawn = new Set(record.cases.map(({ caseId }) => caseId));
    const rest = cases.filter(({ id, values }) => values.team === 'Nord' && !drawn.has(id)).map(({ id }) => id);
    const [next] = rest.toSorted((a, b) => (ticketOf(a) < ticketOf(b) ? -1 : 1));
    expect(one.drawn).toMatchObject({ caseId: next, rank: 6, ticket: ticketOf(next!) });
    expect(compareDraws(one.record, repeatDraw(one.record, cases, 'aa'))).toEqual([]);
    expect(drawnBecause(one.drawn, one.record.plan)).toBe('Systematisk trukket som nr. 6 i gruppen Nord');
  });

  it('tells when the record calls it another method', () => {
    const { record } = recordOf();
    const differences = compareDraws({ ...record, method: 'LT1' }, repeatDraw(record, cases, 'aa'));
    expect(differences).toEqual([{ kind: 'method' }]);
  });
});
