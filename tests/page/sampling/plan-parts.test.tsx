import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { demoHandlers } from '../harness/demo-handlers.ts';
import { asked, choose, lastPlan, openPlan, part, press, tick, write } from './plan-page.ts';

const noCall = { signal: new AbortController().signal, report: () => undefined };
const first = { kind: 'random', size: 30, stratifyBy: 'team', allocation: 'proportional', where: [] };

describe('the random part', () => {
  it('is at first 30 cases by team, not reviewed within a year', async () => {
    const fake = await openPlan();
    await asked(fake, [first]);
    expect(lastPlan(fake)).toMatchObject({ unit: 'case', seed: null, exclude: { reviewedWithinMonths: 12 } });
    expect(screen.queryByRole('button', { name: /^Fjern/u })).toBeNull();
  });

  it('counts in the unit that was chosen when the list was imported', async () => {
    const list = await demoHandlers('month')['importing.list']!({}, noCall);
    const fake = await openPlan(undefined, {
      'importing.list': async () => list.map((one) => ({ ...one, unit: 'child' as const })),
    });
    await waitFor(() => expect(lastPlan(fake).unit).toBe('child'));
  });

  it.each<[string, () => void, object]>([
    [
      'simple',
      () => choose('Fordeling', 'none'),
      { kind: 'random', size: 30, stratifyBy: null, allocation: 'proportional', where: [] },
    ],
    [
      'stratified, equal',
      () => {
        choose('Fordeling', 'equal');
        choose('Gruppe', 'caseType');
      },
      { ...first, allocation: 'equal', stratifyBy: 'caseType' },
    ],
    [
      'one per caseworker',
      () => {
        choose('Fordeling', 'perStratum');
        choose('Gruppe', 'caseworker');
        write('Antal sager fra hver gruppe', '1');
      },
      { kind: 'random', perStratum: 1, stratifyBy: 'caseworker', allocation: 'perStratum', where: [] },
    ],
    [
      'a minimum per group',
      () => {
        press('Flere valg');
        write('Mindst fra hver gruppe', '2');
      },
      { ...first, minimum: 2 },
    ],
    [
      'everything',
      () => choose('Udvælgelse', 'everything'),
      { kind: 'random', stratifyBy: null, allocation: 'everything', where: [] },
    ],
    ['at an interval', () => choose('Udvælgelse', 'systematic'), { ...first, selection: 'systematic' }],
    ['of one status', () => choose('Status', 'Åben'), { ...first, where: [{ field: 'status', oneOf: ['Åben'] }] }],
  ])('can be %s', async (_name, act, wanted) => {
    const fake = await openPlan();
    act();
    await asked(fake, [wanted]);
  });

  it('keeps a minimum only where there are groups to share over', async () => {
    const fake = await openPlan();
    press('Flere valg');
    write('Mindst fra hver gruppe', '2');
    choose('Fordeling', 'perStratum');
    await asked(fake, [{ kind: 'random', perStratum: 30, stratifyBy: 'team', allocation: 'perStratum', where: [] }]);
  });

  it('is narrowed by period, law, measure and team, with the counts of the export', async () => {
    const fake = await openPlan();
    press('Afgræns sagerne');
    const add = (field: string): void => {
      press('Tilføj betingelse');
      const fields = screen.getAllByLabelText('Felt', { selector: 'select' });
      const last = fields.at(-1) as HTMLSelectElement;
      last.value = field;
      last.dispatchEvent(new Event('change', { bubbles: true }));
    };
    add('decision_date');
    write('Fra og med', '1/2-2025');
    write('Til og med', '30-06-2025');
    add('legal_basis');
    tick('§ 47 (52)');
    add('case_type');
    tick('Anbringelse (105)');
    add('team');
    tick('Team Nord (108)');
    tick('Team Syd (95)');
    const where = [
      { field: 'decision_date', from: '2025-02-01', to: '2025-06-30' },
      { field: 'legal_basis', oneOf: ['§ 47'] },
      { field: 'case_type', oneOf: ['Anbringelse'] },
      { field: 'team', oneOf: ['Team Nord', 'Team Syd'] },
    ];
    await asked(fake, [{ ...first, where }]);
    expect(
      screen.getByText(
        'Kun sager med afgørelse truffet: 01-02-2025 til 30-06-2025; hjemmel: § 47; sagstype: Anbringelse; team: Team Nord eller Team Syd.',
      ),
    ).toBeTruthy();
    press('Fjern betingelsen om sagstype');
    await asked(fake, [{ ...first, where: where.filter(({ field }) => field !== 'case_type') }]);
    expect(document.activeElement?.textContent).toBe('Tilføj betingelse');
  });

  it('means the cases without a value by "not stated"', async () => {
    const fake = await openPlan();
    press('Afgræns sagerne');
    press('Tilføj betingelse');
    choose('Felt', 'legal_basis');
    tick('(ikke oplyst) (23)');
    await asked(fake, [{ ...first, where: [{ field: 'legal_basis', filled: false }] }]);
    tick('§ 20 (131)');
    await asked(fake, [{ ...first, where: [{ field: 'legal_basis', noneOf: ['§ 32, stk. 1, nr. 5', '§ 47'] }] }]);
    choose('Betingelse', 'noneOf');
    await asked(fake, [
      {
        ...first,
        where: [
          { field: 'legal_basis', noneOf: ['§ 20'] },
          { field: 'legal_basis', filled: true },
        ],
      },
    ]);
  });
});

describe('a plan of several parts', () => {
  it('takes all of a kind and a sample of the rest, each part a sentence', async () => {
    const fake = await openPlan();
    press('Tilføj alle sager af en slags');
    const census = part('Del 2: alle sager');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('SELECT'));
    expect(document.activeElement?.closest('li')?.getAttribute('aria-label')).toBe('Del 2: alle sager');
    expect(screen.getByText('Del 2 har en betingelse, der ikke er valgt færdig.')).toBeTruthy();
    choose('Felt', 'consent_flag', census);
    tick('Nej', census);
    await asked(fake, [
      first,
      {
        kind: 'random',
        stratifyBy: null,
        allocation: 'everything',
        where: [{ field: 'consent_flag', oneOf: ['nej'] }],
      },
    ]);
    press('Flyt op: del 2');
    await waitFor(() => expect(lastPlan(fake).parts[0]).toMatchObject({ allocation: 'everything' }));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Del 1: alle sager');
    press('Fjern: del 1');
    await asked(fake, [first]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Del 1: tilfældig');
    expect(screen.getByText('Delen er fjernet. Planen har nu én del.')).toBeTruthy();
  });

  it('has as many random and targeted parts as are added', async () => {
    const fake = await openPlan();
    choose('Status', 'Åben');
    press('Tilføj tilfældig del');
    tick('Lukket (84)');
    press('Tilføj målrettet del');
    press('Tilføj målrettet del');
    choose('Målrettet del', 'tema-frister', part('Del 3: målrettet'));
    choose('Målrettet del', 'anbragt-under-6-aar', part('Del 4: målrettet'));
    write('Højst', '7', part('Del 4: målrettet'));
    await asked(fake, [
      { ...first, where: [{ field: 'status', oneOf: ['Åben'] }] },
      {
        kind: 'random',
        size: 10,
        stratifyBy: null,
        allocation: 'proportional',
        where: [{ field: 'status', oneOf: ['Lukket'] }],
      },
      { kind: 'targeted', rule: 'tema-frister', size: 5, where: [] },
      { kind: 'targeted', rule: 'anbragt-under-6-aar', size: 7, where: [] },
    ]);
  });
});

describe('a targeted part', () => {
  it('offers the twelve rules, the five themes, conditions and an own rule', async () => {
    await openPlan();
    press('Tilføj målrettet del');
    const rules = screen.getByLabelText('Målrettet del', { selector: 'select' });
    const groups = [...rules.querySelectorAll('optgroup')].map((group) => [group.label, group.children.length]);
    expect(groups).toEqual([
      ['Frister og mangler', 12],
      ['Temaer', 5],
      ['Noget andet', 2],
    ]);
  });

  it('draws by conditions alone, which it then must have', async () => {
    const fake = await openPlan();
    press('Tilføj målrettet del');
    const targeted = part('Del 2: målrettet');
    choose('Målrettet del', 'betingelser', targeted);
    expect(screen.getByText('Del 2 har en betingelse, der ikke er valgt færdig.')).toBeTruthy();
    press('Tilføj betingelse', targeted);
    choose('Felt', 'placement_form', targeted);
    write('Værdier', 'Plejefamilie; Opholdssted', targeted);
    await asked(fake, [
      first,
      { kind: 'targeted', size: 5, where: [{ field: 'placement_form', oneOf: ['Plejefamilie', 'Opholdssted'] }] },
    ]);
  });

  it('draws by a rule of one’s own, built from the fields', async () => {
    const fake = await openPlan();
    press('Tilføj målrettet del');
    const targeted = part('Del 2: målrettet');
    choose('Målrettet del', 'egen-regel', targeted);
    expect(screen.getByText('Del 2 har en egen regel uden navn.')).toBeTruthy();
    write('Reglens navn', ' Gamle anbringelser ', targeted);
    expect(screen.getByText('Del 2 har en egen regel med en betingelse, der ikke er valgt færdig.')).toBeTruthy();
    choose('Felt', 'placement_start', targeted);
    write('Fra og med', '01-03-2025', targeted);
    write('Til og med', '01-02-2025', targeted);
    expect(screen.getByText('Perioden slutter, før den begynder. Byt om på datoerne.')).toBeTruthy();
    write('Fra og med', '', targeted);
    choose('Hvilke sager kommer først', 'placement_start', targeted);
    choose('Rækkefølge', 'descending', targeted);
    await asked(fake, [
      first,
      {
        kind: 'targeted',
        size: 5,
        rule: {
          name: 'Gamle anbringelser',
          where: [{ field: 'placement_start', to: '2025-02-01' }],
          rankBy: { field: 'placement_start', order: 'descending' },
        },
        where: [],
      },
    ]);
  });

  it('offers no field that names a child', async () => {
    await openPlan();
    press('Afgræns sagerne');
    press('Tilføj betingelse');
    const fields = [...screen.getByLabelText('Felt', { selector: 'select' }).querySelectorAll('option')];
    expect(fields.map(({ value }) => value)).not.toContain('cpr');
    expect(fields.map(({ value }) => value)).not.toContain('child_name');
    expect(fields.map(({ value }) => value)).toContain('next_followup');
  });
});
