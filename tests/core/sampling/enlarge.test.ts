import { writeFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { aPopulation } from '../../unit/sampling/a-case.ts';
import { call, exportBytes, openWorkspace } from './sampling-fixture.ts';

const cases = aPopulation({ Nord: 24, Syd: 16 });
const plan = samplingPlan.parse({ seed: '4711', parts: [{ kind: 'random', size: 10, stratifyBy: 'team' }] });

describe('sampling.enlarge', () => {
  it('stores the new cases and the step, keeps what is reviewed, and is verified', async () => {
    const workspace = await openWorkspace(cases);
    const round = await workspace.sampling['sampling.draw']({ importId: 'import-1', plan }, call);
    const { roundId } = round;
    const [reviewed] = round.record.cases;
    await workspace.store.change({ kind: 'review.closed', target: 'x' }, (tables) =>
      tables.reviews.setState(roundId, reviewed!.caseId, 'done', '2026-01-15T10:00:00.000Z'),
    );
    const reason = 'For få til at sige noget';
    const after = await workspace.sampling['sampling.enlarge']({ roundId, partIndex: 0, size: 16, reason }, call);
    expect(after).toMatchObject({ drawn: 16, closed: 1 });
    expect(after.record.enlargements).toMatchObject([{ size: 16, added: 6, afterReplacements: 0, reason }]);
    expect(after.record.drawNumber).toBe(1);
    const sample = workspace.store.read((tables) => tables.sample.list(roundId));
    expect(sample.map(({ drawn }) => drawn)).toEqual(after.record.cases);
    expect(sample.every((row) => row.case.values.team === row.drawn.stratum)).toBe(true);
    expect(workspace.store.auditLog().at(-1)).toMatchObject({ kind: 'sample.enlarged', target: roundId });
    await writeFile(workspace.pathOf('udtræk.json'), exportBytes(cases));
    const input = { record: after.record, file: workspace.fileNamed('udtræk.json') };
    expect(await workspace.sampling['sampling.verify'](input, call)).toEqual({ same: true, differences: [] });
  });

  it('refuses more cases than there are, and changes nothing', async () => {
    const workspace = await openWorkspace(cases);
    const round = await workspace.sampling['sampling.draw']({ importId: 'import-1', plan }, call);
    const { roundId } = round;
    await expect(workspace.sampling['sampling.enlarge']({ roundId, partIndex: 0, size: 41 }, call)).rejects.toEqual(
      expect.objectContaining({ name: 'AppError', code: 'sample-larger-than-frame' }),
    );
    expect(await workspace.sampling['sampling.rounds']({}, call)).toEqual([round]);
  });
});
