import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { aRound } from '../../sampling/a-round.ts';
import { openPlan } from '../../sampling/plan-page.ts';

it('a draw names its checklist: barnets lov, or the newest edition of the one that is chosen', async () => {
  const fake = await openPlan(undefined, { 'sampling.draw': async () => aRound() });
  fireEvent.click(await screen.findByRole('button', { name: 'Træk 30 sager' }));
  const dialog = within(await screen.findByRole('dialog'));
  const checklist = await dialog.findByLabelText<HTMLSelectElement>('Tjekliste');
  await dialog.findByRole('option', { name: 'Barnets lov, vores udgave, udgave 2' });
  expect(checklist.value).toBe('barnets-lov');
  expect(checklist.selectedOptions[0]?.textContent).toBe('Barnets lov, udgave 1');
  expect(dialog.queryByRole('option', { name: 'Barnets lov, vores udgave, udgave 1' })).toBeNull();
  fireEvent.change(checklist, { target: { value: 'barnets-lov-lokal' } });
  // It waits for the preview of the plan as it stands.
  const draw = dialog.getByRole<HTMLButtonElement>('button', { name: 'Træk' });
  await waitFor(() => expect(draw.disabled).toBe(false));
  fireEvent.click(draw);
  await expect.poll(() => fake.inputsOf('sampling.draw')).toMatchObject([{ templateId: 'barnets-lov-lokal' }]);
});
