import { fireEvent, screen } from '@testing-library/react';

import type { Handlers } from '#shared/contract/operations.ts';

import { renderApp } from '../render-app.tsx';
import { exchangeHandlers, packageFile } from './demo-exchange.ts';

type Who = Parameters<typeof exchangeHandlers>[0];
export const uploads: string[] = [];
export const open = (who: Who, params: Record<string, string> = {}, handlers: Partial<Handlers> = {}) => {
  uploads.length = 0;
  return renderApp(
    { ...exchangeHandlers(who), ...handlers },
    { page: 'exchange', params },
    {
      upload: ({ name }) => {
        uploads.push(name);
        return { ref: name, name };
      },
    },
  );
};
export const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
export const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

export async function drop(button: string, ...names: string[]): Promise<void> {
  const at = (await screen.findByRole('button', { name: button })).closest('div[data-enable-pointer-events], div')!;
  const input = at.parentElement!.parentElement!.querySelector('input[type=file]')!;
  fireEvent.change(input, { target: { files: names.map(packageFile) } });
}

export const selected = (): string | null => screen.getByRole('tab', { selected: true }).textContent;
