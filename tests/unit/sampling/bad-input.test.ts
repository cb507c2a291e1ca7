import { describe, expect, it } from 'vitest';

import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { errorSentence } from '../../../shared/words/errors.ts';
import { aCase, aPopulation } from './a-case.ts';
import { aRecord } from './a-record.ts';

const cases = aPopulation({ Nord: 5, Syd: 2 });
const byTeam = (more: object): SamplingPlanInput => ({ parts: [{ kind: 'random', stratifyBy: 'team', ...more }] });
const drawn = (list: typeof cases, plan: SamplingPlanInput) =>
  aRecord(list, plan).record.strata.map(({ name, size, drawn: count }) => [name, size, count]);

/** The table of bad input: each line has a defined result or a sentence. */
describe('bad input of a draw', () => {
  it.each<[string, SamplingPlanInput, string, 'sample-larger-than-frame' | 'frame-empty' | 'plan-invalid']>([
    ['more cases than there are', byTeam({ size: 8 }), '4711', 'sample-larger-than-frame'],
    ['more at an interval', byTeam({ size: 8, selection: 'systematic' }), '4711', 'sample-larger-than-frame'],
    ['a frame without cases', byTeam({ size: 1, where: [{ field: 'team', oneOf: ['Øst'] }] }), '4711', 'frame-empty'],
    ['a minimum above the size', byTeam({ size: 3, minimum: 2 }), '4711', 'plan-invalid'],
  ])('says so: %s', (_name, plan, seed, code) => {
    expect(() => aRecord(cases, plan, seed)).toThrow(expect.objectContaining({ code }));
    expect(errorSentence({ code })).toMatch(/^[A-ZÆØÅ].+\.$/u);
  });

  it('takes all of a stratum smaller than its quota, also at an interval', () => {
    const fixed = { allocation: 'perStratum', perStratum: 4 };
    const all = [
      ['Nord', 5, 4],
      ['Syd', 2, 2],
    ];
    expect(drawn(cases, byTeam(fixed))).toEqual(all);
    expect(drawn(cases, byTeam({ ...fixed, selection: 'systematic' }))).toEqual(all);
    expect(drawn(cases, byTeam({ size: 5, minimum: 3 }))).toEqual([
      ['Nord', 5, 3],
      ['Syd', 2, 2],
    ]);
  });

  it('draws nothing from a stratum whose share is none, at an interval too', () => {
    expect(drawn(aPopulation({ Nord: 50, Syd: 1 }), byTeam({ size: 5, selection: 'systematic' }))).toEqual([
      ['Nord', 50, 5],
      ['Syd', 1, 0],
    ]);
  });

  it('keeps cases without the stratum field in a stratum of their own', () => {
    expect(drawn([...cases, aCase('S-9')], byTeam({ allocation: 'perStratum', perStratum: 1 }))).toEqual([
      ['(ikke oplyst)', 1, 1],
      ['Nord', 5, 1],
      ['Syd', 2, 1],
    ]);
  });

  it('counts two cases with one number once, also where only the composition of a letter differs', () => {
    const twice = [aCase('Å-1', { team: 'Nord' }), aCase('A\u030A-1', { team: 'Nord' }), aCase('Å-1', { team: 'Syd' })];
    expect(aRecord(twice, { parts: [{ kind: 'random', allocation: 'everything' }] }).record.cases).toHaveLength(1);
    const alike = [aCase('A-1'), aCase('Α-1'), aCase('А-1')];
    expect(aRecord(alike, { parts: [{ kind: 'random', allocation: 'everything' }] }).record.cases).toHaveLength(3);
  });

  it('refuses a seed of blanks', () => {
    expect(() => aRecord(cases, byTeam({ size: 1 }), ' \t\u00A0')).toThrow(
      expect.objectContaining({ code: 'seed-blank' }),
    );
    expect(() => aRecord(cases, byTeam({ size: 1 }), '\u200B \u200B')).toThrow(
      expect.objectContaining({ code: 'seed-blank' }),
    );
  });

  it('refuses a seed that nobody could type again from a print', () => {
    for (const hidden of ['\u200B', '\u00A0', '\n', '\u2028', '\u00AD']) {
      expect(() => aRecord(cases, byTeam({ size: 1 }), `47${hidden}11`), JSON.stringify(hidden)).toThrow(
        expect.objectContaining({ code: 'plan-invalid' }),
      );
    }
    expect(aRecord(cases, byTeam({ size: 1 }), ' Terning 4-7 1\u{1F3B2} ').record.seed).toBe('Terning 4-7 1\u{1F3B2}');
  });
});
