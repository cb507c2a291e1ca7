import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { buildFrame } from '../../../shared/domain/sampling/frame.ts';
import { planDraw } from '../../../shared/domain/sampling/draw-sample.ts';
import { refuseChildren } from '../../../shared/domain/sampling/check-plan.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { SamplingFailure } from '../../../shared/domain/sampling/sampling-failure.ts';
import { errorSentence } from '../../../shared/words/errors.ts';
import { aPopulation } from './a-case.ts';

const cases = aPopulation({ Nord: 5, Syd: 2 });

/** The sentence for what a plan is refused with; the names of the parts and the numbers come from the domain. */
function sentenceOf(parts: readonly object[]): string {
  try {
    const plan = samplingPlan.parse({ parts });
    refuseChildren(plan);
    planDraw(buildFrame({ cases, plan, asOf: '2025-11-21' as never, heldOut: [] }));
  } catch (error) {
    if (error instanceof SamplingFailure) return errorSentence(error);
    throw error;
  }
  throw new Error('the plan was not refused');
}

const one = { kind: 'random', size: 1 };
const inNord = { ...one, where: [{ field: 'team', oneOf: ['Nord'] }] };

describe('what is said of a plan that cannot be drawn', () => {
  it.each<[string, object[], string]>([
    ['more than there are', [{ ...one, size: 8 }], 'Del 1 af planen beder om 8 sager, men der er kun 7 at trække fra.'],
    [
      'no case in the second part',
      [inNord, { ...one, where: [{ field: 'team', oneOf: ['Øst'] }] }],
      'Del 2 af planen har ingen sager at trække fra: ingen opfylder betingelserne.',
    ],
    ['overlap', [one, inNord], 'Del 1 og del 2 af planen kan trække de samme 5 sager.'],
    ['no number', [{ kind: 'random' }], 'Del 1 af planen mangler et antal sager.'],
    [
      'no number per stratum',
      [{ kind: 'random', allocation: 'perStratum', stratifyBy: 'team' }],
      'Del 1 af planen mangler et antal fra hver gruppe.',
    ],
    [
      'a minimum above the size',
      [{ ...one, stratifyBy: 'team', minimum: 2 }],
      'Del 1 af planen: det mindste antal fra hver gruppe kræver 4 sager, men der skal kun trækkes 1.',
    ],
    ['nothing chosen', [{ kind: 'targeted', size: 1 }], 'Del 1 af planen siger ikke, hvilke sager der skal vælges.'],
    [
      'a child',
      [{ ...one, where: [{ field: 'cpr', oneOf: ['1'] }] }],
      'En betingelse nævner CPR-nummer. En plan må ikke pege på et barn, fordi den står i kontrolarket.',
    ],
  ])('%s', (_name, parts, start) => {
    expect(sentenceOf(parts).slice(0, start.length)).toBe(start);
    expect(sentenceOf(parts)).not.toMatch(/[()]/u);
  });

  it('has words for every problem that the domain names', () => {
    const folder = join(import.meta.dirname, '../../../shared/domain/sampling');
    const text = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const named = [...text.matchAll(/(?:invalid\(|problem = )(['"])(.+?)\1(?:,|;)/gu)].map((match) => match[2] ?? '');
    expect(named.length).toBeGreaterThan(10);
    for (const problem of named) {
      const detail = { part: 2, problem, field: 'cpr', cases: 3, least: 4, size: 1 };
      expect(errorSentence({ code: 'plan-invalid', detail }), problem).not.toContain('hænger ikke sammen');
    }
  });
});
