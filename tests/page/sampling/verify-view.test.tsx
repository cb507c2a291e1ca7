import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';

import { renderApp } from '../render-app.tsx';
import { aRound } from './a-round.ts';

const { record } = aRound();

/** The check, reached without any draw or import of one's own. */
async function open(verify: Handlers['sampling.verify']) {
  const fake = renderApp(
    { 'sampling.rounds': async () => [], 'sampling.verify': verify },
    { page: 'sampling', params: {} },
    { choose: () => ({ ref: 'export', name: 'sager.csv' }) },
  );
  fireEvent.click(await screen.findByRole('tab', { name: 'Kontrollér' }));
  await screen.findByRole('button', { name: 'Vælg lodtrækningens fil' });
  return fake;
}

function chooseRecord(text: string, name = 'lodtraekning.json'): void {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
}
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

it('says "Samme udtræk" for the same draw, from the record and the file alone', async () => {
  const fake = await open(async () => ({ same: true, differences: [] }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Kontrollér' }).disabled).toBe(true);
  chooseRecord(JSON.stringify(record));
  expect(await screen.findByText('3 sager, trukket 21-11-2025 kl. 09.30, metode LT1, trækning nr. 1')).toBeTruthy();
  press('Vælg udtrækket');
  await screen.findByText('sager.csv');
  press('Kontrollér');
  expect(await screen.findByText('Samme udtræk')).toBeTruthy();
  expect(fake.inputsOf('sampling.verify')).toEqual([{ record, file: { ref: 'export', name: 'sager.csv' } }]);
});

it('lists every difference, and forgets the answer when another file is chosen', async () => {
  const differences = ['Sagslisten er en anden: 420 sager i kontrolarket, 419 nu.', 'Sag 2025-00012 trækkes ikke.'];
  await open(async () => ({ same: false, differences }));
  chooseRecord(`\uFEFF${JSON.stringify({ roundId: 'x', record })}`);
  await screen.findByText('lodtraekning.json');
  press('Vælg udtrækket');
  await screen.findByText('sager.csv');
  press('Kontrollér');
  expect(await screen.findByText('Ikke samme udtræk')).toBeTruthy();
  expect(screen.getByText('2 forskelle mellem lodtrækningen og det, der trækkes nu:')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(differences),
  );
  press('Vælg et andet udtræk');
  await waitFor(() => expect(screen.queryByText('Ikke samme udtræk')).toBeNull());
});

it('of what one reader was sent says that only her own cases are checked', async () => {
  const part = { told: 1, drawn: 3 };
  await open(async () => ({ same: true, differences: [], part }));
  chooseRecord(JSON.stringify(record));
  await screen.findByText('lodtraekning.json');
  press('Vælg udtrækket');
  await screen.findByText('sager.csv');
  press('Kontrollér');
  expect(await screen.findByText('Læserens sager passer')).toBeTruthy();
  expect(screen.getByText(/: 1 af 3 sager\. .*kan kun den kontrollere, der har hele lodtrækningen\.$/u)).toBeTruthy();
  expect(screen.queryByText('Samme udtræk')).toBeNull();
});

it('says what a file is not, and asks nothing of the core', async () => {
  const fake = await open(async () => ({ same: true, differences: [] }));
  for (const [text, name] of [
    ['{"format":"another"}', 'anden.json'],
    ['not json', 'tekst.json'],
  ] as const) {
    chooseRecord(text, name);
    expect(await screen.findByText(`${name}: Filen er ikke en lodtrækning fra programmet`)).toBeTruthy();
  }
  press('Vælg udtrækket');
  await screen.findByText('sager.csv');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Kontrollér' }).disabled).toBe(true);
  expect(fake.inputsOf('sampling.verify')).toEqual([]);
});

it('says why a file cannot be read', async () => {
  await open(async () => {
    throw new AppError('file-is-pdf', 'no export');
  });
  chooseRecord(JSON.stringify(record));
  await screen.findByText('lodtraekning.json');
  press('Vælg udtrækket');
  await screen.findByText('sager.csv');
  press('Kontrollér');
  expect((await screen.findAllByText(/PDF/u)).length).toBeGreaterThan(0);
});
