import { describe, expect, it } from 'vitest';

import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { aCase } from '../../unit/sampling/a-case.ts';
import { call, openWorkspace, type Workspace } from './sampling-fixture.ts';

const cases = Array.from({ length: 6 }, (_, index) => aCase(`S-${index}`));
const at = (minute: number): string => new Date(Date.UTC(2026, 0, 5, 9, 0) + minute * 60_000).toISOString();

/** Answers of one case at these minutes past nine, the last of them its closing where it is closed. */
async function review(
  { store }: Workspace,
  roundId: string,
  caseId: string,
  minutes: readonly number[],
  closed = true,
): Promise<void> {
  for (const [index, minute] of minutes.entries()) {
    await store.change({ kind: 'review.answered', target: caseId }, (tables) => {
      if (closed && index === minutes.length - 1) tables.reviews.setState(roundId, caseId, 'done', at(minute));
      else {
        const answer = { itemId: `item-${index}`, value: 'yes' as const, note: '', evidence: '' };
        tables.reviews.setAnswer(roundId, caseId, answer, at(minute));
      }
    });
  }
}

describe('sampling.pace', () => {
  it('is the median of the closed reviews, pauses left out', async () => {
    const workspace = await openWorkspace(cases);
    const { sampling } = workspace;
    expect(await sampling['sampling.pace']({}, call)).toEqual({ cases: 0, medianMinutes: null });
    const plan = samplingPlan.parse({ seed: '4711', parts: [{ kind: 'random', allocation: 'everything' }] });
    const { roundId } = await sampling['sampling.draw']({ importId: 'import-1', plan }, call);
    await review(workspace, roundId, 'S-0', [0, 4, 8.5]);
    // A pause of an hour in the middle.
    await review(workspace, roundId, 'S-1', [10, 15, 75, 80, 84]);
    await review(workspace, roundId, 'S-2', [90, 94, 99, 104, 109]);
    // Filled in from a file at one instant, and one that is not closed yet.
    await review(workspace, roundId, 'S-3', [200, 200, 200]);
    await review(workspace, roundId, 'S-4', [210, 211], false);
    expect(await sampling['sampling.pace']({}, call)).toEqual({ cases: 3, medianMinutes: 14 });
  });

  it('does not count the example', async () => {
    const workspace = await openWorkspace(cases);
    const plan = samplingPlan.parse({ seed: '4711', parts: [{ kind: 'random', allocation: 'everything' }] });
    const { roundId } = await workspace.sampling['sampling.draw']({ importId: 'import-1', plan }, call);
    const round = workspace.store.read((tables) => tables.rounds.get(roundId))!;
    const sample = workspace.store.read((tables) => tables.sample.list(roundId));
    await workspace.store.change({ kind: 'sample.drawn', target: 'example' }, (tables) =>
      tables.rounds.add(
        { ...round, id: 'example', example: true },
        sample.map((line) => ({ ...line, roundId: 'example' })),
      ),
    );
    await review(workspace, 'example', 'S-0', [0, 4, 8]);
    expect(await workspace.sampling['sampling.pace']({}, call)).toEqual({ cases: 0, medianMinutes: null });
    await review(workspace, roundId, 'S-0', [0, 3, 6]);
    expect(await workspace.sampling['sampling.pace']({}, call)).toEqual({ cases: 1, medianMinutes: 6 });
  });
});
