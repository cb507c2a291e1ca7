import { describe, expect, it } from 'vitest';

import { compile, type CompileInput } from '#shared/domain/report/compile/compilation.ts';
import { roundsBefore } from '#shared/domain/report/compile/rounds-before.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { barnetsLov } from '../report-fixture.ts';
import { firstItem, smallRound, times } from './compile-fixture.ts';

const answers = (yes: number, no: number) => [...times(yes, 'yes'), ...times(no, 'no')];
const compiled = (input: Partial<CompileInput> & Pick<CompileInput, 'rounds'>) =>
  compile({
    before: new Map(),
    by: 'all',
    group: null,
    actions: [],
    quality: [],
    conflicts: 0,
    today: '2026-03-01',
    ...input,
  });
const first = (compilation: ReturnType<typeof compile>) => compilation?.items.find(({ id }) => id === firstItem.id);

const januar = { asOf: '2026-01-05' };
const februar = { asOf: '2026-02-05' };
const nordBefore = smallRound({ unit: 'Nord', roundId: 'n1', ...januar, size: 100, cases: answers(4, 16) });
const nord = smallRound({ unit: 'Nord', roundId: 'n2', ...februar, size: 100, cases: answers(19, 1) });
const sydBefore = smallRound({ unit: 'Syd', roundId: 's1', ...januar, size: 20, cases: answers(5, 5) });
const syd = smallRound({ unit: 'Syd', roundId: 's2', ...februar, size: 20, cases: answers(9, 1) });

describe('the change since the same units’ rounds before', () => {
  const before = roundsBefore([nord, syd], [nordBefore, sydBefore]);

  it('is the weighted share now less then, with an interval by MOVER', () => {
    const found = compiled({ rounds: [nord, syd], before });
    expect(found?.compared).toEqual({
      roundIds: ['n1', 's1'],
      names: ['Nord 2026-01-05', 'Syd 2026-01-05'],
      without: [],
    });
    const change = first(found)?.change;
    // (100 * 0.95 + 20 * 0.9) / 120 - (100 * 0.2 + 20 * 0.5) / 120.
    expect(change?.difference).toBeCloseTo(113 / 120 - 30 / 120, 12);
    expect(change?.verdict).toBe('rise');
    const { before: was, after: is, interval } = change!;
    // Zou and Donner: the lower limit from the figures' own limits.
    const low = is.rate! - was.rate! - Math.hypot(is.rate! - is.low!, was.high! - was.rate!);
    expect(interval?.low).toBeCloseTo(low, 12);
  });

  it('is of the units that drew before, and names the others', () => {
    const found = compiled({ rounds: [nord, syd], before: roundsBefore([nord, syd], [nordBefore]) });
    expect(found?.compared).toMatchObject({ roundIds: ['n1'], without: ['Syd'] });
    expect(first(found)?.change?.difference).toBeCloseTo(0.95 - 0.2, 12);
    expect(first(found)?.rate).toBeCloseTo(113 / 120, 12);
  });

  it('is none without rounds before, and none for a question that was reworded', () => {
    expect(compiled({ rounds: [nord, syd] })?.compared).toBeNull();
    const template: ChecklistTemplate = {
      ...barnetsLov,
      edition: 2,
      sections: barnetsLov.sections.map((section) => ({
        ...section,
        items: section.items.map((item) => (item.id === firstItem.id ? { ...item, question: 'Andre ord?' } : item)),
      })),
    };
    const found = compiled({ rounds: [{ ...nord, template }], before });
    expect(found?.compared).not.toBeNull();
    expect(first(found)?.change).toBeNull();
  });

  it('goes back from the first of a unit’s rounds in the set, never into the set', () => {
    const all = [nordBefore, nord, sydBefore, syd];
    expect([...roundsBefore([nordBefore, nord], all).keys()]).toEqual([]);
    expect(roundsBefore([nord], all).get('Nord')?.roundId).toBe('n1');
    expect(roundsBefore([nord], [{ ...nordBefore, example: true }]).size).toBe(0);
  });
});

describe('what stands beside the figures', () => {
  it('is coverage and groups, unit by unit', () => {
    const found = compiled({ rounds: [nord, syd], by: 'unit' });
    expect(found?.groups).toEqual([
      { name: 'Nord', cases: 20 },
      { name: 'Syd', cases: 10 },
    ]);
    expect(found?.coverage.map(({ unit, random }) => [unit, random.frame, random.drawn, random.started])).toEqual([
      ['Nord', 100, 20, 20],
      ['Syd', 20, 10, 10],
    ]);
    expect(first(compiled({ rounds: [nord, syd], by: 'unit', group: 'Syd' }))).toMatchObject({ n: 10, rate: 0.9 });
  });

  it('is coverage by the units that cases were sent to, also of a round that was drawn for all of them', () => {
    const ids = nord.table.cases.map(({ caseId }) => caseId);
    const sentTo = new Map(ids.slice(0, 12).map((caseId, index) => [caseId, index < 8 ? 'Vest' : 'Øst']));
    const found = compiled({ rounds: [{ ...nord, sentTo }] });
    expect(found?.coverage.map(({ unit, random }) => [unit, random.drawn, random.started])).toEqual([
      ['Vest', 8, 8],
      ['Øst', 4, 4],
      ['Nord', 8, 8],
    ]);
    const frames = found?.coverage.reduce((sum, { random }) => sum + random.frame, 0);
    expect(frames).toBe(100);
    const action: Action = {
      id: 'a',
      roundId: nord.roundId,
      caseId: ids[9]!,
      itemId: null,
      kind: 'case',
      text: 'Ring',
      owner: '',
      due: null,
      category: null,
      critical: true,
      created: '2026-02-06',
      done: null,
      measured: null,
    };
    const open = compiled({
      rounds: [{ ...nord, sentTo }],
      actions: [action, { ...action, id: 'b', caseId: ids[15]! }],
    });
    expect(open?.openCritical.map(({ unit }) => unit)).toEqual(['Øst', 'Nord']);
  });

  it('is the open critical actions of the set, late ones first', () => {
    const action = (id: string, about: Partial<Action>): Action => ({
      id,
      roundId: 'n2',
      caseId: 'n2-1',
      itemId: null,
      kind: 'case',
      text: 'Ring',
      owner: '',
      due: null,
      category: null,
      critical: true,
      created: '2026-02-06',
      done: null,
      measured: null,
      ...about,
    });
    const actions = [
      action('later', { due: '2026-04-01' }),
      action('late', { due: '2026-02-28', roundId: 's2' }),
      action('done', { done: '2026-02-20' }),
      action('small', { critical: false }),
      action('elsewhere', { roundId: 'x' }),
    ];
    const found = compiled({ rounds: [nord, syd], actions })?.openCritical;
    expect(found?.map(({ id, unit, late }) => [id, unit, late])).toEqual([
      ['late', 'Syd', true],
      ['later', 'Nord', false],
    ]);
  });

  it('is how many people read, and which units have several rounds', () => {
    const found = compiled({ rounds: [nordBefore, nord, syd] });
    expect(found).toMatchObject({ readers: 2, repeated: ['Nord'] });
  });

  it('leaves out rounds in which nothing is read, and says so', () => {
    const unread = smallRound({ unit: 'Vest', roundId: 'v', ...februar, size: 50, cases: times(10, null) });
    const found = compiled({ rounds: [nord, unread] });
    expect(found?.leftOut).toEqual([{ roundId: 'v', itemIds: null, questions: [], reason: 'nothing-read' }]);
    expect(first(found)).toMatchObject({ n: 20, interval: { unit: 'cases', of: 100 } });
    expect(found?.coverage.map(({ unit }) => unit)).toEqual(['Nord', 'Vest']);
  });
});
