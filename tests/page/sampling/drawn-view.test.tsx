import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';
import { aRound } from './a-round.ts';

/** The page on these draws; the core's answers change them, and the pages are told, as the core does. */
function open(rounds: readonly RoundSummary[], more: Partial<Handlers> = {}, params: Record<string, string> = {}) {
  let list = rounds;
  const changed = (round: RoundSummary): RoundSummary => {
    list = [round, ...list.slice(1)];
    fake.announce({ name: 'stage-changed', stage: 'sampling' });
    return round;
  };
  const fake = renderApp(
    {
      ...demoHandlers('month'),
      'sampling.rounds': async () => list,
      'sampling.places': async () => [],
      'sampling.replace': async ({ roundId, caseId, reason }) => {
        const [old] = list as [RoundSummary];
        const came = { ...old.record.cases[1]!, rank: 3, caseId: '2025-00033' };
        const replaced = [{ caseId, replacedBy: '2025-00033', reason, at: '2025-11-21T10:00:00' }];
        return changed(aRound({ roundId }, { cases: [...old.record.cases, came], replaced }));
      },
      'sampling.enlarge': async ({ roundId, partIndex, size, reason = null }) => {
        const step = { partIndex, size, added: 2, afterReplacements: 0, reason, at: '2025-11-22T08:00:00' };
        return changed(aRound({ roundId }, { enlargements: [step] }));
      },
      'sampling.saveRecord': async ({ target }) => ({ name: target.name }),
      'sampling.saveSheet': async ({ target }) => ({ name: target.name }),
      ...more,
    },
    { page: 'sampling', params },
  );
  return fake;
}

const choose = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label, { selector: 'select' }), { target: { value } });
};
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const drawnTable = () => screen.findByRole('table', { name: 'Tabel over trukne sager' });

const simple: DrawRecord['plan']['parts'] = [
  { kind: 'random', size: 3, stratifyBy: null, allocation: 'proportional', where: [] },
];

describe('what was drawn', () => {
  it('shows how anyone repeats it, and each case with why it was drawn', async () => {
    open([aRound({}, { excluded: [{ caseId: '2025-00099', reason: 'Egen sag' }] })]);
    const facts = await screen.findByRole('region', { name: 'Trukket 21-11-2025 kl. 09.30' });
    const texts = ['420 sager', '8a1d f02e c7de 1071', '13579-24680-11223-44556', 'metode LT1, trækning nr. 1'];
    for (const fact of [...texts, '1 sag holdt ude: Egen sag']) {
      expect(facts.textContent).toContain(fact);
    }
    const table = await drawnTable();
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '2025-00012Tilfældigt trukket som nr. 1 i gruppen Team Nord',
      '2025-00019Tilfældigt trukket som nr. 2 i gruppen Team Nord',
      '2025-00026Tilfældigt trukket som nr. 1 i gruppen Team Syd',
    ]);
    fireEvent.click(within(table).getByRole('button', { name: '2025-00019' }));
    expect(window.history.state).toMatchObject({
      route: { page: 'review', params: { roundId: 'round-11', caseId: '2025-00019' } },
    });
  });

  it('is shown part by part where the plan has several', async () => {
    const [first] = aRound().record.plan.parts;
    const plan = {
      ...aRound().record.plan,
      parts: [first!, { kind: 'targeted' as const, rule: 'ingen-boernesamtale', size: 1, where: [] }],
    };
    const targeted = { part: 'targeted', partIndex: 1, stratum: 'ingen-boernesamtale', rank: 1, ticket: '' } as const;
    open([
      aRound(
        {},
        {
          plan,
          cases: [...aRound().record.cases, { ...targeted, caseId: '2025-00040' }],
          strata: [
            ...aRound().record.strata,
            { part: 'targeted', partIndex: 1, name: 'ingen-boernesamtale', size: 9, drawn: 1 },
          ],
        },
      ),
    ]);
    const groups = within(await drawnTable())
      .getAllByRole('rowgroup')
      .slice(1);
    expect(groups.map((group) => within(group).getByRole('rowheader').textContent)).toEqual([
      'Del 1: tilfældig, fordelt på team',
      expect.stringMatching(/^Del 2: målrettet, /u),
    ]);
    expect(groups[1]!.textContent).toContain('Målrettet: ');
    expect(screen.getByRole('region', { name: 'Del 1: tilfældig, fordelt på team' })).toBeTruthy();
  });

  it('offers nothing that edits a draw', async () => {
    open([aRound()]);
    const panel = await screen.findByRole('tabpanel');
    expect(within(panel).queryAllByRole('textbox')).toEqual([]);
    expect(within(panel).queryByRole('button', { name: /^(?:Ret|Rediger|Slet|Fjern)/u })).toBeNull();
  });

  it('every draw can be chosen, numbered, with the reason for drawing again', async () => {
    const second = aRound(
      { roundId: 'round-2', name: 'Anden runde', closed: 1 },
      { drawNumber: 2, redrawReason: 'Forkert periode', drawnAt: '2025-11-22T08:00:00', seed: 'andet-frø' },
    );
    open([second, aRound({ name: 'Første runde' })]);
    const log = await screen.findByRole('region', { name: 'Alle trækninger' });
    const draws = within(log).getAllByRole('button');
    expect(draws.map(({ textContent }) => textContent)).toEqual([
      'Trækning nr. 222-11-2025 kl. 08.00Anden runde3 sager, 1 lukketTrukket igen, fordi: Forkert periode',
      'Trækning nr. 121-11-2025 kl. 09.30Første runde3 sager, 0 lukket',
    ]);
    expect(draws.map((draw) => draw.getAttribute('aria-current'))).toEqual(['true', null]);
    fireEvent.click(draws[1]!);
    expect(await screen.findByRole('region', { name: 'Trukket 21-11-2025 kl. 09.30' })).toBeTruthy();
    expect(screen.queryByText('andet-frø')).toBeNull();
  });
});

describe('replacing', () => {
  it('takes the next, which nobody chooses, and keeps the replaced case with its reason', async () => {
    const fake = open([aRound()]);
    fireEvent.click(await screen.findByRole('button', { name: 'Erstat en sag' }));
    choose('Sag, der ikke kan gennemgås', '2025-00019');
    choose('Grund', 'conflict-of-interest');
    press('Erstat med næste');
    const table = await drawnTable();
    expect(await within(table).findByText('Erstattet af 2025-00033: Den, der gennemgår, er inhabil')).toBeTruthy();
    expect(fake.inputsOf('sampling.replace')).toEqual([
      { roundId: 'round-11', caseId: '2025-00019', reason: 'conflict-of-interest' },
    ]);
    expect(within(table).queryByRole('button', { name: '2025-00019' })).toBeNull();
    expect(within(table).getByText('I stedet for 2025-00019')).toBeTruthy();
    expect(within(table).getByRole('button', { name: '2025-00033' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Erstat med næste' })).toBeNull();
  });

  it('says why a case cannot be replaced, and keeps the form open', async () => {
    open([aRound()], {
      'sampling.replace': async () => {
        throw new AppError('no-replacement-left', 'none');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Erstat en sag' }));
    press('Erstat med næste');
    expect(await screen.findByText('Der er ikke flere sager i gruppen at erstatte med')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Erstat med næste' })).toBeTruthy();
  });
});

describe('enlarging', () => {
  const size = () => screen.getByLabelText('Nyt antal sager', { selector: 'input' });

  it('says what the new size means, keeps what there is, and sends the size and the reason', async () => {
    const fake = open([aRound()]);
    fireEvent.click(await screen.findByRole('button', { name: 'Udvid stikprøven' }));
    expect(screen.getByText(/Sagerne I allerede har, bliver/u)).toBeTruthy();
    const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Træk .* til$/u });
    fireEvent.change(size(), { target: { value: '3' } });
    expect(submit().disabled).toBe(true);
    fireEvent.change(size(), { target: { value: '5' } });
    expect(screen.getByText('3 sager nu, 5 bagefter: 2 sager trækkes til.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Grund (står i kontrolarket)'), {
      target: { value: 'For få til at sige noget' },
    });
    fireEvent.click(submit());
    const told = 'Udvidet 22-11-2025 kl. 08.00 med 2 sager: For få til at sige noget';
    expect(await screen.findByText(told)).toBeTruthy();
    expect(fake.inputsOf('sampling.enlarge')).toEqual([
      { roundId: 'round-11', partIndex: 0, size: 5, reason: 'For få til at sige noget' },
    ]);
  });

  it('tells by the exact interval what one random whole can say, with the code of the reports', async () => {
    const plan = { ...aRound().record.plan, parts: simple };
    open([aRound({}, { plan, strata: [{ part: 'random', partIndex: 0, name: '', size: 60, drawn: 3 }] })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Udvid stikprøven' }));
    fireEvent.change(size(), { target: { value: '10' } });
    // method.md 2.5: 10 read of 60, 8 as they should be
    expect(screen.getByText(/Hvis 8 af de 10 sager er i orden, er mellem 29 og 58 af de 60 sager/u)).toBeTruthy();
  });

  it('counts per group where the plan has a fixed number of each, and never past a group', async () => {
    const plan = {
      ...aRound().record.plan,
      parts: [
        {
          kind: 'random' as const,
          perStratum: 1,
          stratifyBy: 'team' as const,
          allocation: 'perStratum' as const,
          where: [],
        },
      ],
    };
    const strata = [
      { part: 'random' as const, partIndex: 0, name: 'Team Nord', size: 220, drawn: 1 },
      { part: 'random' as const, partIndex: 0, name: 'Team Syd', size: 2, drawn: 1 },
    ];
    open([aRound({}, { plan, strata })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Udvid stikprøven' }));
    fireEvent.change(screen.getByLabelText('Nyt antal fra hver gruppe', { selector: 'input' }), {
      target: { value: '4' },
    });
    expect(screen.getByText('2 sager nu, 6 bagefter: 4 sager trækkes til.')).toBeTruthy();
  });

  it('has nothing to offer where everything is drawn', async () => {
    const plan = {
      ...aRound().record.plan,
      parts: [{ kind: 'random' as const, stratifyBy: null, allocation: 'everything' as const, where: [] }],
    };
    open([aRound({}, { plan })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Udvid stikprøven' }));
    expect(screen.getByText('Alle sager er allerede trukket.')).toBeTruthy();
  });
});

describe('the papers', () => {
  it('are saved under names that tell which draw they are of', async () => {
    const fake = open([aRound()]);
    fireEvent.click(await screen.findByRole('button', { name: 'Gem kontrolark' }));
    expect(await screen.findByText('Gemt: kontrolark-2025-11-21-nr-1.xlsx')).toBeTruthy();
    expect(fake.inputsOf('sampling.saveSheet')).toEqual([
      { roundId: 'round-11', target: { ref: 'target', name: 'kontrolark-2025-11-21-nr-1.xlsx' } },
    ]);
    press('Gem lodtrækningen');
    await waitFor(() =>
      expect(fake.inputsOf('sampling.saveRecord')).toEqual([
        { roundId: 'round-11', target: { ref: 'target', name: 'lodtraekning-2025-11-21-nr-1.json' } },
      ]),
    );
  });

  it('say so where they cannot be written', async () => {
    open([aRound()], {
      'sampling.saveSheet': async () => {
        throw new AppError('disk-full', 'no room');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Gem kontrolark' }));
    expect(await screen.findByText('Der er ikke plads på disken')).toBeTruthy();
  });

  it('are also a page to print, with everything that repeats the draw and no name', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const plan = {
      ...aRound().record.plan,
      parts: [
        {
          kind: 'random' as const,
          size: 3,
          stratifyBy: 'caseworker' as const,
          allocation: 'proportional' as const,
          where: [],
        },
      ],
    };
    const strata = [{ part: 'random' as const, partIndex: 0, name: 'Mette Prøvesen', size: 220, drawn: 3 }];
    const cases = aRound().record.cases.map((drawn) => ({ ...drawn, stratum: 'Mette Prøvesen' }));
    open([aRound({}, { plan, strata, cases })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Vis kontrolark' }));
    const paper = await screen.findByRole('article');
    expect(screen.getByRole('heading', { level: 1, name: 'Kontrolark for stikprøven' })).toBeTruthy();
    for (const text of [
      '13579-24680-11223-44556',
      '8a1df02ec7de1071'.repeat(4),
      'Rådgiver 1',
      '2025-00026',
      'dddddddddddd',
    ]) {
      expect(paper.textContent).toContain(text);
    }
    expect(paper.textContent).not.toContain('Prøvesen');
    press('Udskriv');
    expect(print).toHaveBeenCalledOnce();
    press('Tilbage til trækningen');
    expect(await screen.findByRole('tab', { name: 'Trækninger', selected: true })).toBeTruthy();
    vi.unstubAllGlobals();
  });
});
