import { expect, it } from 'vitest';

import { itemsOf, officeWithRound, openOffice, sendCases } from './support/offices.ts';

it('before a result is sent its preview shows what may still name somebody, place by place; with names nothing', async () => {
  const consultant = await officeWithRound('Karen Konsulent');
  const head = await openOffice('Lars Leder');
  const { roundId } = await sendCases(consultant, head, consultant.ids.slice(0, 2));
  const [first = '', second = ''] = (await head.app['review.queue']({ roundId })).map(({ caseId }) => caseId);
  const [itemId = '', other = ''] = await itemsOf(head, roundId);
  const { record, template } = await head.app['review.open']({ roundId, caseId: first });
  const child = record.values.child_name ?? '';
  expect(child).not.toBe('');
  await head.app['review.answer']({
    roundId,
    caseId: first,
    itemId,
    value: 'no',
    note: `${child} bor nu hos plejemor Karin Hede`,
    evidence: 'Bilag 4, BFU',
  });
  await head.app['review.answer']({
    roundId,
    caseId: second,
    itemId: other,
    value: 'no',
    note: 'talt med moster gitte',
  });
  const action = { roundId, itemId: null, kind: 'case' as const, due: null };
  await head.app['review.saveAction']({
    id: null,
    action: { ...action, caseId: second, text: 'Ring', owner: 'Torbens' },
  });
  await head.app['review.saveAction']({
    id: null,
    action: { ...action, caseId: null, text: 'Møde', owner: 'Lars Leder' },
  });
  const { likelyNames } = await head.app['exchange.previewResult']({ roundId, withNames: false });
  const questions = template.sections.flatMap(({ items }) => items).map((item) => [item.id, item.question] as const);
  const question = (id: string) => new Map(questions).get(id) ?? '';
  expect(likelyNames.toSorted((a, b) => a.field.localeCompare(b.field) || b.hints.length - a.hints.length)).toEqual([
    {
      caseId: second,
      field: 'note',
      question: question(other),
      text: 'talt med moster gitte',
      words: [],
      hints: ['gitte'],
    },
    {
      caseId: first,
      field: 'note',
      question: question(itemId),
      text: '[navn] bor nu hos plejemor Karin Hede',
      words: ['Karin', 'Hede'],
      hints: [],
    },
    { caseId: second, field: 'owner', question: '', text: 'Torbens', words: ['Torbens'], hints: [] },
  ]);
  expect((await head.app['exchange.previewResult']({ roundId, withNames: true })).likelyNames).toEqual([]);
});
