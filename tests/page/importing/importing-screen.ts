import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';

export const route = { page: 'importing', params: {} } as const;
export const files = { choose: () => ({ ref: 'file-1', name: 'udtræk.xlsx' }) };

export async function chooseFile(): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Vælg fil' }));
  const table = await screen.findByRole('table', { name: 'Filens kolonner' });
  await waitFor(() => expect(table.getAttribute('aria-busy')).toBe('false'));
}

export function row(header: string): HTMLElement {
  return screen.getByRole('rowheader', { name: header }).closest('tr')!;
}

export async function setField(header: string, field: string): Promise<void> {
  const input = within(row(header)).getByRole('combobox');
  fireEvent.click(input);
  const list = document.getElementById(input.getAttribute('aria-controls')!)!;
  fireEvent.click(await within(list).findByText(field));
}

export function readButton(): HTMLButtonElement {
  return screen.getByRole('button', { name: 'Læs filen' });
}
