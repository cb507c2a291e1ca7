import { describe, expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { answerAll, openRound } from './review-fixture.ts';

const lines = async ({ app, roundId }: Awaited<ReturnType<typeof openRound>>) => app['review.queue']({ roundId });

describe('review.queue', () => {
  it('holds the cases in the order of the draw, the random part before the targeted, none begun', async () => {
    const round = await openRound();
    const queue = await lines(round);
    const { record } = (await round.app['sampling.rounds']({}))[0]!;
    expect(queue.map(({ caseId }) => caseId)).toEqual(record.cases.map(({ caseId }) => caseId));
    expect(queue.map(({ part, stratum, rank }) => `${part} ${stratum} ${rank}`)).toEqual([
      'random Nord 1',
      'random Nord 2',
      'random Syd 1',
      'random Syd 2',
      'targeted bfu-over-4-maaneder 1',
      'targeted bfu-over-4-maaneder 2',
    ]);
    for (const line of queue) {
      expect(line).toMatchObject({ state: 'not-started', answered: 0, items: 45, replacedBy: null });
    }
  });

  it('tells how far each review is: begun with the first answer, closed when it is closed', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    await app['review.answer']({ roundId, caseId: ids[1]!, itemId: 'barnets-stemme', value: 'no' });
    await app['review.answer']({ roundId, caseId: ids[1]!, itemId: 'journal', note: 'kun en note' });
    await answerAll(round, ids[2]!);
    await app['review.close']({ roundId, caseId: ids[2]!, despiteWarnings: true });
    expect((await lines(round)).map(({ state, answered }) => `${state} ${answered}`)).toEqual([
      'not-started 0',
      'draft 1',
      'done 45',
      'not-started 0',
      'not-started 0',
      'not-started 0',
    ]);
  });

  it('counts only what is asked in the case, once it is begun', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    const caseId = ids[0]!;
    await app['review.answer']({ roundId, caseId, itemId: 'barnets-stemme', value: 'yes' });
    const { applicability } = await app['review.open']({ roundId, caseId });
    const folded = Object.entries(applicability).flatMap(([id, { applies }]) => (applies === 'no' ? [id] : []));
    expect(folded.length).toBeGreaterThan(0);
    expect((await lines(round))[0]).toMatchObject({ answered: 1, items: 45 - folded.length });
    await app['review.answer']({ roundId, caseId, itemId: folded[0]!, value: 'yes' });
    expect((await lines(round))[0]).toMatchObject({ answered: 2, items: 45 - folded.length + 1 });
  });

  it('keeps a replaced case in sight and says which took its place', async () => {
    const round = await openRound();
    const { app, roundId, ids } = round;
    await app['sampling.replace']({ roundId, caseId: ids[0]!, reason: 'transferred' });
    const queue = await lines(round);
    const { replaced } = (await app['sampling.rounds']({}))[0]!.record;
    expect(queue).toHaveLength(7);
    expect(queue.find(({ caseId }) => caseId === ids[0])!.replacedBy).toBe(replaced[0]!.replacedBy);
    expect(queue.find(({ caseId }) => caseId === replaced[0]!.replacedBy)).toMatchObject({
      stratum: 'Nord',
      rank: 3,
      replacedBy: null,
    });
  });

  it('is refused for a round that is not there', async () => {
    const { app } = await openRound();
    await expect(app['review.queue']({ roundId: 'findes-ikke' })).rejects.toEqual(refused('round-not-found'));
  });
});

describe('review.open', () => {
  it('gives the facts, the dates, the checklist, why the case was drawn, and no answers yet', async () => {
    const { app, roundId, ids } = await openRound();
    const review = await app['review.open']({ roundId, caseId: 'S-01' });
    expect(ids).toContain('S-01');
    expect(review).toMatchObject({ roundId, caseId: 'S-01', state: 'not-started', asOf: '2025-11-03' });
    expect(review.record.values).toMatchObject({
      child_name: 'Barn Hemmelig 1',
      team: 'Nord',
      awareness_date: '2025-01-01',
      bfu_end: '2025-10-01',
    });
    expect(review.record.facts).toEqual({ Distrikt: 'Havnen' });
    expect(review.drawnBecause).toMatch(
      /^Målrettet: undersøgelsen tog mere end fire måneder, 15\d dage over fristen$/u,
    );
    expect(review.template).toMatchObject({ id: 'barnets-lov', edition: 1 });
    expect(review.template.sections.flatMap(({ items }) => items)).toHaveLength(45);
    expect(review.answers).toEqual([]);
    expect(review.actions).toEqual([]);
  });

  it('suggests by the day of the draw, whatever day it is read on', async () => {
    const { app, ports, roundId, ids } = await openRound();
    const late = await app['review.open']({ roundId, caseId: 'S-01' });
    expect(late.suggestions['bfu-frist']).toMatchObject({ rule: 'R07', verdict: 'no' });
    const running = await app['review.open']({ roundId, caseId: ids[0]! });
    expect(running.suggestions['bfu-frist']!.verdict).not.toBe('no');
    ports.setDay('2027-01-15');
    expect((await app['review.open']({ roundId, caseId: ids[0]! })).suggestions).toEqual(running.suggestions);
  });

  it('suggests only where a rule stands on the item', async () => {
    const { app, roundId } = await openRound();
    const { suggestions, template } = await app['review.open']({ roundId, caseId: 'S-01' });
    const withRule = template.sections.flatMap(({ items }) => items).filter(({ rule }) => rule !== null);
    expect(withRule.length).toBeGreaterThan(15);
    expect(Object.keys(suggestions).toSorted()).toEqual(withRule.map(({ id }) => id).toSorted());
    for (const { id, rule } of withRule) {
      expect(suggestions[id]!.rule).toBe(rule);
    }
  });

  it('is refused for a case outside the round', async () => {
    const { app, roundId, outside } = await openRound();
    await expect(app['review.open']({ roundId, caseId: outside })).rejects.toEqual(refused('case-not-in-round'));
  });
});

describe('review.viewed', () => {
  it('leaves one line in the audit log, with the ids and nothing of the case', async () => {
    const { app, roundId, auditLog } = await openRound();
    await app['review.open']({ roundId, caseId: 'S-01' });
    await app['review.viewed']({ roundId, caseId: 'S-01' });
    const log = await auditLog();
    expect(log.filter(({ kind }) => kind === 'case.viewed')).toMatchObject([
      { target: `${roundId}/S-01`, who: 'Åse Prøve' },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Hemmelig|Rådgiver|Havnen|Nord/u);
  });

  it('is refused, and not logged, for a case outside the round', async () => {
    const { app, roundId, outside, auditLog } = await openRound();
    await expect(app['review.viewed']({ roundId, caseId: outside })).rejects.toEqual(refused('case-not-in-round'));
    expect((await auditLog()).map(({ kind }) => kind)).not.toContain('case.viewed');
  });
});

describe('locking', () => {
  it('closes every question about the cases, and gives everything back when it is unlocked', async () => {
    const { app, roundId } = await openRound();
    const { importId } = (await app['importing.list']({}))[0]!;
    const questions = [
      () => app['review.queue']({ roundId }),
      () => app['review.open']({ roundId, caseId: 'S-01' }),
      () => app['review.actions']({}),
      () => app['workspace.overview']({}),
      () => app['sampling.rounds']({}),
      () => app['importing.list']({}),
      () => app['importing.problems']({ importId }),
      () => app['population.list']({ importId }),
      () => app['population.summary']({ importId }),
      () => app['population.case']({ importId, caseId: 'S-01' }),
      async () => (await app['report.preview']({ roundId, kind: 'casework' })).figures,
      () => app['report.words']({ roundId }),
    ];
    const before = await Promise.all(questions.map((ask) => ask()));
    expect(await app['workspace.lock']({})).toEqual({
      state: 'locked',
      savedAt: null,
      municipality: '',
      department: '',
      reviewer: '',
      slots: ['passphrase'],
      damaged: false,
      place: 'local',
    });
    for (const ask of questions) {
      await expect(ask()).rejects.toEqual(refused('workspace-locked'));
    }
    await expect(app['review.answer']({ roundId, caseId: 'S-01', itemId: 'journal', value: 'yes' })).rejects.toEqual(
      refused('workspace-locked'),
    );
    await app['workspace.unlock']({ passphrase });
    expect(await Promise.all(questions.map((ask) => ask()))).toEqual(before);
  });
});
