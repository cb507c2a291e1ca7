import { expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import { exportText, plan } from '../review/review-fixture.ts';
import { collect, officeWithRound, openOffice, resultOf, review, sendCases, spoken } from './support/offices.ts';

it('a case that came for a second reading is not begun by its first reader, who may sit at the same workspace', async () => {
  const consultant = await officeWithRound('Karla Konsulent');
  const head = await openOffice('Hanne Leder');
  const { roundId, caseIds } = await sendCases(consultant, head, consultant.ids.slice(0, 2), 'second-reading');
  const [begun = '', caseId = ''] = caseIds;
  const names = { municipality: 'Prøvekøbing', department: 'Børn og Unge' };
  await review(head, roundId, begun);
  await head.app['workspace.settings']({ ...names, reviewer: 'karla konsulent' });
  const { template } = await head.app['review.open']({ roundId, caseId });
  const itemId = template.sections[0]!.items[0]!.id;
  await head.app['review.viewed']({ roundId, caseId });
  await expect(head.app['review.answer']({ roundId, caseId, itemId, value: 'yes' })).rejects.toEqual(
    refused('same-reader'),
  );
  expect((await head.app['review.open']({ roundId, caseId })).reader).toBe('');
  await head.app['workspace.settings']({ ...names, reviewer: 'Olga Leder' });
  await head.app['review.answer']({ roundId, caseId, itemId, value: 'yes' });
});

it('the start page tells of a round that is read here, also when another was collected since', async () => {
  const consultant = await openOffice('Karla Konsulent');
  const head = await officeWithRound('Hanne Leder');
  const result = () => resultOf(head, consultant, head.roundId, { own: true });
  const { roundId } = await collect(consultant, await result(), spoken);
  expect((await consultant.app['sampling.rounds']({})).map((round) => [round.roundId, round.role])).toEqual([
    [roundId, 'collected'],
  ]);
  expect((await consultant.app['workspace.overview']({})).round).toBeNull();
});

it('a second reading counts for no quota of the year: its cases are covered by who read them first', async () => {
  const consultant = await officeWithRound('Karla Konsulent', 'underretninger', { ...plan, asOf: '2026-01-15' });
  const covered = async (kind: 'cases' | 'second-reading', reader: string): Promise<number> => {
    const head = await openOffice(reader);
    await sendCases(consultant, head, consultant.ids, kind);
    const { importId } = await head.app['importing.run']({ file: head.addFile('sager.csv', exportText) });
    const year = await head.app['sampling.yearPlan']({ importId, by: 'team', perYear: 4, month: '2026-02' });
    return year.groups.reduce((sum, group) => sum + group.drawn, 0);
  };
  const queue = await consultant.app['review.queue']({ roundId: consultant.roundId });
  const random = queue.filter(({ part }) => part === 'random');
  expect(await covered('cases', 'Hanne Leder')).toBe(random.length);
  expect(await covered('second-reading', 'Olga Leder')).toBe(0);
});
