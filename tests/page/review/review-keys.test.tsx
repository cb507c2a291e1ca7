import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { answer, openRoom } from './review-room.ts';
import {
  deadline,
  evidence,
  first,
  focused,
  goals,
  mark,
  noneIsPressed,
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

describe('the keys', () => {
  it.each([
    ['1', 'yes', 'Ja', true],
    ['2', 'partly', 'Delvist', false],
    ['3', 'no', 'Nej', false],
    ['4', 'na', 'Ikke relevant', true],
    ['5', 'cannot-tell', 'Kan ikke ses', false],
  ])('%s answers %s; the page moves on only after what needs no note', async (key, value, label, movesOn) => {
    const room = openRoom();
    await ready();
    press(key);
    if (movesOn) {
      expect(focused()).toBe(weight);
      expect(mark(talk)).toContain(label);
    } else {
      expect(focused()).toBe(talk);
      expect(pressed()).toEqual([label]);
    }
    await waitFor(() =>
      expect(room.inputsOf('review.answer')).toEqual([
        { roundId, caseId: first, reading: 1, itemId: 'samtale', value },
      ]),
    );
  });

  it('0 clears the answer and stays', async () => {
    const room = openRoom();
    await ready();
    press('2');
    expect(pressed()).toEqual(['Delvist']);
    press('0');
    expect(noneIsPressed()).toBe(true);
    expect(focused()).toBe(talk);
    await waitFor(() => expect(room.stored(first).get('samtale')!.value).toBeNull());
  });

  it('J and K move between the items and stop at the ends', async () => {
    openRoom();
    await ready();
    press('k');
    expect(focused()).toBe(talk);
    press('j');
    press('ArrowDown');
    expect(focused()).toBe(deadline);
    press('j');
    press('j');
    expect(focused()).toBe(goals);
    press('ArrowUp');
    press('k');
    expect(focused()).toBe(weight);
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  it('Enter takes a suggestion as the answer; where the dates settle nothing it only moves on', async () => {
    const room = openRoom();
    await ready();
    press('Enter');
    expect(focused()).toBe(weight);
    expect(screen.getByText('Forslag: Nej')).toBeTruthy();
    press('Enter');
    expect(pressed()).toEqual(['Nej']);
    press('Enter');
    expect(focused()).toBe(deadline);
    expect(screen.getByText('Forslag: Mangler dato')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Brug/u })).toBeNull();
    press('Enter');
    expect(focused()).toBe(goals);
    press('Enter');
    await waitFor(() => expect(room.stored(first).get('maal')!.value).toBe('yes'));
    expect([...room.stored(first).keys()]).toEqual(['vaegt', 'maal']);
  });

  it('N and B go to the note and the evidence, where letters are only written, and Esc comes back', async () => {
    const room = openRoom();
    await ready();
    press('n');
    expect(document.activeElement).toBe(note());
    press('3');
    press('j');
    expect(focused()).toBe(talk);
    press('Escape');
    expect(document.activeElement).toBe(screen.getByRole('article'));
    press('b');
    expect(document.activeElement).toBe(evidence());
    await settled();
    expect(room.inputsOf('review.answer')).toEqual([]);
  });

  it('H opens an action on a finding with a proposed text, and nothing elsewhere; Enter saves it', async () => {
    const room = openRoom();
    await ready();
    press('h');
    press('2');
    expect(screen.queryByLabelText('Hvad skal der ske?')).toBeNull();
    press('h');
    const owner = screen.getByLabelText(/^Ansvarlig/u);
    expect(document.activeElement).toBe(owner);
    fireEvent.submit(owner.closest('form')!);
    await screen.findByText(`Bring i orden: ${talk}`);
    expect(room.inputsOf('review.saveAction')).toEqual([
      {
        id: null,
        action: {
          roundId,
          caseId: first,
          itemId: 'samtale',
          kind: 'case',
          text: `Bring i orden: ${talk}`,
          owner: '',
          due: null,
          category: null,
        },
      },
    ]);
    expect(screen.queryByRole('button', { name: 'Gem handling' })).toBeNull();
  });

  it('V shows the name and the number of the child, and hides them again; the next case begins hidden', async () => {
    openRoom();
    await ready();
    const shown = (): boolean =>
      /Ida Holm|010812/u.test(screen.getByRole('complementary', { name: 'Sagen' }).textContent);
    expect(document.body.textContent).not.toMatch(/Ida Holm|010812/u);
    press('v');
    expect(shown()).toBe(true);
    press('v');
    expect(shown()).toBe(false);
    press('v');
    press('ArrowDown', document.body, true);
    await screen.findByRole('heading', { level: 1, name: `Sag ${second}` });
    await ready();
    expect(shown()).toBe(false);
  });

  it('Ctrl+Enter closes the case and opens the next', async () => {
    const room = openRoom({ answers: whole });
    await ready();
    press('Enter', document.body, true);
    await screen.findByRole('heading', { level: 1, name: `Sag ${second}` });
    expect(room.inputsOf('review.close')).toEqual([{ roundId, caseId: first, reading: 1, despiteWarnings: false }]);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: new RegExp(`^${first}`, 'u') }).textContent).toContain('lukket'),
    );
  });

  it('Ctrl with an arrow changes case without closing', async () => {
    const room = openRoom();
    await ready();
    press('ArrowDown', document.body, true);
    await screen.findByRole('heading', { level: 1, name: `Sag ${second}` });
    await ready();
    press('ArrowUp', document.body, true);
    await screen.findByRole('heading', { level: 1, name: `Sag ${first}` });
    expect(room.inputsOf('review.close')).toEqual([]);
    expect(room.inputsOf('review.viewed')).toContainEqual({ roundId, caseId: second, reading: 1 });
  });
});

describe('closing', () => {
  it('of an unfinished case is refused with how many are left and the way to the first', async () => {
    openRoom({ answers: [answer('samtale', 'yes'), answer('frist', 'yes')] });
    await ready(weight);
    press('j');
    press('j');
    press('Enter', document.body, true);
    fireEvent.click(await screen.findByRole('button', { name: '2 punkter er ubesvarede. Gå til det første' }));
    expect(focused()).toBe(weight);
    expect(screen.queryByText('Gennemgangen kan ikke lukkes endnu')).toBeNull();
  });

  it('takes its refusal back once the rest is answered', async () => {
    openRoom({ answers: whole.slice(0, 3) });
    await ready(goals);
    press('Enter', document.body, true);
    await screen.findByText('Gennemgangen kan ikke lukkes endnu');
    press('1');
    await waitFor(() => expect(screen.queryByText('Gennemgangen kan ikke lukkes endnu')).toBeNull());
  });

  it('of the last case stays on it and shows that it is closed', async () => {
    openRoom({ answers: whole, states: { [second]: 'done', '2025-00026': 'done' } });
    await ready();
    press('Enter', document.body, true);
    expect(await screen.findByText(/^Sagen er lukket/u)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: `Sag ${first}` })).toBeTruthy();
  });
});
