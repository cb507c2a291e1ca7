import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';

import { answer, openRoom } from './review-room.ts';

const found = [answer('samtale', 'no', 'Ses ikke. Ring 120315-1234'), answer('frist', 'yes')];

/** The talk about the open case, reached from its head. */
async function openTalk(handlers: Partial<Handlers> = {}) {
  const room = openRoom({
    answers: found,
    handlers: {
      'review.saveConversation': async ({ conversation }) => conversation,
      'review.saveComment': async () => null,
      ...handlers,
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Samtale' }));
  await screen.findByRole('heading', { level: 1, name: /^Samtale om sag/u });
  await screen.findByText('Det skal vi tale om');
  return room;
}

describe('the talk with the caseworker', () => {
  it('says what is good before what was found, and shows no CPR number of a note', async () => {
    await openTalk();
    const page = screen.getByRole('article').textContent;
    expect(page.indexOf('Det er gjort godt')).toBeLessThan(page.indexOf('Det skal vi tale om'));
    expect(page).toContain('Fortroligt – indeholder oplysninger om en enkelt sag');
    expect(page).toContain('120315-••••');
    expect(page).not.toContain('120315-1234');
  });

  it('is saved as typed: once after a pause, and at once when its field is left', async () => {
    const room = await openTalk();
    const praise = screen.getByLabelText(/^Lederens ord/u);
    fireEvent.change(praise, { target: { value: 'Godt' } });
    fireEvent.change(praise, { target: { value: 'Godt set' } });
    expect(room.inputsOf('review.saveConversation')).toEqual([]);
    await waitFor(() => expect(room.inputsOf('review.saveConversation')).toHaveLength(1));
    const agreement = screen.getByLabelText('Hvad er aftalt?');
    fireEvent.change(agreement, { target: { value: 'Ny samtale' } });
    fireEvent.blur(agreement);
    const due = screen.getByLabelText('Frist for det aftalte');
    fireEvent.change(due, { target: { value: '1-2-26' } });
    fireEvent.blur(due);
    await waitFor(() => expect(room.inputsOf('review.saveConversation')).toHaveLength(3));
    expect(room.inputsOf('review.saveConversation').at(-1)).toMatchObject({
      conversation: { held: null, praise: 'Godt set', agreement: 'Ny samtale', due: '2026-02-01' },
    });
  });

  it('saves what waits when the page is left', async () => {
    const room = await openTalk();
    fireEvent.change(screen.getByLabelText(/^Lederens ord/u), { target: { value: 'Sidste ord' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tilbage til sagen' }));
    await waitFor(() => expect(room.inputsOf('review.saveConversation')).toHaveLength(1));
    expect(room.inputsOf('review.saveConversation')[0]).toMatchObject({ conversation: { praise: 'Sidste ord' } });
  });

  it('takes the caseworker’s own words beside the finding once agree or disagree is said, and takes them away', async () => {
    const room = await openTalk();
    const row = screen.getAllByRole('row').find(({ textContent }) => textContent.includes('Er der talt med barnet?'))!;
    const words = within(row).getByRole<HTMLTextAreaElement>('textbox');
    expect(words.disabled).toBe(true);
    fireEvent.click(within(row).getByRole('radio', { name: 'Uenig' }));
    fireEvent.change(words, { target: { value: 'Det står i notatet' } });
    fireEvent.blur(words);
    await waitFor(() => expect(room.inputsOf('review.saveComment')).toHaveLength(1));
    expect(room.inputsOf('review.saveComment')[0]).toMatchObject({
      itemId: 'samtale',
      comment: { stance: 'disagree', text: 'Det står i notatet' },
    });
    fireEvent.click(within(row).getByRole('radio', { name: 'Ikke talt om' }));
    await waitFor(() => expect(room.inputsOf('review.saveComment')).toHaveLength(2));
    expect(room.inputsOf('review.saveComment')[1]).toMatchObject({ itemId: 'samtale', comment: null });
    expect(words.value).toBe('Det står i notatet');
    expect(room.stored('2025-00012').get('samtale')?.value ?? 'no').toBe('no');
  });

  it('says what could not be saved, keeps the words, and tries again', async () => {
    let broken = true;
    const room = await openTalk({
      'review.saveConversation': async ({ conversation }) => {
        if (broken) throw new AppError('disk-full', 'no room');
        return conversation;
      },
    });
    const praise = screen.getByLabelText<HTMLTextAreaElement>(/^Lederens ord/u);
    fireEvent.change(praise, { target: { value: 'Godt set' } });
    fireEvent.blur(praise);
    expect(await screen.findByText('Der er ikke plads på disken')).toBeTruthy();
    expect(praise.value).toBe('Godt set');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Prøv igen' }));
    await waitFor(() => expect(screen.queryByText('Der er ikke plads på disken')).toBeNull());
    expect(room.inputsOf('review.saveConversation')).toHaveLength(2);
  });

  it('is written as a workbook of this case alone', async () => {
    const room = await openTalk({
      'report.write': async ({ target }) => ({ name: target.name, sheets: ['Sag'], figures: {} as never }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Gem som Excel' }));
    await waitFor(() => expect(room.inputsOf('report.write')).toHaveLength(1));
    expect(room.inputsOf('report.write')[0]).toMatchObject({ kind: 'case', roundId: 'round-11' });
    expect(await screen.findByText(/^Gemt: samtale-/u)).toBeTruthy();
  });
});
