import { describe, expect, it } from 'vitest';

import { addMonths, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { type ExampleCase, generateMunicipality } from '../../../shared/domain/example/generate-municipality.ts';
import { randomSource, seedFromText } from '../../../shared/domain/example/random-source.ts';
import { fc } from '../../support/fast-check.ts';

const asOf = '2026-10-31' as LocalDate;
const municipality = generateMunicipality({ seed: 20_260_115, cases: 2_000, asOf });

const dateOf = (value: ExampleCase[keyof ExampleCase]): LocalDate | undefined =>
  typeof value === 'string' ? (value.slice(0, 10) as LocalDate) : undefined;
const share = (cases: readonly ExampleCase[], holds: (one: ExampleCase) => boolean): number =>
  cases.filter(holds).length / cases.length;

describe('the synthetic municipality', () => {
  it('is the same every time', () => {
    expect(generateMunicipality({ seed: 20_260_115, cases: 2_000, asOf })).toEqual(municipality);
    expect(generateMunicipality({ seed: 1, cases: 5, asOf })).not.toEqual(municipality.slice(0, 5));
  });

  it('has 2,000 case numbers over three years, none twice', () => {
    expect(new Set(municipality.map(({ Sagsnummer }) => Sagsnummer)).size).toBe(2_000);
    const years = new Set(municipality.map(({ Oprettet }) => String(Oprettet).slice(0, 4)));
    expect([...years].sort()).toEqual(['2023', '2024', '2025', '2026']);
  });

  it('uses only CPR numbers that belong to nobody: day of birth + 60', () => {
    for (const { 'CPR-nummer': cpr } of municipality) {
      const day = Number(String(cpr).slice(0, 2));
      expect(day).toBeGreaterThanOrEqual(61);
      expect(day).toBeLessThanOrEqual(91);
    }
  });

  it('puts nothing but the next follow-up after the day of the export', () => {
    for (const { 'Næste opfølgning': _planned, ...happened } of municipality) {
      const dates = Object.values(happened)
        .flat()
        .filter((value) => /^\d{4}-\d{2}-\d{2}(T|$)/u.test(String(value)));
      expect(dates.every((value) => String(value).slice(0, 10) <= asOf)).toBe(true);
    }
  });

  it('has the errors that the national studies found, at about their shares', () => {
    const assessed = municipality.filter((one) => one['BFU afsluttet'] !== undefined);
    const inTime = share(assessed, (one) => dateOf(one['BFU afsluttet'])! <= addMonths(dateOf(one.Oprettet)!, 4));
    expect(inTime).toBeGreaterThan(0.5);
    expect(inTime).toBeLessThan(0.7);
    const decided = municipality.filter((one) => one['Afgørelsesdato'] !== undefined);
    const talked = share(decided, (one) =>
      [one['Børnesamtaler'] ?? []].flat().some((talk) => String(talk) <= dateOf(one['Afgørelsesdato'])!),
    );
    expect(talked).toBeGreaterThan(0.58);
    expect(talked).toBeLessThan(0.7);
    expect(share(decided, (one) => one['Barnets plan'] === undefined)).toBeGreaterThan(0.15);
  });

  it('follows the law of the decision: serviceloven before 2024, barnets lov from then', () => {
    for (const { Paragraf, Afgørelsesdato } of municipality) {
      if (Paragraf !== undefined) {
        expect(/^§ (52|58)/u.test(String(Paragraf))).toBe(String(Afgørelsesdato) < '2024-01-01');
      }
    }
  });
});

describe('the repeatable generator', () => {
  it('stays in its bounds and repeats', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, width) => {
        const [first, again] = [randomSource(seed), randomSource(seed)];
        for (let count = 0; count < 20; count += 1) {
          const value = first.whole(low, low + width);
          expect(value).toBe(again.whole(low, low + width));
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(low + width);
        }
      }),
    );
  });

  it('gives different cases different seeds', () => {
    const seeds = new Set(municipality.map(({ Sagsnummer }) => seedFromText(String(Sagsnummer))));
    expect(seeds.size).toBeGreaterThan(1_990);
  });
});
