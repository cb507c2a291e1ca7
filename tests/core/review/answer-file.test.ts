import { describe, expect, it } from 'vitest';

import type { AnswersFile } from '#shared/domain/review/answer.ts';

import { refused } from '../application/open-application.ts';
import { answerAll, itemIds, type OpenRound, openRound } from './review-fixture.ts';

const yes = { value: 'yes' as const };

const send = ({ app, roundId }: OpenRound, reviews: AnswersFile['reviews'], template = 'barnets-lov') =>
  app['review.answerFile']({ roundId, answers: { template, reviews } });

describe('review.answerFile', () => {
  it('keeps what can be recorded, in one save, and lists the rest with its codes', async () => {
    const round = await openRound();
    const { app, ports, roundId, ids, outside } = round;
    const [replaced, closed, third, fourth] = ids as [string, string, string, string];
    await app['sampling.replace']({ roundId, caseId: replaced, reason: 'transferred' });
    await answerAll(round, closed);
    await app['review.close']({ roundId, caseId: closed, despiteWarnings: true });
    ports.events.length = 0;
    const outcome = await send(round, [
      { caseId: third, answers: { journal: { value: 'no', note: 'Note', evidence: 'Bilag' }, 'findes-ikke': yes } },
      { caseId: fourth, answers: { journal: yes, samtykke: { value: 'na' } } },
      { caseId: outside, answers: { journal: yes } },
      { caseId: replaced, answers: { journal: yes } },
      { caseId: closed, answers: { journal: { value: 'no' } } },
    ]);
    expect(outcome).toEqual({
      accepted: 3,
      rejected: [
        { caseId: third, itemId: 'findes-ikke', code: 'unknown-item' },
        { caseId: outside, itemId: 'journal', code: 'case-not-in-round' },
        { caseId: replaced, itemId: 'journal', code: 'case-not-in-round' },
        { caseId: closed, itemId: 'journal', code: 'review-closed' },
      ],
    });
    expect(ports.events.filter((event) => event.name === 'save-state' && event.state === 'saved')).toHaveLength(1);
    expect((await app['review.open']({ roundId, caseId: third })).answers).toEqual([
      { itemId: 'journal', value: 'no', note: 'Note', evidence: 'Bilag' },
    ]);
    expect((await app['review.open']({ roundId, caseId: fourth })).answers).toHaveLength(2);
    const untouched = await app['review.open']({ roundId, caseId: closed });
    expect(untouched.answers.every(({ value }) => value === 'yes')).toBe(true);
  });

  it('leaves the note and the evidence that stand where the file has none', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const stands = { itemId: 'journal', note: 'Skrevet i hånden', evidence: 'Bilag 1' };
    await app['review.answer']({ roundId, caseId: ids[0]!, ...stands });
    await send(round, [{ caseId: ids[0]!, answers: { journal: yes } }]);
    expect((await app['review.open']({ roundId, caseId: ids[0]! })).answers).toEqual([{ ...stands, value: 'yes' }]);
  });

  it('for another checklist is refused whole', async () => {
    const round = await openRound();
    const before = round.onDisk();
    await expect(send(round, [{ caseId: round.ids[0]!, answers: { journal: yes } }], 'serviceloven')).rejects.toEqual(
      refused('unknown-template'),
    );
    expect(round.onDisk()).toEqual(before);
  });

  it('in which nothing can be recorded saves nothing', async () => {
    const round = await openRound();
    const before = round.onDisk();
    const outcome = await send(round, [{ caseId: round.outside, answers: { journal: yes } }]);
    expect(outcome.accepted).toBe(0);
    expect(round.onDisk()).toEqual(before);
  });

  it('closes a review that is whole after it, and says which could not be closed', async () => {
    const round = await openRound();
    const { app, roundId, ids, outside } = round;
    const [replaced, whole, part, blank] = ids as [string, string, string, string];
    await answerAll(round, replaced);
    await app['sampling.replace']({ roundId, caseId: replaced, reason: 'transferred' });
    const items = await itemIds(app, roundId, whole);
    const outcome = await send(round, [
      { caseId: whole, close: true, answers: Object.fromEntries(items.map((id) => [id, yes])) },
      { caseId: part, close: true, answers: { journal: yes } },
      { caseId: blank, close: true, answers: {} },
      { caseId: outside, close: true, answers: {} },
      { caseId: replaced, close: true, answers: {} },
    ]);
    expect(outcome).toEqual({
      accepted: 46,
      rejected: [
        { caseId: part, code: 'review-incomplete' },
        { caseId: blank, code: 'review-incomplete' },
        { caseId: outside, code: 'case-not-in-round' },
        { caseId: replaced, code: 'case-not-in-round' },
      ],
    });
    const states = new Map((await app['review.queue']({ roundId })).map((line) => [line.caseId, line.state]));
    expect([whole, part, blank, replaced].map((id) => states.get(id))).toEqual([
      'done',
      'draft',
      'not-started',
      'draft',
    ]);
  });

  it('leaves a review that is closed already with the instant it was closed at', async () => {
    const round = await openRound();
    const { app, roundId, ids, fromDisk } = round;
    const closedAt = () => fromDisk((store) => store.read((tables) => tables.reviews.get(roundId, ids[0]!)?.closedAt));
    await answerAll(round, ids[0]!);
    await app['review.close']({ roundId, caseId: ids[0]!, despiteWarnings: true });
    const before = await closedAt();
    const outcome = await send(round, [{ caseId: ids[0]!, close: true, answers: {} }]);
    expect(outcome).toEqual({ accepted: 0, rejected: [] });
    expect(before).toMatch(/^2026-01-15T/u);
    expect(await closedAt()).toBe(before);
  });
});
