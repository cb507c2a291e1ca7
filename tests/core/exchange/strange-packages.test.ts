import { describe, expect, it } from 'vitest';

import { collect, itemsOf, officeWithRound, openOffice, resultOf, review, spoken } from './support/offices.ts';
import { type Bent, bent, forge, resultIn } from './support/packages.ts';

/** What a head who drew alone sends home, and an office to bend it for. */
async function drawnAlone() {
  const head = await officeWithRound('Lars Leder');
  const office = await openOffice('Karen Konsulent');
  await review(head, head.roundId, head.ids[0]!);
  const result = await resultIn(office, await resultOf(head, office, head.roundId, { own: true }));
  return { head, office, result };
}

describe('A strange package that is none the less whole', () => {
  it('of a round without cases makes an empty round', async () => {
    const { head, office, result } = await drawnAlone();
    const empty = bent(result, (each) => {
      each.cases = [];
      each.versions = [];
      each.record = { ...each.record, cases: [], replaced: [] };
    });
    expect(await collect(office, await forge(office, empty), spoken)).toMatchObject({
      cases: 0,
      closed: 0,
      outcome: 'merged',
    });
    expect(await office.app['review.queue']({ roundId: head.roundId })).toEqual([]);
  });

  it('with hostile texts is kept word for word as text', async () => {
    const { head, office, result } = await drawnAlone();
    const [itemId] = await itemsOf(head, head.roundId);
    const note = '=HYPERLINK("http://x") \u202Egnp.exe\u0007 <script>alert(1)</script> "; DROP TABLE answers; --';
    const hostile = bent(result, (each) => {
      const cell = each.versions.find(([name]) => name.startsWith('answer/') && name.endsWith(`/1/${itemId!}`))!;
      (cell[1][0]!['content'] as Bent)['note'] = note;
      cell[1][0]!['by'] = '__proto__';
      each['unit'] = '../../etc';
    });
    const { roundId } = await collect(office, await forge(office, hostile), spoken);
    const queue = await office.app['review.queue']({ roundId });
    const { caseId } = queue.find(({ state }) => state === 'done')!;
    const { answers } = await office.app['review.open']({ roundId, caseId });
    expect(answers.find((each) => each.itemId === itemId)?.note).toBe(note);
    await office.app['workspace.lock']({});
  });
});
