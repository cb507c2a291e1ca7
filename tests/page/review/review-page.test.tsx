import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { answer, openRoom } from './review-room.ts';
import {
  evidence,
  first,
  focused,
  mark,
  note,
  press,
  pressed,
  ready,
  roundId,
  second,
  settled,
  talk,
  weight,
  whole,
} from './review-screen.ts';

describe('a closed review', () => {
  it('is read only: no key and no field changes it', async () => {
    const room = openRoom({ answers: whole, states: { [first]: 'done' } });
    await ready();
    for (const key of ['3', '0', 'h', 'n']) {
      press(key);
    }
    press('Enter', document.body, true);
    expect(pressed()).toEqual(['Ja']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Nej/u }).disabled).toBe(true);
    expect(note().disabled).toBe(true);
    expect(evidence().disabled).toBe(true);
    press('Enter', document.body);
    expect(focused()).toBe(weight);
    await settled();
    expect(
      room.calls.filter(({ name }) => ['review.answer', 'review.close', 'review.saveAction'].includes(name)),
    ).toEqual([]);
  });

  it('takes no suggestion either', async () => {
    const room = openRoom({ answers: whole.slice(1), states: { [first]: 'done' } });
    await ready();
    press('Enter', document.body);
    await settled();
    expect(focused()).toBe(weight);
    expect(room.inputsOf('review.answer')).toEqual([]);
  });

  it('is open again with a reason, and not without', async () => {
    const room = openRoom({ answers: whole, states: { [first]: 'done' } });
    await ready();
    const open = screen.getByRole<HTMLButtonElement>('button', { name: 'Åbn sagen igen' });
    const reason = screen.getByLabelText('Hvorfor åbnes den igen?');
    expect(open.disabled).toBe(true);
    fireEvent.change(reason, { target: { value: '  ' } });
    expect(open.disabled).toBe(true);
    fireEvent.change(reason, { target: { value: 'Bilag fundet' } });
    fireEvent.click(open);
    await waitFor(() => expect(screen.queryByText(/^Sagen er lukket/u)).toBeNull());
    expect(room.inputsOf('review.reopen')).toEqual([{ roundId, caseId: first, reading: 1, reason: 'Bilag fundet' }]);
    press('3', document.body);
    await waitFor(() => expect(room.stored(first).get('samtale')!.value).toBe('no'));
  });
});

describe('saving', () => {
  it('that fails says so, brings back what the disk holds, and works again later', async () => {
    const room = openRoom({ answers: [answer('samtale', 'yes')] });
    await ready(weight);
    press('k');
    room.breakSaving(true);
    press('5');
    expect(pressed()).toEqual(['Kan ikke ses']);
    expect(await screen.findByText('Der er ikke plads på disken')).toBeTruthy();
    await waitFor(() => expect(pressed()).toEqual(['Ja']));
    room.breakSaving(false);
    press('2');
    await waitFor(() => expect(screen.queryByText('Der er ikke plads på disken')).toBeNull());
    expect(pressed()).toEqual(['Delvist']);
    expect(room.stored(first).get('samtale')!.value).toBe('partly');
  });

  it('on its way is not taken off the page by a reading that left before it', async () => {
    let arrive = (): void => undefined;
    const room = openRoom({
      answers: [answer('samtale', 'no')],
      handlers: {
        'review.answer': () =>
          new Promise((resolve) => {
            arrive = () =>
              resolve({
                answer: answer('samtale', 'partly'),
                state: 'draft',
                savedAt: '2025-11-21',
                canUndo: true,
                canRedo: false,
              });
          }),
      },
    });
    await ready(weight);
    press('k');
    press('2');
    const opened = room.inputsOf('review.open').length;
    press('h');
    fireEvent.click(screen.getByRole('button', { name: 'Gem handling' }));
    await waitFor(() => expect(room.inputsOf('review.open').length).toBeGreaterThan(opened));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(pressed()).toEqual(['Delvist']);
    arrive();
  });

  it('of a note happens after a pause, once', async () => {
    const room = openRoom();
    await ready();
    press('n');
    fireEvent.change(note(), { target: { value: 'Talt' } });
    fireEvent.change(note(), { target: { value: 'Talt med barnet 3-9' } });
    await settled();
    expect(room.inputsOf('review.answer')).toEqual([]);
    await waitFor(() => expect(room.inputsOf('review.answer')).toHaveLength(1));
    expect(room.inputsOf('review.answer')).toEqual([
      { roundId, caseId: first, reading: 1, itemId: 'samtale', note: 'Talt med barnet 3-9' },
    ]);
  });

  it.each([
    ['field', () => fireEvent.blur(evidence())],
    ['item', () => press('j', document.body)],
    ['case', () => press('ArrowDown', evidence(), true)],
    ['page', () => fireEvent.click(screen.getByRole('button', { name: 'Handlinger' }))],
    ['window', () => window.dispatchEvent(new Event('pagehide'))],
    ['window for another', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('of what is written happens at once when the %s is left', async (_what, leave) => {
    const room = openRoom();
    await ready();
    fireEvent.change(evidence(), { target: { value: 'Bilag 4' } });
    leave();
    // Only what follows from the leaving itself: no timer, such as that of the pause, gets its turn here.
    await settled();
    expect(room.inputsOf('review.answer')).toEqual([
      { roundId, caseId: first, reading: 1, itemId: 'samtale', evidence: 'Bilag 4' },
    ]);
  });

  it('of a note comes before the closing that is asked for from inside it', async () => {
    const room = openRoom({ answers: whole.slice(1) });
    await ready();
    press('1');
    press('k');
    fireEvent.change(note(), { target: { value: 'Sidste ord' } });
    press('Enter', note(), true);
    await screen.findByRole('heading', { level: 1, name: `Sag ${second}` });
    const names = room.calls
      .map(({ name }) => name)
      .filter((name) => name === 'review.answer' || name === 'review.close');
    expect(names).toEqual(['review.answer', 'review.answer', 'review.close']);
    expect(room.stored(first).get('samtale')!.note).toBe('Sidste ord');
  });
});

describe('the page', () => {
  it('begins at the first unanswered item and counts what is answered', async () => {
    openRoom({ answers: [answer('samtale', 'no', 'Ingen samtale')] });
    await ready(weight);
    expect(screen.getByText('1 af 4 besvaret')).toBeTruthy();
    const section = screen.getByRole('region', { name: 'Inddragelse' });
    expect(within(section).getByText('1 af 2')).toBeTruthy();
    expect(mark(talk)).toContain('Nej');
    press('k');
    expect(note().value).toBe('Ingen samtale');
  });

  it('shows the case in facts and dates, up to the day of the draw', async () => {
    openRoom();
    await ready();
    const panel = screen.getByRole('complementary', { name: 'Sagen' });
    for (const fact of ['12 år ved afgørelsen', 'Rosa Riis, Team Nord', '§ 32, stk. 1, nr. 5', 'Nordskolen']) {
      expect(panel.textContent).toContain(fact);
    }
    const dates = within(panel)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(dates[0]).toBe('12-11-2024Børnesamtaler');
    expect(dates.at(-1)).toBe('trækningsdag 21-11-2025');
  });

  it('lets an action be done on the item where it stands', async () => {
    const action: Action = {
      id: 'a',
      roundId,
      caseId: first,
      itemId: 'samtale',
      kind: 'case',
      text: 'Tal med barnet',
      owner: '',
      due: null,
      critical: true,
      created: '2025-11-20',
      done: null,
      category: null,
      measured: null,
    };
    openRoom({ answers: [answer('samtale', 'no')], actions: [action] });
    await ready(weight);
    press('k');
    fireEvent.click(screen.getByRole('button', { name: 'Udført' }));
    expect(await screen.findByText('udført 21-11-2025')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Åbn igen' })).toBeTruthy();
  });

  it('says in place that the case could not be read, and reads it again', async () => {
    let broken = true;
    openRoom({
      handlers: {
        'review.open': async () => {
          throw new AppError(broken ? 'read-failed' : 'case-not-in-round', 'no');
        },
      },
    });
    await screen.findByText('Filen kunne ikke læses');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Prøv igen' }));
    await waitFor(() => expect(screen.queryByText('Filen kunne ikke læses')).toBeNull());
  });

  it('sends one to draw when there is nothing to review', async () => {
    openRoom({ handlers: { 'sampling.rounds': async () => [] } });
    fireEvent.click(await screen.findByRole('button', { name: 'Træk en stikprøve' }));
    await screen.findByRole('heading', { level: 1, name: 'Stikprøve' });
  });
});
