import { describe, expect, it } from 'vitest';

import { everyCase } from '#shared/domain/report/compile/case-group.ts';
import { compile, type CompileInput } from '#shared/domain/report/compile/compilation.ts';
import { compileFigures } from '#shared/domain/report/compile/compile-figures.ts';
import type { CompileRound } from '#shared/domain/report/compile/compile-round.ts';
import { unitGroup } from '#shared/domain/report/compile/unit-group.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';
import { answerValues } from '#shared/domain/review/answer.ts';

import { recompute, type Seen } from '../../../core/report/recompute-statistics.ts';
import { fc } from '../../../support/fast-check.ts';
import { barnetsLov } from '../report-fixture.ts';
import { firstItem, type SmallCase, smallRound, times } from './compile-fixture.ts';

const oneItem = { ...barnetsLov, areas: [], sections: [{ title: 'Ét', items: [firstItem] }] };
const figure = (rounds: readonly CompileRound[], group = everyCase) =>
  compileFigures(rounds, oneItem, group).items.find(({ part }) => part === 'random');

interface SentCase extends SmallCase {
  /** '' was not sent to anybody. */
  readonly to: string;
}

/** A round that was drawn for all units, with whom each case was sent to. */
function sharedRound(cases: readonly SentCase[], about: Omit<Parameters<typeof smallRound>[0], 'cases'>): CompileRound {
  const round = smallRound({ template: oneItem, ...about, cases });
  const sent = round.table.cases.flatMap(({ caseId }, index) => {
    const to = cases[index]?.to ?? '';
    return to === '' ? [] : [[caseId, to] as const];
  });
  return { ...round, sentTo: new Map(sent) };
}

const sent = (to: string, cases: readonly SmallCase[]): readonly SentCase[] => cases.map((each) => ({ ...each, to }));

function seenAs(value: AnswerValue | null, isHeld: boolean): Seen {
  if (value === null) return 'unread';
  if (!isHeld || value === 'na') return 'irrelevant';
  return value === 'yes' ? 1 : 0;
}

const units = ['Nord', 'Syd', ''];
const anyCase = (stratum: string) =>
  fc.record({
    value: fc.constantFrom(...answerValues, 'yes' as const, 'no' as const, null),
    to: fc.constantFrom(...units),
    stratum: fc.constant(stratum),
  });
const anyShared = fc
  .tuple(...['A', 'B', 'C'].map((name) => fc.tuple(fc.array(anyCase(name), { maxLength: 9 }), fc.nat(80))))
  .filter((strata) => new Set(strata.flatMap(([cases]) => cases.map(({ to }) => to))).size > 1)
  .map((strata) => ({
    cases: strata.flatMap(([cases]) => cases),
    sizes: Object.fromEntries(strata.map(([cases, extra], index) => ['ABC'[index], cases.length + 1 + extra])),
  }));

describe('the figures of a unit in a round that was drawn for several and shared out', () => {
  it('are those of a domain, computed again by other formulas', () => {
    let intervals = 0;
    fc.assert(
      fc.property(anyShared, ({ cases, sizes }) => {
        const round = sharedRound(cases, { sizes, plan: { stratifyBy: 'caseType' } });
        const strata = Object.entries<number>(sizes).map(([name, size]) => ({ name, size, outside: 0 }));
        for (const unit of units) {
          const own = cases.filter(({ to }) => to === unit);
          if (own.length === 0) continue;
          const found = figure([round], unitGroup(unit))!;
          const again = recompute(
            strata,
            cases.map(({ stratum, value, to }) => ({ stratum, seen: seenAs(value, to === unit) })),
          );
          expect(found.yes).toBe(own.filter(({ value }) => value === 'yes').length);
          expect(found.unanswered).toBe(own.filter(({ value }) => value === null).length);
          if (again.rate === null) expect(found.rate).toBeNull();
          else expect(found.rate).toBeCloseTo(again.rate, 10);
          if (again.ends === null) expect(found.interval).toBeNull();
          // A unit of which every read case is, by chance, is a domain all the same.
          if (again.ends === null || found.interval === null || again.ends.high > 1) continue;
          intervals += 1;
          expect(found.interval.unit).toBe('share');
          expect(found.interval.low).toBeCloseTo(again.ends.low, 4);
          expect(found.interval.high).toBeCloseTo(again.ends.high, 4);
        }
      }),
      { numRuns: 30 },
    );
    expect(intervals).toBeGreaterThan(20);
  });

  it('of a draw without strata are its own yes in its own n, with the exact interval of a share', () => {
    const cases = [...sent('Nord', [...times(9, 'yes'), ...times(3, 'no')]), ...sent('Syd', times(8, 'no'))];
    const found = figure([sharedRound(cases, { size: 200 })], unitGroup('Nord'));
    // Clopper-Pearson, 9 of 12.
    expect(found).toMatchObject({ n: 12, rate: 0.75, interval: { unit: 'share', of: 12 } });
    expect(found?.interval?.low).toBeCloseTo(0.4281, 4);
    expect(found?.interval?.high).toBeCloseTo(0.9451, 4);
    // While the other unit has read nothing, every case that is read is Nord's; the 200 of the frame are not.
    const early = [...sent('Nord', [...times(9, 'yes'), ...times(3, 'no')]), ...sent('Syd', times(8, null))];
    expect(figure([sharedRound(early, { size: 200 })], unitGroup('Nord'))?.interval).toEqual(found?.interval);
  });

  it('are whole strata where the draw was divided by team and each team was sent its own', () => {
    const nord = times(10, 'yes', { stratum: 'Nord' });
    const syd = [...times(4, 'no', { stratum: 'Syd' }), ...times(4, 'yes', { stratum: 'Syd' })];
    const about = { sizes: { Nord: 40, Syd: 60 }, plan: { stratifyBy: 'team' as const } };
    const shared = sharedRound([...sent('Nord', nord), ...sent('Syd', syd)], about);
    const alone = smallRound({ template: oneItem, size: 60, cases: syd.map(({ value }) => ({ value })) });
    expect(figure([shared], unitGroup('Syd'))).toEqual(figure([alone]));
    expect(figure([shared], unitGroup('Syd'))?.interval).toMatchObject({ unit: 'cases', of: 60 });
    // One case of Syd's was read by Nord: of neither is it known how many of the stratum are.
    const [first, ...others] = syd;
    const mixed = sharedRound([...sent('Nord', [...nord, first!]), ...sent('Syd', others)], about);
    expect(figure([mixed], unitGroup('Syd'))?.interval?.unit).toBe('share');
    expect(figure([mixed], unitGroup('Nord'))).toMatchObject({ n: 11, interval: { unit: 'share' } });
  });

  it('are the whole round where everything was sent to one unit, or to caseworkers, whom no figure is about', () => {
    const cases = [...times(9, 'yes'), ...times(3, 'no')];
    const whole = figure([smallRound({ template: oneItem, size: 100, cases })]);
    expect(figure([sharedRound(sent('Nord', cases), { size: 100 })], unitGroup('Nord'))).toEqual(whole);
    const shared = sharedRound([...sent('Anne Jensen', cases.slice(6)), ...sent('Bo Holm', cases.slice(0, 6))], {
      size: 100,
    });
    const round = { ...shared, people: new Set(['Anne Jensen', 'Bo Holm']) };
    expect(figure([round], unitGroup('Anne Jensen'))).toBeUndefined();
    expect(figure([round], unitGroup(''))).toMatchObject({ n: 12, rate: 0.75, interval: { unit: 'cases', of: 100 } });
  });
});

describe('a set by unit', () => {
  const compiled = (input: Partial<CompileInput> & Pick<CompileInput, 'rounds'>) =>
    compile({
      before: new Map(),
      by: 'unit',
      group: null,
      actions: [],
      quality: [],
      conflicts: 0,
      today: '2026-03-01',
      ...input,
    })!;
  const own = smallRound({ unit: 'Nord', template: oneItem, size: 50, cases: times(10, 'yes') });
  const cases = [...sent('Nord', times(12, 'yes')), ...sent('Syd', [...times(6, 'yes'), ...times(6, 'no')])];
  const shared = sharedRound(cases, { roundId: 'k', asOf: '2026-02-05', size: 300 });
  const [item] = oneItem.sections[0]!.items;
  const first = (found: ReturnType<typeof compiled>) => found.items.find(({ id }) => id === item!.id);

  it('has a unit’s own rounds and its share of the others, and says which are which', () => {
    const all = compiled({ rounds: [own, shared] });
    expect(all.groups).toEqual([
      { name: 'Nord', cases: 22 },
      { name: 'Syd', cases: 12 },
    ]);
    expect(all).toMatchObject({ sharedOut: [], repeated: ['Nord'] });
    expect(all.title).toContain('2 runder fra 2 enheder');
    const nord = compiled({ rounds: [own, shared], group: 'Nord' });
    expect(nord.sharedOut).toEqual([shared.name]);
    expect(first(nord)).toMatchObject({ n: 22, yes: 22 });
    const syd = compiled({ rounds: [own, shared], group: 'Syd' });
    expect(first(syd)).toMatchObject({ n: 12, rate: 0.5, interval: { unit: 'share' } });
    expect(compiled({ rounds: [own], group: 'Nord' }).sharedOut).toEqual([]);
  });

  it('compares a unit only with rounds in which it had cases', () => {
    const january = { roundId: 'k0', asOf: '2026-01-05', size: 300 };
    const before = sharedRound([...sent('Nord', times(11, 'no')), ...sent('Vest', times(8, 'no'))], january);
    const since = (group: string) => compiled({ rounds: [shared], group, before: new Map([['', before]]) });
    expect(first(since('Nord'))?.change).toMatchObject({ verdict: 'rise', before: { n: 11, met: 0 } });
    expect(since('Syd').compared).toBeNull();
    expect(first(since('Syd'))?.change).toBeNull();
  });

  it('shows a unit the critical actions of its own cases, and those of its whole round', () => {
    const about = { itemId: null, kind: 'case', text: 'Ring', owner: '', due: null, category: null } as const;
    const open = { ...about, critical: true, created: '2026-02-06', done: null, measured: null };
    const ids = shared.table.cases.map(({ caseId }) => caseId);
    const actions = [
      { ...open, id: 'nord', roundId: 'k', caseId: ids[0]! },
      { ...open, id: 'syd', roundId: 'k', caseId: ids[20]! },
      { ...open, id: 'all', roundId: 'k', caseId: null },
      { ...open, id: 'own', roundId: own.roundId, caseId: null },
    ];
    const held = (group: string) =>
      compiled({ rounds: [own, shared], group, actions }).openCritical.map(({ id }) => id);
    expect(held('Nord')).toEqual(['nord', 'own']);
    expect(held('Syd')).toEqual(['syd']);
  });
});
