import { fireEvent, screen, within } from '@testing-library/react';

import type { Handlers } from '#shared/contract/operations.ts';
import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import type { FakeApplication } from '../fake-application.ts';
import { renderApp } from '../render-app.tsx';
import { matrixHandlers } from './some-rounds.ts';

export const newest = ['r23', 'r22', 'r21', 'r20'];

export const open = (more: Partial<Compilation> = {}, handlers: Partial<Handlers> = {}): FakeApplication =>
  renderApp({ ...matrixHandlers(more), ...handlers }, { page: 'compile', params: { part: 'matrix' } });
export const table = (name: string) => screen.findByRole('table', { name });
export const region = (name: string) => screen.findByRole('region', { name });
export const select = (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name });
export const choose = async (name: string, value: string): Promise<void> => {
  fireEvent.change(await select(name), { target: { value } });
};
export const rowOf = (held: HTMLElement, name: string): readonly (string | null)[] => {
  const header = within(held).getByRole('rowheader', { name });
  return within(header.closest('tr')!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
};
