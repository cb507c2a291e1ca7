import { describe, expect, it } from 'vitest';

import { refused } from '../application/open-application.ts';
import {
  collect,
  drawRound,
  fileOf,
  officeWithRound,
  openOffice,
  resultOf,
  review,
  sendCases,
  spoken,
} from './support/offices.ts';

async function sentAndAnswered() {
  const consultant = await officeWithRound('Karen Konsulent');
  const head = await openOffice('Lars Leder');
  const sent = await sendCases(consultant, head, consultant.ids.slice(0, 2));
  return { consultant, head, sent, caseId: sent.caseIds[0]! };
}

describe('Collecting the answers to cases that were sent', () => {
  it('brings every answer, the state and the reader of a closed review', async () => {
    const { consultant, head, sent, caseId } = await sentAndAnswered();
    await review(head, sent.roundId, caseId);
    const done = await collect(consultant, await resultOf(head, consultant, sent.roundId));
    expect(done).toMatchObject({ roundId: consultant.roundId, outcome: 'merged', conflicts: 0, closed: 1, cases: 2 });
    const key = { roundId: consultant.roundId, caseId };
    const [there, here] = [
      await head.app['review.open']({ roundId: sent.roundId, caseId }),
      await consultant.app['review.open'](key),
    ];
    expect(here.state).toBe('done');
    expect(here.reader).toBe('Lars Leder');
    expect(here.answers).toEqual(there.answers);
    expect(here.answers.length).toBeGreaterThan(5);
    const [line] = await consultant.app['exchange.status']({});
    expect(line).toMatchObject({ conflicts: 0, lines: [{ closed: 1, cases: 2, head: 'Lars Leder', kind: 'cases' }] });
  });
});
