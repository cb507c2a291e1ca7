import { describe, expect, it } from 'vitest';

import { matches, matchesAll } from '../../../shared/domain/population/filter-cases.ts';
import { type CaseFilter, caseFilter } from '../../../shared/domain/population/filter.ts';
import { compareCodePoints } from '../../../shared/domain/population/normalise-text.ts';
import { stratumOf } from '../../../shared/domain/population/strata.ts';
import { summarise } from '../../../shared/domain/population/summarise.ts';
import { toUnits } from '../../../shared/domain/population/units.ts';
import { aCase, day } from '../sampling/a-case.ts';
import { fc } from '../../support/fast-check.ts';

describe('matches', () => {
  const record = aCase('S-1', {
    team: ' Team Å ',
    opened: day('2025-03-10'),
    report_received_at: day('2025-03-10T23:30'),
    child_talk_dates: [day('2024-12-31'), day('2025-06-01T10:00')],
    abuse_flag: false,
    visit_child_talk: [],
  });

  it.each<[boolean, CaseFilter]>([
    [true, { field: 'team', oneOf: ['Team X', 'Team A\u030A'] }],
    [false, { field: 'team', oneOf: ['team å'] }],
    [false, { field: 'team', noneOf: ['Team Å'] }],
    [true, { field: 'team', noneOf: ['Team'] }],
    [false, { field: 'status', oneOf: ['Åben'] }],
    [true, { field: 'status', noneOf: ['Åben'] }],
    [true, { field: 'opened', from: '2025-03-10', to: '2025-03-10' }],
    [false, { field: 'opened', from: '2025-03-11' }],
    [false, { field: 'opened', to: '2025-03-09' }],
    [true, { field: 'report_received_at', to: '2025-03-10' }],
    [true, { field: 'child_talk_dates', from: '2025-01-01', to: '2025-12-31' }],
    [false, { field: 'child_talk_dates', from: '2025-01-01', to: '2025-05-31' }],
    [false, { field: 'closed', from: '2000-01-01' }],
    [true, { field: 'abuse_flag', oneOf: ['nej'] }],
    [true, { field: 'abuse_flag', oneOf: ['false'] }],
    [true, { field: 'abuse_flag', filled: true }],
    [false, { field: 'visit_child_talk', filled: true }],
    [true, { field: 'closed', filled: false }],
    [false, { field: 'team', filled: false }],
  ])('says %s of %j', (expected, filter) => {
    expect(matches(caseFilter.parse(filter), record)).toBe(expected);
  });

  it('asks for every condition, and for none when there are none', () => {
    const inTeam: CaseFilter = { field: 'team', oneOf: ['Team Å'] };
    expect(matchesAll([])(record)).toBe(true);
    expect(matchesAll([inTeam, { field: 'opened', from: '2025-01-01' }])(record)).toBe(true);
    expect(matchesAll([inTeam, { field: 'closed', filled: true }])(record)).toBe(false);
  });
});

describe('stratumOf', () => {
  it('takes the value trimmed and NFC, and gathers the cases without one', () => {
    expect(stratumOf(aCase('1', { team: ' Team A\u030A ' }), 'team')).toBe('Team Å');
    expect(stratumOf(aCase('1', { team: '  ' }), 'team')).toBe('(ikke oplyst)');
    expect(stratumOf(aCase('1'), 'caseworker')).toBe('(ikke oplyst)');
    expect(stratumOf(aCase('1', { case_type: 'Anbringelse' }), 'caseType')).toBe('Anbringelse');
    expect(stratumOf(aCase('1', { team: 'Team Nord' }), null)).toBe('');
  });
});

describe('toUnits', () => {
  const first = '0101654321';
  const second = '0201654321';
  const cases = [
    aCase('S-1', { cpr: first, siblings: 'F1', opened: day('2024-05-01') }),
    aCase('S-2', { cpr: first, siblings: 'F1', opened: day('2025-05-01') }),
    aCase('S-3', { cpr: second, siblings: 'F1', opened: day('2023-01-01') }),
    aCase('S-4', { cpr: second }),
    aCase('S-5'),
    aCase('S-6'),
  ];
  const idsOf = (unit: Parameters<typeof toUnits>[1], from = cases) =>
    toUnits(from, unit)
      .units.map(({ id }) => id)
      .sort();

  it('counts every case as a case, and as a report', () => {
    expect(idsOf('case')).toEqual(['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6']);
    expect(idsOf('report')).toEqual(idsOf('case'));
  });

  it('counts a child once, as the case opened latest; a case without CPR for itself', () => {
    expect(idsOf('child')).toEqual(['S-2', 'S-3', 'S-5', 'S-6']);
    expect(toUnits(cases, 'child')).toMatchObject({ covered: 2, sameNumber: 0 });
    expect(toUnits(cases, 'child').units.find(({ id }) => id === 'S-2')?.members).toEqual(['S-2', 'S-1']);
  });

  it('counts a family once; without a family number the child is the family', () => {
    expect(idsOf('family')).toEqual(['S-2', 'S-4', 'S-5', 'S-6']);
  });

  it('breaks ties by the lowest case number', () => {
    const tied = ['S-9', 'S-10', 'S-8'].map((id) => aCase(id, { cpr: first, opened: day('2025-01-01') }));
    expect(idsOf('child', tied)).toEqual(['S-10']);
    expect(idsOf('child', [aCase('B', { cpr: first }), aCase('A', { cpr: first })])).toEqual(['A']);
  });

  it.each(['010165-****', '010165-XXXX', '0101650000', '', '010165'])(
    'does not merge children by the CPR number "%s"',
    (cpr) => {
      expect(toUnits([aCase('S-1', { cpr }), aCase('S-2', { cpr })], 'child').units).toHaveLength(2);
    },
  );

  it('reads a CPR number with and without a hyphen as the same child, and keeps replacement numbers apart', () => {
    const numbers = ['010165-4321', '0101654321', '010165ABC1', '010165abc1', '010165ABC2'];
    expect(
      toUnits(
        numbers.map((cpr, index) => aCase(`S-${index}`, { cpr })),
        'child',
      ).units,
    ).toHaveLength(3);
  });

  it('counts a case number once, however its letters are composed', () => {
    const twice = [aCase('Å-12', { opened: day('2025-01-01') }), aCase('A\u030A-12 ', { opened: day('2025-02-01') })];
    const { units, sameNumber } = toUnits(twice, 'case');
    expect(units.map(({ id, record }) => [id, record.values.opened])).toEqual([['Å-12', '2025-02-01']]);
    expect(sameNumber).toBe(1);
  });

  it('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(cases, { minLength: cases.length }),
        fc.constantFrom('case' as const, 'child' as const, 'family' as const),
        (shuffled, unit) => {
          expect(idsOf(unit, shuffled)).toEqual(idsOf(unit));
        },
      ),
    );
  });
});

describe('summarise', () => {
  it('counts values in Danish order, numbers by size, missing last', () => {
    const teams = ['Team 10', 'Østre', 'Aarhus', 'Team 2', 'Zenit', 'Ærø', undefined, 'Team 2', 'Ålborg', 'Alfa'];
    const cases = teams.map((team, index) => aCase(`S-${index}`, team === undefined ? {} : { team }));
    expect(summarise(cases).teams.map(({ value, count }) => `${value} ${count}`)).toEqual([
      'Alfa 1',
      'Team 2 2',
      'Team 10 1',
      'Zenit 1',
      'Ærø 1',
      'Østre 1',
      'Ålborg 1',
      'Aarhus 1',
      '(ikke oplyst) 1',
    ]);
    expect(summarise(cases).statuses).toEqual([{ value: '(ikke oplyst)', count: 10 }]);
    const laws = [aCase('L-1', { legal_basis: '§ 47' }), aCase('L-2', { legal_basis: '§ 32' }), aCase('L-3')];
    expect(summarise(laws).legalBases.map(({ value }) => value)).toEqual(['§ 32', '§ 47', '(ikke oplyst)']);
  });
});

describe('compareCodePoints', () => {
  it('is the order of the UTF-8 bytes', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'Å', '\uD7FF', '\uE000', '\uFFFF', '\u{10000}', '\u{10FFFF}'),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });
});
