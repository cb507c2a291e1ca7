import { describe, expect, it } from 'vitest';

import { casePlaces } from '../../../electron/core/sampling/case-places.ts';
import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { makeDrawRecord } from '../../../shared/domain/sampling/make-draw-record.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';

const asOf = '2026-01-15' as LocalDate;
const cases: CaseRecord[] = Array.from({ length: 40 }, (_, index) => ({
  id: `S-${String(index).padStart(3, '0')}`,
  values: { team: index < 25 ? 'Nord' : 'Syd' },
  facts: {},
  activities: [],
}));

describe('the places of drawn cases', () => {
  it('are where the drawn case numbers stand among their stratum in order', () => {
    const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: 8, stratifyBy: 'team' }] });
    const draw = drawSample({ cases: cases.toReversed(), plan, asOf, seed: '20260115-4711', heldOut: [] });
    const record = makeDrawRecord(draw, {
      programVersion: 'test',
      drawnAt: '2026-01-15T09:00:00.000Z',
      drawNumber: 1,
      redrawReason: null,
      file: { sha256: '', mapping: { sheet: null, headerRow: 1, columns: [] } },
      plan,
      asOf,
    });
    const places = casePlaces(record, { cases } as never);
    const shown = places.flatMap(({ name, places: at }) =>
      at.map((place) => cases.filter(({ values }) => values.team === name)[place]?.id),
    );
    expect(new Set(shown)).toEqual(new Set(record.cases.map(({ caseId }) => caseId)));
    expect(shown).toHaveLength(record.cases.length);
    expect(places.map(({ name, places: at }) => [name, at.length])).toEqual([
      ['Nord', 5],
      ['Syd', 3],
    ]);
  });
});
