import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { PlanPreview, RoundSummary } from '#shared/contract/sampling.ts';

import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';
import { aRound } from './a-round.ts';

const preview = (part: Partial<PlanPreview> = {}): PlanPreview => ({
  populationSize: 420,
  populationFingerprint: '8a1df02ec7de1071'.repeat(4),
  drawNumber: 1,
  excluded: [{ reason: 'Gennemgået inden for de seneste 12 måneder', count: 20 }],
  parts: [
    {
      partIndex: 0,
      kind: 'random',
      frameSize: 400,
      fingerprint: 'b'.repeat(64),
      drawn: 30,
      strata: [
        { name: 'Team Nord', size: 220, drawn: 16 },
        { name: 'Team Syd', size: 180, drawn: 14 },
      ],
    },
  ],
  ...part,
});

/** The page with `rounds` drawn before; a draw adds one, and the pages are told, as the core does. */
function open(rounds: readonly RoundSummary[], more: Partial<Handlers> = {}, params: Record<string, string> = {}) {
  let list = rounds;
  const fake = renderApp(
    {
      ...demoHandlers('month'),
      'sampling.preview': async () => preview({ drawNumber: list.length + 1 }),
      'sampling.rounds': async () => list,
      'sampling.places': async () => [],
      'sampling.draw': async ({ redrawReason = null }) => {
        const number = list.length + 1;
        const round = aRound({ roundId: `round-${number}` }, { drawNumber: number, redrawReason });
        list = [round, ...list];
        fake.announce({ name: 'stage-changed', stage: 'sampling' });
        return round;
      },
      ...more,
    },
    { page: 'sampling', params },
  );
  return fake;
}

/** Once the plan that is shown is the one that was asked about last. */
async function pressDraw(dialog: HTMLElement): Promise<void> {
  const draw = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Træk' });
  await waitFor(() => expect(draw.disabled).toBe(false));
  fireEvent.click(draw);
}

describe('before the draw', () => {
  it('shows the list, its fingerprint, the groups, what is held out, and what the sample can tell', async () => {
    open([]);
    expect(await screen.findByRole('region', { name: '400 sager, 30 trækkes' })).toBeTruthy();
    expect(screen.getByText('8a1d f02e c7de 1071 …')).toBeTruthy();
    expect(screen.getByText(/Trækning nr. 1 på denne liste/u)).toBeTruthy();
    expect(screen.getByText('20 sager holdt ude: Gennemgået inden for de seneste 12 måneder')).toBeTruthy();
    expect(screen.getAllByText('Team Nord').length).toBeGreaterThan(0);
    expect(screen.getByText('mellem 249 og 367')).toBeTruthy();
    expect(screen.getByText(/^Med 30 sager er der 95 % chance/u).textContent).toContain('i 37 sager eller flere');
  });

  it('says in words what the core says against the plan', async () => {
    open([], {
      'sampling.preview': async () => {
        throw new AppError('sample-larger-than-frame', 'too many');
      },
    });
    expect(await screen.findByText('Stikprøven er større end listen, den skal trækkes fra')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Træk \d/u })).toBeNull();
  });

  it('draws from the import one comes from, also when an earlier one was drawn from', async () => {
    const fake = open([aRound()], {}, { importId: 'import-1' });
    await screen.findByRole('button', { name: 'Træk 30 sager' });
    expect(fake.inputsOf('sampling.preview').at(-1)).toMatchObject({ importId: 'import-1' });
    fireEvent.click(screen.getByRole('tab', { name: 'Trækninger' }));
    await screen.findByText('13579-24680-11223-44556');
  });
});

describe('drawing', () => {
  it('takes the seed as written, draws once, and then shows what was drawn', async () => {
    const fake = open([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Træk 30 sager' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('30 sager trækkes af 420 sager');
    expect(within(dialog).queryByLabelText(/^Grund til ny trækning/u)).toBeNull();
    fireEvent.change(within(dialog).getByLabelText('Frø'), { target: { value: '7 12 19' } });
    fireEvent.change(within(dialog).getByLabelText('Rundens navn'), { target: { value: 'November' } });
    expect(fake.inputsOf('sampling.draw')).toEqual([]);
    await pressDraw(dialog);
    await screen.findByRole('region', { name: 'Trukket 21-11-2025 kl. 09.30' });
    expect(fake.inputsOf('sampling.draw')).toEqual([
      expect.objectContaining({
        importId: 'import-2',
        name: 'November',
        plan: expect.objectContaining({ seed: '7 12 19' }),
      }),
    ]);
    expect(fake.inputsOf('sampling.draw')[0]).not.toHaveProperty('redrawReason');
  });

  it('asks for a reason when the list was drawn before, and shows it afterwards', async () => {
    const fake = open([aRound()]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ny trækning' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Træk 30 sager' }));
    const dialog = await screen.findByRole('dialog');
    const draw = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Træk' });
    expect(draw.disabled).toBe(true);
    const reason = within(dialog).getByLabelText(/^Grund til ny trækning/u);
    fireEvent.change(reason, { target: { value: '   ' } });
    expect(draw.disabled).toBe(true);
    fireEvent.change(reason, { target: { value: 'Forkert periode' } });
    await pressDraw(dialog);
    expect(await screen.findAllByText(/Trukket igen, fordi: Forkert periode/u)).not.toHaveLength(0);
    expect(fake.inputsOf('sampling.draw')[0]).toMatchObject({ redrawReason: 'Forkert periode', plan: { seed: null } });
  });

  it('stands at once as the one that was made, while the list of draws still lacks it', async () => {
    const older = aRound();
    const fake = open([older], {
      'sampling.rounds': async () => [older],
      'sampling.draw': async () => aRound({ roundId: 'round-2' }, { drawNumber: 2, drawnAt: '2025-11-22T10:15:00' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Ny trækning' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Træk 30 sager' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^Grund til ny trækning/u), { target: { value: 'Forkert' } });
    await pressDraw(dialog);
    await screen.findByRole('region', { name: 'Trukket 22-11-2025 kl. 10.15' });
    expect(screen.queryByRole('region', { name: 'Trukket 21-11-2025 kl. 09.30' })).toBeNull();
    expect(fake.inputsOf('sampling.draw')).toHaveLength(1);
  });

  it('that fails says so in the dialog and keeps what was written', async () => {
    open([], {
      'sampling.draw': async () => {
        throw new AppError('disk-full', 'no room');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Træk 30 sager' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Frø'), { target: { value: '4711' } });
    await pressDraw(dialog);
    expect(await within(dialog).findByText('Der er ikke plads på disken')).toBeTruthy();
    expect(within(dialog).getByLabelText<HTMLInputElement>('Frø').value).toBe('4711');
  });
});

it('sends one to fetch an export when there is nothing to draw from', async () => {
  open([], { 'importing.list': async () => [] });
  fireEvent.click(await screen.findByRole('button', { name: 'Hent udtræk' }));
  await screen.findByRole('heading', { level: 1, name: 'Udtræk' });
});
