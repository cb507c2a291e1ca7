import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect } from 'vitest';

import type { FileRef } from '#shared/contract/operation.ts';
import type { ResultPayload } from '#shared/domain/exchange/package.ts';

import { refused } from '../../application/open-application.ts';
import { plan } from '../../review/review-fixture.ts';
import {
  collect,
  type OfficeWithRound,
  officeWithRound,
  resultOf,
  review,
  type Sent,
  sendCases,
  spoken,
} from './offices.ts';
import { type Bent, bent, forge, resultIn } from './packages.ts';

/** A consultant who has collected nothing, and what came to her that may be bent. */
export interface Desk {
  readonly consultant: OfficeWithRound;
  readonly head: OfficeWithRound;
  readonly sent: Sent;
  /** The answer to what was sent. */
  readonly answer: FileRef;
  /** The round that the head drew alone. */
  readonly own: FileRef;
  readonly ownResult: ResultPayload;
}

/** Two offices for all tests of a file; the answers are on the consultant's desk and not collected. */
export function answeredDesk(): { readonly desk: Desk } {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-bad-'));
  const made: { desk: Desk } = { desk: {} as Desk };
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    made.desk = await makeDesk(folder);
  }, 120_000);
  return made;
}

async function makeDesk(folder: string): Promise<Desk> {
  const consultant = await officeWithRound('Karen Konsulent', 'underretninger', plan, join(folder, 'karen'));
  const head = await officeWithRound('Lars Leder', 'underretninger', plan, join(folder, 'lars'));
  const sent = await sendCases(consultant, head, consultant.ids.slice(0, 2));
  await review(head, sent.roundId, sent.caseIds[0]!);
  await review(head, head.roundId, head.ids[0]!);
  const action = { roundId: head.roundId, caseId: head.ids[0]!, itemId: null, kind: 'case' as const };
  await head.app['review.saveAction']({ id: null, action: { ...action, text: 'Ring', owner: 'Lars', due: null } });
  const answer = await resultOf(head, consultant, sent.roundId);
  const own = await resultOf(head, consultant, head.roundId, { own: true });
  return { consultant, head, sent, answer, own, ownResult: await resultIn(consultant, own) };
}

/** Refused with this sentence's code, and every file of the workspace is what it was, also after it is opened again. */
export async function refuses(
  { consultant }: Desk,
  file: FileRef,
  code: string,
  passphrase: string | null = spoken,
): Promise<void> {
  const before = consultant.onDisk();
  await expect(collect(consultant, file, passphrase)).rejects.toThrow(refused(code));
  expect(consultant.onDisk()).toEqual(before);
  expect((await consultant.app['sampling.rounds']({})).map(({ roundId }) => roundId)).toEqual([consultant.roundId]);
  const queue = await consultant.app['review.queue']({ roundId: consultant.roundId });
  expect(queue.every(({ state }) => state === 'not-started')).toBe(true);
  expect(await consultant.app['review.actions']({})).toEqual([]);
}

/** The head's own round, bent and sealed again. */
export const bend = ({ consultant, ownResult }: Desk, how: (payload: Bent) => void): Promise<FileRef> =>
  forge(consultant, bent(ownResult, how));
