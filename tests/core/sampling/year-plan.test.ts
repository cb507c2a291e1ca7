import { describe, expect, it } from 'vitest';

import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { aCase } from '../../unit/sampling/a-case.ts';
import { call, openWorkspace } from './sampling-fixture.ts';

const people = ['Åse Holm', 'Bo Riis', 'Karen Juhl'];
const cases = Array.from({ length: 30 }, (_, index) => aCase(`S-${index}`, { caseworker: people[index % 3]! }));

describe('sampling.yearPlan', () => {
  it('proposes the next month, and the proposal can be drawn and then counts', async () => {
    const { sampling } = await openWorkspace(cases);
    const wanted = { importId: 'import-1', by: 'caseworker' as const, perYear: 12 };
    const first = await sampling['sampling.yearPlan'](wanted, call);
    expect(first).toMatchObject({ month: '2026-02', notCovered: ['Bo Riis', 'Karen Juhl', 'Åse Holm'] });
    const plan = samplingPlan.parse({ ...first.plan!, seed: '4711' });
    const { drawn } = await sampling['sampling.draw']({ importId: 'import-1', plan }, call);
    expect(drawn).toBe(first.groups.reduce((sum, { proposed }) => sum + proposed, 0));
    const next = await sampling['sampling.yearPlan'](wanted, call);
    expect(next).toMatchObject({ notCovered: [], plan: null });
    expect(next.groups.map(({ drawn: count }) => count)).toEqual(first.groups.map(({ proposed }) => proposed));
    const later = await sampling['sampling.yearPlan']({ ...wanted, month: '2026-12' }, call);
    expect(later.groups.map(({ quota, due }) => quota - due)).toEqual([0, 0, 0]);
    const other = await sampling['sampling.yearPlan']({ ...wanted, month: '2027-01' }, call);
    expect(other.groups.every(({ drawn: count }) => count === 0)).toBe(true);
  });
});
