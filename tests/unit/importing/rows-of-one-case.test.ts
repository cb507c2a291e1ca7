import { describe, expect, it } from 'vitest';

import type { RawCell } from '#shared/domain/importing/raw-row.ts';

import { collect, type Columns } from './collect-lines.ts';

describe('several rows of one case', () => {
  const columns: Columns = [
    ['Sagsnr', 'case_id'],
    ['Indsats fra', 'support_start'],
    ['Team', 'team'],
    ['Opfølgning', 'followup_dates'],
    ['Sted', 'fact'],
  ];

  it('become one case with the newest values, all dates once, and an activity each', () => {
    const { cases } = collect(
      columns,
      ['A-1', '1-3-2025', 'Nord', '1-6-2025, 1-4-2025', 'Byskolen'],
      ['A-1', '1-2-2025', 'Syd', '1-4-2025', null],
      ['A-1', '1-5-2025', null, '1-5-2025', null],
      ['A-2', null, 'Nord', null, null],
    );
    expect(cases).toHaveLength(2);
    expect(cases[0]).toMatchObject({
      id: 'A-1',
      values: {
        support_start: '2025-05-01',
        team: 'Nord',
        followup_dates: ['2025-04-01', '2025-05-01', '2025-06-01'],
      },
      facts: { Sted: 'Byskolen' },
    });
    expect(cases[0]?.activities.map(({ row, values }) => [row, values.team])).toEqual([
      [2, 'Nord'],
      [3, 'Syd'],
      [4, undefined],
    ]);
    expect(cases[1]?.activities).toEqual([]);
  });

  it('are as new as their support, else their decision, else their opening', () => {
    const dated: Columns = [
      ['Sagsnr', 'case_id'],
      ['Indsats fra', 'support_start'],
      ['Afgørelse', 'decision_date'],
      ['Oprettet', 'opened'],
      ['Team', 'team'],
    ];
    const teamOf = (...lines: readonly (readonly RawCell[])[]) => collect(dated, ...lines).cases[0]?.values.team;
    const support = ['A-1', '1-3-2025', '1-1-2025', '1-1-2025', 'Nord'];
    expect(teamOf(support, ['A-1', '1-2-2025', '1-4-2025', '1-4-2025', 'Syd'])).toBe('Nord');
    expect(teamOf(['A-1', null, '1-3-2025', '1-1-2025', 'Nord'], ['A-1', null, '1-2-2025', '1-4-2025', 'Syd'])).toBe(
      'Nord',
    );
    expect(teamOf(['A-1', null, null, '1-3-2025', 'Nord'], ['A-1', null, null, '1-2-2025', 'Syd'])).toBe('Nord');
    expect(teamOf(support, ['A-1', null, null, null, 'Syd'])).toBe('Nord');
  });

  it('take the later row where no date tells which is newer', () => {
    const { cases } = collect(columns, ['A-1', null, 'Nord'], ['A-1', null, 'Syd'], [' A-1 ', null, null, null, 'x']);
    expect(cases[0]?.values.team).toBe('Syd');
  });
});
