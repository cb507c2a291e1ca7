import { describe, expect, it } from 'vitest';

import { itemIds, type OpenRound, openRound } from './review-fixture.ts';
import {
  begin,
  bothClosed,
  closeFirst,
  closeSecond,
  picked,
  readSecond,
  secondReader,
} from './second-reading-fixture.ts';

describe('review.secondReadings', () => {
  it('says how far both are, and of the second reading how much is answered', async () => {
    const round = await picked();
    const { app, roundId, caseId, ids } = round;
    const line = async () => (await app['review.secondReadings']({ roundId })).lines[0];
    expect(await line()).toMatchObject({
      caseId,
      firstReader: '',
      firstState: 'not-started',
      secondState: 'not-started',
    });
    await closeFirst(round);
    await begin(round);
    await app['review.answer']({ roundId, caseId, reading: 2, itemId: 'u-naeste-skridt', value: 'na' });
    const first = { firstReader: 'Åse Prøve', firstState: 'done' };
    expect(await line()).toMatchObject({
      ...first,
      secondReader,
      secondState: 'draft',
      answered: 1,
      items: expect.any(Number),
    });
    expect(await app['review.secondReadings']({ roundId })).toMatchObject({ cases: ids.length });
  });

  it('gives the next case that this reader may read, and none of another second reader', async () => {
    const { app, roundId } = await openRound('underretninger');
    const { caseIds } = await app['review.drawSecond']({ roundId, count: 3 });
    const order = (await app['review.secondReadings']({ roundId })).lines.map(({ caseId }) => caseId);
    expect(order.toSorted()).toEqual([...caseIds].toSorted());
    const [mine, others, next] = order as [string, string, string];
    await app['review.startSecond']({ roundId, caseId: mine, reader: secondReader });
    await app['review.startSecond']({ roundId, caseId: others, reader: 'Carl' });
    for (const itemId of await itemIds(app, roundId, mine)) {
      await app['review.answer']({ roundId, caseId: mine, reading: 2, itemId, value: 'yes' });
    }
    const closed = await app['review.close']({ roundId, caseId: mine, reading: 2, despiteWarnings: true });
    expect(closed.nextCaseId).toBe(next);
  });
});

describe('review.agreement', () => {
  it('counts each item of the closed pairs, worst first, with its question', async () => {
    const round = await bothClosed({ 'u-naeste-skridt': 'no', 'u-kvittering': 'na' });
    const { app, roundId, caseId } = round;
    const agreement = await app['review.agreement']({ roundId });
    expect(agreement).toMatchObject({ picked: 1, bothClosed: [caseId], total: { pairs: 12, agreed: 10 } });
    expect(agreement.items.slice(0, 2).map(({ itemId }) => itemId)).toEqual(['u-kvittering', 'u-naeste-skridt']);
    expect(agreement.items[1]).toMatchObject({ pairs: 1, agreed: 0, question: expect.stringMatching(/næste skridt/u) });
    expect(agreement.items).toHaveLength(12);
  });

  it('stands in the report to the leadership, and nothing of it before a case is picked', async () => {
    const sheets = async ({ app, roundId }: OpenRound) =>
      (await app['report.preview']({ roundId, kind: 'administrative' })).workbook.sheets;
    const round = await bothClosed({ 'u-naeste-skridt': 'no' });
    const sheet = (await sheets(round)).find(({ name }) => name === 'Andenlæsning');
    expect(JSON.stringify(sheet)).toContain(
      '1 af de 1 tilfældigt trukne sager er lukket af begge læsere: enige i 11 af 12',
    );
    const names = (await sheets(await openRound('underretninger'))).map(({ name }) => name);
    expect(names).not.toContain('Andenlæsning');
  });

  it('leaves out a case that was replaced after both had read it', async () => {
    const opened = await openRound('underretninger');
    const { app, roundId, ids } = opened;
    await app['review.drawSecond']({ roundId, count: ids.length });
    const caseId = (await app['review.queue']({ roundId })).find(({ part }) => part === 'random')!.caseId;
    const round = { ...opened, caseId };
    await closeFirst(round);
    await begin(round);
    await readSecond(round, 'yes');
    await closeSecond(round);
    expect((await app['review.agreement']({ roundId })).bothClosed).toEqual([caseId]);
    await app['sampling.replace']({ roundId, caseId, reason: 'transferred' });
    expect(await app['review.agreement']({ roundId })).toMatchObject({
      picked: ids.length - 1,
      bothClosed: [],
      items: [],
    });
  });
});
