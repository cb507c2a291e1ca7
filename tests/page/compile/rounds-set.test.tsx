import { describe, expect, it } from 'vitest';

import {
  checklistsIn,
  chosenRounds,
  fromParams,
  periodsIn,
  proposedChoice,
  type RoundsChoice,
  toParams,
} from '../../../renderer/pages/compile/rounds-set.ts';
import { choices } from './some-rounds.ts';

const every: RoundsChoice = { period: null, unit: null, templateId: null, picked: null };
const ids = (choice: Partial<RoundsChoice>, rounds = choices) =>
  chosenRounds(rounds, { ...every, ...choice }).map(({ roundId }) => roundId);

describe('the choice of rounds', () => {
  it('is everything of the newest quarter at first', () => {
    expect(proposedChoice(choices)).toEqual({ ...every, period: '2025-q4' });
    expect(ids(proposedChoice(choices))).toEqual(['r23', 'r22', 'r21', 'r20']);
  });

  it('is of a month, a quarter or a year, and of a unit; those drawn here are a unit of their own', () => {
    expect(ids({ period: '2025-05' })).toEqual(['r02', 'r01', 'r00']);
    expect(ids({ period: '2025-q3', unit: 'Familieafdeling Syd' })).toEqual(['r12']);
    expect(ids({ period: '2025', unit: '' })).toEqual(['r20', 'r10', 'r00']);
    expect(ids({ period: '2024' })).toEqual([]);
  });

  it('leaves out invented cases where there are others, unless they are picked', () => {
    const mixed = choices.map((round) => ({ ...round, example: round.roundId !== 'r00' }));
    expect(ids({}, mixed)).toEqual(['r00']);
    expect(proposedChoice(mixed).period).toBe('2025-q2');
    expect(ids({ picked: ['r21', 'r00'] }, mixed)).toEqual(['r21', 'r00']);
    const invented = choices.map((round) => ({ ...round, example: true }));
    expect(ids({}, invented)).toHaveLength(10);
  });

  it('offers the periods that have rounds, the newest first', () => {
    expect(periodsIn(choices, 'quarter')).toEqual([
      ['2025-q4', 4],
      ['2025-q3', 3],
      ['2025-q2', 3],
    ]);
    expect(periodsIn(choices, 'year')).toEqual([['2025', 10]]);
  });

  it('names each checklist by its newest title', () => {
    const renamed = choices.map((round) => (round.roundId === 'r00' ? { ...round, templateTitle: 'Før' } : round));
    expect([...checklistsIn(renamed)]).toEqual([['barnets-lov', choices[0]?.templateTitle]]);
  });

  it('goes into a route and comes back as it was', () => {
    for (const choice of [
      every,
      { ...every, period: '2025-q4', unit: '' },
      { ...every, templateId: 'barnets-lov', picked: ['r20', 'r10'] },
      { ...every, picked: [] },
    ]) {
      expect(fromParams(toParams(choice))).toEqual(choice);
    }
    expect(fromParams({ part: 'matrix' })).toBeNull();
  });
});
