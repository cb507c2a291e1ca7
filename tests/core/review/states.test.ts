import { describe, expect, it } from 'vitest';

import { reviewedBefore } from '#core/population/reviewed-before.ts';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { answerAll, type OpenRound, openRound } from './review-fixture.ts';

const stateOf = async ({ app, roundId }: OpenRound, caseId: string) =>
  (await app['review.queue']({ roundId })).find((line) => line.caseId === caseId)!.state;

const close = ({ app, roundId }: OpenRound, caseId: string) =>
  app['review.close']({ roundId, caseId, despiteWarnings: true });

describe('the states of a review', () => {
  it('go from draft over done and locked to reopened and done again, and survive a restart', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const [caseId, other, untouched] = ids as [string, string, string];
    await answerAll(round, caseId);
    await app['review.answer']({ roundId, caseId: other, itemId: 'journal', value: 'yes' });
    expect(await stateOf(round, caseId)).toBe('draft');
    await close(round, caseId);
    expect(await app['review.lock']({ roundId })).toEqual({ locked: 1 });
    expect([await stateOf(round, caseId), await stateOf(round, other), await stateOf(round, untouched)]).toEqual([
      'locked',
      'draft',
      'not-started',
    ]);
    await expect(app['review.answer']({ roundId, caseId, itemId: 'journal', value: 'no' })).rejects.toEqual(
      refused('review-closed'),
    );
    await expect(close(round, caseId)).rejects.toEqual(refused('review-closed'));
    expect(await app['review.lock']({ roundId })).toEqual({ locked: 0 });
    expect(await app['review.reopen']({ roundId, caseId, reason: 'Nyt bilag' })).toEqual({ state: 'reopened' });
    await app['review.answer']({ roundId, caseId, itemId: 'journal', value: 'no' });
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect(await stateOf(round, caseId)).toBe('reopened');
    expect(await app['review.lock']({ roundId })).toEqual({ locked: 0 });
    expect((await close(round, caseId)).state).toBe('done');
  });

  it('locking a round that is not there is refused', async () => {
    const { app } = await openRound();
    await expect(app['review.lock']({ roundId: 'findes-ikke' })).rejects.toEqual(refused('round-not-found'));
  });
});

describe('closing', () => {
  it('says each contradiction once, stays open until they are seen, and closes then with the same words', async () => {
    const round = await openRound();
    const { app, roundId } = round;
    // S-01 took nine months: its dates suggest "no" to the four-month limit.
    const of = { roundId, caseId: 'S-01' };
    await answerAll(round, of.caseId);
    const { template, applicability, suggestions } = await app['review.open'](of);
    expect(suggestions['bfu-frist']!.verdict).toBe('no');
    await app['review.answer']({ ...of, itemId: 'bisidder', value: 'cannot-tell', evidence: 'Notat 3-5-2025' });
    const byFacts = template.sections
      .flatMap(({ items }) => items)
      .find(({ id, condition }) => condition !== undefined && applicability[id]?.applies === 'yes')!;
    await app['review.answer']({ ...of, itemId: byFacts.id, value: 'na' });
    const [pair] = template.contradictions!;
    for (const { item, values } of pair!.items) await app['review.answer']({ ...of, itemId: item, value: values[0]! });
    const told = await app['review.close']({ ...of });
    expect(told).toMatchObject({ state: 'draft', nextCaseId: null });
    const codes = told.warnings.map(({ code }) => code);
    expect(new Set(codes)).toEqual(
      new Set(['relevant-by-facts', 'evidence-but-cannot-tell', 'override-without-reason', 'contradiction']),
    );
    expect(told.warnings).toContainEqual({ code: 'override-without-reason', itemId: 'bfu-frist' });
    expect(told.warnings).toContainEqual({ code: 'evidence-but-cannot-tell', itemId: 'bisidder' });
    expect(told.warnings).toContainEqual({ code: 'relevant-by-facts', itemId: byFacts.id });
    expect(await stateOf(round, 'S-01')).toBe('draft');
    const closed = await close(round, 'S-01');
    expect(closed).toMatchObject({ state: 'done', warnings: told.warnings });
  });

  it('warns no more of an answer against the dates once it says why; taking the reason away warns again', async () => {
    const round = await openRound();
    const { app, roundId } = round;
    const of = { roundId, caseId: 'S-01', itemId: 'bfu-frist' };
    await answerAll(round, 'S-01');
    const warned = async () =>
      (await app['review.close']({ roundId, caseId: 'S-01' })).warnings.filter(
        ({ code, itemId }) => code === 'override-without-reason' && itemId === 'bfu-frist',
      );
    expect(await warned()).toHaveLength(1);
    const override = { reason: 'date-wrong' as const, text: 'Slutdatoen er tastet forkert' };
    const { answer } = await app['review.answer']({ ...of, override });
    expect(answer).toMatchObject({ value: 'yes', suggested: 'no', override });
    expect((await app['review.answer']({ ...of, value: 'no' })).answer.override).toBeUndefined();
    await app['review.answer']({ ...of, value: 'yes', override });
    await app['review.answer']({ ...of, override: null });
    expect(await warned()).toHaveLength(1);
    const nonsense = { reason: 'ved ikke' as never, text: '' };
    await expect(app['review.answer']({ ...of, override: nonsense })).rejects.toEqual(refused('invalid-input'));
  });
});

describe('the time of a case', () => {
  it('is the minutes between the acts on it, pauses left out, and survives a restart', async () => {
    const round = await openRound();
    const { app, ports, roundId, ids } = round;
    const of = { roundId, caseId: ids[0]! };
    let minute = 0;
    Object.assign(ports.clock, { now: () => new Date(Date.UTC(2026, 0, 16, 9, minute)).toISOString() });
    const at = async (next: number, work: () => Promise<unknown>) => {
      minute = next;
      await work();
    };
    await at(0, () => app['review.viewed'](of));
    await at(4, () => app['review.answer']({ ...of, itemId: 'journal', value: 'yes' }));
    await at(10, () => app['review.answer']({ ...of, itemId: 'bisidder', value: 'yes' }));
    // Lunch: sixteen minutes and more are a pause, and none of it counts.
    await at(55, () => app['review.answer']({ ...of, itemId: 'samtykke', value: 'yes' }));
    await at(58, () => app['review.undo'](of));
    expect((await app['review.open'](of)).minutes).toBe(13);
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect((await app['review.open'](of)).minutes).toBe(13);
    expect((await app['review.open']({ roundId, caseId: ids[1]! })).minutes).toBe(0);
  });
});

describe('the mark of a reviewed case', () => {
  it('is left by closing alone, on the page or by a file, and stays when the review is opened again', async () => {
    const round = await openRound();
    const { app, roundId, ids, fromDisk } = round;
    const [onPage, byFile, draft] = ids as [string, string, string];
    const records = await Promise.all(
      ids.map(async (caseId) => (await app['review.open']({ roundId, caseId })).record),
    );
    const recognised = () =>
      fromDisk((store) => store.read((tables) => [...reviewedBefore(tables, records).keys()].toSorted()));
    for (const caseId of [onPage, byFile, draft]) await answerAll(round, caseId);
    expect(await recognised()).toEqual([]);
    await close(round, onPage);
    expect(await recognised()).toEqual([onPage]);
    const reviews = [{ caseId: byFile, close: true, answers: {} }];
    await app['review.answerFile']({ roundId, answers: { template: 'barnets-lov', reviews } });
    await app['review.reopen']({ roundId, caseId: onPage, reason: 'Nyt bilag' });
    expect(await recognised()).toEqual([onPage, byFile].toSorted());
  });
});
