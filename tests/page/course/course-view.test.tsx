import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { compileHandlers } from '../compile-demo.ts';
import { renderApp } from '../render-app.tsx';

const route = { page: 'compile', params: { part: 'course' } } as const;
const region = (name: string) => screen.findByRole('region', { name });

describe('To år', () => {
  it('shows where the course is, its baseline, all eight recommendations, and the status with intervals', async () => {
    renderApp(compileHandlers(), route);
    expect(await screen.findByText(/Analyse til 03-07-2025, udvikling til 03-01-2027/u)).toBeTruthy();
    expect(screen.getByText('Udvikling')).toBeTruthy();
    const baseline = await region('Udgangspunkt');
    expect(within(baseline).getByText(/30 af 30 tilfældige sager læst/u)).toBeTruthy();
    const plan = await region('Udviklingsplan: de otte anbefalinger');
    expect(within(plan).getAllByRole('heading', { level: 3 })).toHaveLength(8);
    expect(within(plan).getByText(/udført 01-07-2025/u)).toBeTruthy();
    expect(within(plan).getAllByText('ingen handling endnu')).toHaveLength(6);
    const status = await region('Status på de samme spørgsmål');
    const table = within(status).getAllByRole('table')[0]!;
    const rows = within(table).getAllByRole('row');
    expect(rows[1]!.textContent).toMatch(/\d+ af \d+.*[+-]?\d+,\d \(-?\+?\d+,\d til [+-]?\d+,\d\)/u);
  });

  it('begins with the form where there is no course, proposes the oldest round, and shows what was made', async () => {
    const fake = renderApp(compileHandlers({ courses: [] }), route);
    const form = await region('Nyt forløb');
    expect(within(form).queryByRole('button', { name: 'Annuller' })).toBeNull();
    const save = within(form).getByRole('button', { name: 'Gem forløbet' });
    fireEvent.click(save);
    expect(within(form).getByText('Skriv, hvad forløbet hedder.')).toBeTruthy();
    const name = within(form).getByLabelText('Navn');
    expect([document.activeElement, name.getAttribute('aria-invalid')]).toEqual([name, 'true']);
    fireEvent.change(name, { target: { value: 'Forløb i nord' } });
    const start = within(form).getByLabelText('Begynder');
    fireEvent.change(start, { target: { value: '' } });
    fireEvent.click(save);
    expect(within(form).getByText('Skriv, hvilken dag forløbet begynder.')).toBeTruthy();
    expect(fake.inputsOf('course.save')).toEqual([]);
    fireEvent.change(start, { target: { value: '3-1-2025' } });
    fireEvent.click(save);
    await waitFor(() =>
      expect(fake.inputsOf('course.save')).toEqual([
        { courseId: null, name: 'Forløb i nord', baselineRoundId: 'm1', start: '2025-01-03' },
      ]),
    );
    fake.announce({ name: 'stage-changed', stage: 'report' });
    expect(await region('Udgangspunkt')).toBeTruthy();
  });

  it('is changed, written to a file, and removed only when it is confirmed', async () => {
    const fake = renderApp(compileHandlers(), route);
    fireEvent.click(await screen.findByRole('button', { name: 'Gem som Excel' }));
    expect(await screen.findByText(/er gemt\./u)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ret forløbet' }));
    const form = await region('Ret forløbet');
    fireEvent.change(within(form).getByLabelText('Udgangspunkt (runde)'), { target: { value: 'm3' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Gem forløbet' }));
    await waitFor(() =>
      expect(fake.inputsOf('course.save')).toEqual([
        expect.objectContaining({ courseId: 'c1', baselineRoundId: 'm3' }),
      ]),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Fjern forløbet' }));
    expect(fake.inputsOf('course.remove')).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Fjern' }));
    await waitFor(() => expect(fake.inputsOf('course.remove')).toEqual([{ courseId: 'c1' }]));
  });

  it('needs a round first', async () => {
    renderApp({ ...compileHandlers(), 'compile.choices': async () => ({ rounds: [] }) }, route);
    expect(await screen.findByText(/begynder med en runde/u)).toBeTruthy();
  });
});
