import { describe, expect, it } from 'vitest';

import type { AnswerValue } from '#shared/domain/review/answer.ts';

import { openApplication, refused, type TestApplication } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';

type App = TestApplication['app'];

async function answerPractice(app: App, reader: string, value: AnswerValue, but: Record<string, AnswerValue> = {}) {
  const { items } = await app['review.practiceCase']({});
  for (const { id: itemId } of items) {
    await app['review.practiceAnswer']({ reader, itemId, value: but[itemId] ?? value, note: `note fra ${reader}` });
  }
}

async function finish(app: App, reader: string, value: AnswerValue, but: Record<string, AnswerValue> = {}) {
  await answerPractice(app, reader, value, but);
  await app['review.practiceDone']({ reader });
}

describe('the practice case', () => {
  it('has documents and questions, and neither the proposed answers nor the reasons', async () => {
    const { app } = await openApplication();
    const sheet = await app['review.practiceCase']({ reader: 'Åse' });
    expect(sheet.items).toHaveLength(13);
    expect(sheet.documents.length).toBeGreaterThan(5);
    expect(sheet).toMatchObject({ invented: true, readers: [], answers: [], templateTitle: 'Barnets lov' });
    expect(JSON.stringify(sheet)).not.toMatch(/23 timer og 20 minutter|"why"/u);
  });

  it('keeps value and note apart, also after a restart, and for each reader alone', async () => {
    const { app } = await openApplication();
    const of = { reader: 'Åse', itemId: 'bisidder' };
    await Promise.all([
      app['review.practiceAnswer']({ ...of, value: 'no' }),
      app['review.practiceAnswer']({ ...of, note: 'Intet skrevet' }),
    ]);
    await app['review.practiceAnswer']({ reader: 'Bo', itemId: 'bisidder', value: 'cannot-tell', note: 'HEMMELIG' });
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    const own = await app['review.practiceCase']({ reader: ' åse ' });
    expect(own.answers).toEqual([{ itemId: 'bisidder', value: 'no', note: 'Intet skrevet' }]);
    expect(own.readers).toEqual([
      { reader: 'Bo', answered: 1, done: false },
      { reader: 'Åse', answered: 1, done: false },
    ]);
    expect(JSON.stringify(own)).not.toContain('HEMMELIG');
    await app['review.practiceAnswer']({ reader: 'ÅSE', itemId: 'bisidder', value: null });
    expect((await app['review.practiceCase']({ reader: 'Åse' })).answers[0]).toMatchObject({ value: null });
  });

  it('shows the result to a reader only when every item is answered and the answers stand', async () => {
    const { app } = await openApplication();
    await finish(app, 'Bo', 'yes');
    const incomplete = refused('review-incomplete');
    await expect(app['review.practiceResult']({ reader: 'Åse' })).rejects.toEqual(incomplete);
    const { items } = await app['review.practiceCase']({});
    for (const { id: itemId } of items.slice(1)) {
      await app['review.practiceAnswer']({ reader: 'Åse', itemId, value: 'no' });
    }
    await expect(app['review.practiceDone']({ reader: 'Åse' })).rejects.toEqual(
      refused('review-incomplete', { unanswered: 1 }),
    );
    await app['review.practiceAnswer']({ reader: 'Åse', itemId: items[0]!.id, value: 'no' });
    await expect(app['review.practiceResult']({ reader: 'Åse' })).rejects.toEqual(incomplete);
    await app['review.practiceDone']({ reader: 'åse' });
    expect((await app['review.practiceResult']({ reader: 'Åse' })).readers).toEqual(['Bo', 'Åse']);
    await expect(app['review.practiceAnswer']({ reader: 'Åse', itemId: 'bisidder', value: 'yes' })).rejects.toEqual(
      refused('review-closed'),
    );
  });

  it('gives two readers their figures, where they differ first, with the proposed answer and its reason', async () => {
    const { app } = await openApplication();
    await finish(app, 'Bo', 'yes');
    await finish(app, 'Åse', 'yes', { bisidder: 'cannot-tell', samtykke: 'partly' });
    await answerPractice(app, 'Carl', 'no');
    const result = await app['review.practiceResult']({ reader: 'Bo' });
    expect(result).toMatchObject({ unfinished: 1, total: { pairs: 13, agreed: 11 }, two: { pairs: 13, agreed: 11 } });
    expect(result.items.slice(0, 3).map(({ itemId, share }) => [itemId, share])).toEqual([
      ['bisidder', 0],
      ['samtykke', 0],
      ['underretning-24-timer', 1],
    ]);
    expect(result.items[0]).toMatchObject({
      question: 'Er barnet oplyst om retten til bisidder?',
      answers: [
        { reader: 'Bo', value: 'yes', note: 'note fra Bo' },
        { reader: 'Åse', value: 'cannot-tell' },
      ],
      proposed: { value: 'cannot-tell', why: expect.stringContaining('bisidder'), documents: ['samtale'] },
    });
    expect(JSON.stringify(result)).not.toContain('Carl');
  });

  it('gives three readers the share of pairs that agree, and one reader the proposed answers alone', async () => {
    const { app } = await openApplication();
    await finish(app, 'Bo', 'yes');
    const alone = await app['review.practiceResult']({ reader: 'Bo' });
    expect(alone).toMatchObject({ two: null, total: { pairs: 0, share: null }, readers: ['Bo'] });
    expect(alone.items).toHaveLength(13);
    await finish(app, 'Carl', 'yes');
    await finish(app, 'Åse', 'yes', { bisidder: 'no' });
    const { two, total, items } = await app['review.practiceResult']({ reader: 'Carl' });
    expect([two, total.pairs, total.agreed]).toEqual([null, 39, 37]);
    expect(items[0]).toMatchObject({ itemId: 'bisidder', pairs: 3, agreed: 1 });
  });

  it('asks nothing that is not in the case, and names nobody in the audit log', async () => {
    const { app, auditLog } = await openApplication();
    await expect(app['review.practiceAnswer']({ reader: 'Åse', itemId: 'journal', value: 'yes' })).rejects.toEqual(
      refused('unknown-item'),
    );
    await expect(app['review.practiceAnswer']({ reader: 'Åse', itemId: '', value: 'yes' })).rejects.toEqual(
      refused('unknown-item'),
    );
    await app['review.practiceAnswer']({ reader: 'Åse Ærlig', itemId: 'bisidder', value: 'yes' });
    const log = JSON.stringify(await auditLog());
    expect(log).toContain('practice.answered');
    expect(log).not.toContain('Ærlig');
  });
});
