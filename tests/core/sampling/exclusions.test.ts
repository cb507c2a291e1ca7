import { describe, expect, it } from 'vitest';

import { samplingPlan, type SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { aCase, aPopulation } from '../../unit/sampling/a-case.ts';
import { call, openWorkspace } from './sampling-fixture.ts';

const cases = aPopulation({ Nord: 24, Syd: 16 });
const plan = (input: SamplingPlanInput) => samplingPlan.parse({ seed: '4711', ...input });
const ten: SamplingPlanInput = { parts: [{ kind: 'random', size: 10, stratifyBy: 'team' }] };
const failure = (code: string, detail: object) =>
  expect.objectContaining({ name: 'AppError', code, detail: expect.objectContaining(detail) });

describe('exclusions of a plan', () => {
  it('counts every reason for which cases are left out, and the record lists them without the own name', async () => {
    const list = cases.map(({ id, values }, index) =>
      aCase(id, {
        ...values,
        caseworker: index < 3 ? 'Åse Holm' : 'Bo Riis',
        status: index === 39 ? 'Overdraget' : 'Åben',
      }),
    );
    const workspace = await openWorkspace(list);
    const exclude = {
      ownCaseworkers: ['ÅSE HOLM'],
      where: [
        { where: [{ field: 'status' as const, oneOf: ['Overdraget'] }], reason: 'Overdraget til en anden kommune' },
      ],
    };
    const input = { importId: 'import-1', plan: plan({ ...ten, exclude }) };
    const preview = await workspace.sampling['sampling.preview'](input, call);
    expect(preview.excluded).toEqual([
      { reason: 'Egen sag', count: 3 },
      { reason: 'Overdraget til en anden kommune', count: 1 },
    ]);
    const { record } = await workspace.sampling['sampling.draw'](input, call);
    expect(record.excluded).toHaveLength(4);
    expect(JSON.stringify(record)).not.toMatch(/holm/iu);
    const child = { parts: [{ kind: 'random' as const, size: 1, where: [{ field: 'cpr' as const, oneOf: ['x'] }] }] };
    await expect(
      workspace.sampling['sampling.preview']({ importId: 'import-1', plan: plan(child) }, call),
    ).rejects.toEqual(failure('plan-invalid', { field: 'cpr' }));
  });
});
