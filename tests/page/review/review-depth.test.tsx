import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { ItemApplicability } from '#shared/contract/templates.ts';

import { answer, openRoom, template } from './review-room.ts';
import {
  deadline,
  first,
  focused,
  goals,
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

const law = 'barnets lov § 34, stk. 3 (afgørelse truffet 20-07-2025)';
const always: ItemApplicability = { applies: 'yes', reason: 'Gælder i alle sager.', law };
const applicability = {
  samtale: { applies: 'unknown', reason: 'Spørgsmålet vises, fordi alderen ikke er oplyst.', law },
  vaegt: { applies: 'no', reason: 'Barnet er ikke anbragt.', law },
  frist: always,
  maal: always,
} as const;

describe('what is relevant', () => {
  it('is folded with its reason where the facts say no, passed over, and not counted', async () => {
    openRoom({ review: { applicability } });
    await ready();
    expect(screen.getByText('0 af 3 besvaret')).toBeTruthy();
    expect(screen.getByText('Ikke relevant: Barnet er ikke anbragt.')).toBeTruthy();
    expect(screen.getByText(applicability.samtale.reason)).toBeTruthy();
    expect(screen.getByRole('article').textContent).toContain(law);
    expect(screen.getByRole('article').textContent).toContain('Ja betyderEt notat med dato.');
    press('1');
    expect(focused()).toBe(deadline);
    press('k');
    expect(focused()).toBe(talk);
    expect(screen.getByText('1 af 3 besvaret')).toBeTruthy();
  });

  it('is reached with Shift and an arrow, and answered all the same', async () => {
    const room = openRoom({ review: { applicability } });
    await ready();
    fireEvent.keyDown(document.body, { key: 'ArrowDown', shiftKey: true, bubbles: true });
    expect(focused()).toBe(weight);
    expect(screen.getByRole('article').textContent).toContain('Svar alligevel');
    press('Enter');
    expect(focused()).toBe(deadline);
    press('ArrowUp');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown', shiftKey: true, bubbles: true });
    press('2');
    await waitFor(() => expect(room.stored(first).get('vaegt')!.value).toBe('partly'));
    expect(screen.getByText('1 af 4 besvaret')).toBeTruthy();
  });

  it('is judged again when the answer it rests on changes', async () => {
    const condition = { answered: { item: 'samtale', values: ['no' as const] } };
    const sections = template.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.id === 'maal' ? { ...item, condition } : item)),
    }));
    openRoom({ review: { template: { ...template, sections } } });
    await ready();
    press('1');
    expect(screen.getByText(/^Ikke relevant: Spørgsmålet "Er der talt med barnet\?" er besvaret Ja/u)).toBeTruthy();
    expect(screen.getByText('1 af 3 besvaret')).toBeTruthy();
  });
});

describe('an answer that is not the suggested one', () => {
  it('asks why at once; a digit gives the reason and moves on, and the register error is counted', async () => {
    const room = openRoom();
    await ready();
    press('j');
    press('1');
    expect(focused()).toBe(weight);
    expect(screen.getByRole('group', { name: 'Hvorfor ikke Nej?' })).toBeTruthy();
    expect(screen.getByText('1 dato i registret er forkert')).toBeTruthy();
    press('7');
    expect(focused()).toBe(deadline);
    await waitFor(() =>
      expect(room.stored(first).get('vaegt')).toMatchObject({
        value: 'yes',
        override: { reason: 'date-missing', text: '' },
      }),
    );
    press('k');
    press('l');
    const line = screen.getByLabelText(/^Evt\. en linje/u);
    expect(document.activeElement).toBe(line);
    fireEvent.change(line, { target: { value: 'Står i journalen' } });
    fireEvent.blur(line);
    await waitFor(() => expect(room.stored(first).get('vaegt')!.override!.text).toBe('Står i journalen'));
  });

  it('is saved without a reason too', async () => {
    const room = openRoom();
    await ready();
    press('j');
    press('1');
    press('j');
    await waitFor(() => expect(room.stored(first).get('vaegt')!.value).toBe('yes'));
    expect(room.stored(first).get('vaegt')!.override).toBeUndefined();
  });
});

describe('good practice', () => {
  it('is starred by G with a line on what worked, and stands on the row in words', async () => {
    const room = openRoom();
    await ready();
    press('g');
    const line = screen.getByLabelText(/^Hvad virkede/u);
    expect(document.activeElement).toBe(line);
    fireEvent.change(line, { target: { value: 'Talte med barnet to gange' } });
    press('Escape', line);
    press('j');
    expect(mark(talk)).toContain('God praksis: Talte med barnet to gange');
    await waitFor(() => expect(room.stored(first).get('samtale')!.goodPractice).toBe('Talte med barnet to gange'));
    press('k');
    fireEvent.click(screen.getByRole('button', { name: 'Fjern stjernen' }));
    await waitFor(() => expect(room.stored(first).get('samtale')!.goodPractice).toBeUndefined());
  });
});

describe('undo', () => {
  it('takes the last answer back and gives it again, and shows where', async () => {
    const room = openRoom();
    await ready();
    press('1');
    await waitFor(() => expect(room.stored(first).get('samtale')!.value).toBe('yes'));
    press('z', document.body, true);
    await waitFor(() => expect(focused()).toBe(talk));
    expect(screen.getByText('0 af 4 besvaret')).toBeTruthy();
    expect(room.stored(first).get('samtale')!.value).toBeNull();
    press('y', document.body, true);
    await waitFor(() => expect(pressed()).toEqual(['Ja']));
    fireEvent.click(screen.getByRole('button', { name: /^Fortryd/u }));
    await waitFor(() => expect(screen.getByText('0 af 4 besvaret')).toBeTruthy());
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true, bubbles: true });
    await waitFor(() => expect(pressed()).toEqual(['Ja']));
  });

  it('brings a note back into its field, and leaves Ctrl+Z in a field to the field', async () => {
    const room = openRoom();
    await ready();
    fireEvent.change(note(), { target: { value: 'Talt 3-9' } });
    fireEvent.blur(note());
    await waitFor(() => expect(room.stored(first).get('samtale')!.note).toBe('Talt 3-9'));
    press('z', note(), true);
    await settled();
    expect(room.inputsOf('review.undo')).toEqual([]);
    press('z', document.body, true);
    await waitFor(() => expect(note().value).toBe(''));
  });
});

describe('a critical finding', () => {
  it('opens its action at once, which needs an owner and a date', async () => {
    const room = openRoom();
    await ready();
    press('3');
    const owner = screen.getByLabelText(/^Ansvarlig/u);
    expect(document.activeElement).toBe(owner);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Hvad skal der ske?').value).toBe(`Bring i orden: ${talk}`);
    fireEvent.submit(owner.closest('form')!);
    expect(screen.getByText('Skriv, hvem der har ansvaret')).toBeTruthy();
    fireEvent.change(owner, { target: { value: 'Teamleder' } });
    fireEvent.submit(owner.closest('form')!);
    const due = screen.getByLabelText(/^Frist/u);
    expect(document.activeElement).toBe(due);
    expect(room.inputsOf('review.saveAction')).toEqual([]);
    fireEvent.change(due, { target: { value: '1-12-2025' } });
    fireEvent.submit(owner.closest('form')!);
    await screen.findByText('frist 01-12-2025');
    expect(screen.queryByText(/^Kritisk fund/u)).toBeNull();
  });

  it('without an action refuses closing and leads to the item with its form open', async () => {
    const refuse = async (): Promise<never> => {
      throw new AppError('critical-action-missing', 'no', { itemId: 'samtale' });
    };
    openRoom({
      answers: [answer('samtale', 'no'), ...whole.slice(1)],
      handlers: { 'review.close': refuse },
    });
    await ready();
    press('j');
    press('Enter', document.body, true);
    await screen.findByText('Et kritisk fund mangler en handling med ansvarlig og frist');
    expect(focused()).toBe(talk);
    expect(document.activeElement).toBe(screen.getByLabelText(/^Ansvarlig/u));
    press('Escape');
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });
});

describe('closing', () => {
  it('shows what may contradict itself, leads there, and closes all the same when asked again', async () => {
    const words = 'Barnet er hørt, men der er ikke talt med det.';
    const room = openRoom({
      answers: whole,
      warnings: [
        { code: 'evidence-but-cannot-tell', itemId: 'maal' },
        { code: 'contradiction', itemId: 'samtale', otherItemId: 'vaegt', words },
      ],
    });
    await ready();
    press('Enter', document.body, true);
    const panel = (await screen.findByText('2 svar bør ses efter, før sagen lukkes')).closest('output')!;
    expect(panel.textContent).toContain(words);
    fireEvent.click(within(panel).getByRole('button', { name: goals }));
    expect(focused()).toBe(goals);
    press('Enter', document.body, true);
    await screen.findByRole('heading', { level: 1, name: `Sag ${second}` });
    expect(room.inputsOf('review.close')).toEqual([
      { roundId, caseId: first, reading: 1, despiteWarnings: false },
      { roundId, caseId: first, reading: 1, despiteWarnings: true },
    ]);
  });

  it('begins anew when an answer was changed after the warnings', async () => {
    const room = openRoom({ answers: whole, warnings: [{ code: 'relevant-by-facts', itemId: 'frist' }] });
    await ready();
    press('Enter', document.body, true);
    await screen.findByText('Ét svar bør ses efter, før sagen lukkes');
    press('4');
    expect(screen.queryByText('Ét svar bør ses efter, før sagen lukkes')).toBeNull();
    press('Enter', document.body, true);
    await screen.findByText('Ét svar bør ses efter, før sagen lukkes');
    expect(room.inputsOf('review.close')).toHaveLength(2);
  });

  it('of every case lets the round be locked, after saying what it means', async () => {
    openRoom({ answers: whole, states: { [first]: 'done', [second]: 'done', '2025-00026': 'done' } });
    await ready();
    fireEvent.click(screen.getByRole('button', { name: 'Lås runden' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Lås' }));
    expect(await screen.findByText('Runden er låst.')).toBeTruthy();
  });
});

describe('a text that names a person', () => {
  it('is marked at once, whoever and wherever it is', async () => {
    openRoom();
    await ready();
    fireEvent.change(note(), { target: { value: 'Barnet er hørt' } });
    expect(screen.queryByText(/^I teksten står/u)).toBeNull();
    fireEvent.change(note(), { target: { value: 'Ida, 010812-1234, er hørt af Riis' } });
    expect(
      screen.getByText(/^I teksten står et CPR-nummer og barnets navn og rådgiverens navn/u).textContent,
    ).toBeTruthy();
    press('2', document.body);
    press('h', document.body);
    fireEvent.change(screen.getByLabelText('Hvad skal der ske?'), { target: { value: 'Tal med Ida' } });
    expect(screen.getByText(/^I teksten står barnets navn\./u)).toBeTruthy();
  });
});

describe('a note that could not be saved', () => {
  it('stays in its field and is saved when it is tried again', async () => {
    const room = openRoom();
    await ready();
    room.breakSaving(true);
    fireEvent.change(note(), { target: { value: 'Talt 3-9' } });
    fireEvent.blur(note());
    await screen.findByText('Teksten er ikke gemt endnu. Den står her stadig.');
    expect(note().value).toBe('Talt 3-9');
    room.breakSaving(false);
    fireEvent.click(screen.getByRole('button', { name: 'Prøv igen' }));
    await waitFor(() => expect(room.stored(first).get('samtale')?.note).toBe('Talt 3-9'));
    await waitFor(() => expect(screen.queryByText(/ikke gemt endnu/u)).toBeNull());
  });
});
