import { act, fireEvent, screen, within } from '@testing-library/react';

import { answer, questions } from './review-room.ts';

export const [talk, weight, deadline, goals] = questions as [string, string, string, string];
export const first = '2025-00012';
export const second = '2025-00019';
export const roundId = 'round-11';

export const press = (
  key: string,
  target: Element = document.activeElement ?? document.body,
  ctrlKey = false,
): void => {
  fireEvent.keyDown(target, { key, ctrlKey, bubbles: true });
};
export const focused = (): string => screen.getByRole('article').querySelector('h3')!.textContent;
export const ready = (question = talk) => screen.findByRole('article', { name: question });
export const mark = (question: string): string =>
  screen.getByRole('button', { name: new RegExp(`^${question.replace('?', '.')}`, 'u') }).textContent;
export const pressed = (): string[] =>
  within(screen.getByRole('group', { name: 'Svar' }))
    .getAllByRole('button', { pressed: true })
    .map((button) => button.querySelector('span')!.textContent);
export const noneIsPressed = (): boolean =>
  within(screen.getByRole('group', { name: 'Svar' })).queryAllByRole('button', { pressed: true }).length === 0;
export const note = (): HTMLTextAreaElement => screen.getByLabelText(/^Note/u);
export const evidence = (): HTMLInputElement => screen.getByLabelText(/^Bilag/u);
export const whole = [answer('samtale', 'yes'), answer('vaegt', 'yes'), answer('frist', 'na'), answer('maal', 'yes')];

/** Lets everything happen that follows at once, calls on the wire included; no timer gets its turn. */
export const settled = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      await Promise.resolve();
    }
  });
