import { cpSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import { createKnownRounds } from '#core/report/answer-table.ts';
import { warmRounds } from '#core/report/warm-rounds.ts';
import { createTemplateShelf } from '#core/review/template-shelf.ts';
import { createStore } from '#core/store/open-store.ts';
import type { Store } from '#core/store/store-port.ts';
import { AppError } from '#shared/contract/errors.ts';

import { collect, drawRound, itemsOf, officeWithRound, openOffice, resultOf } from '../exchange/support/offices.ts';
import { type OfficeWithRound, review, sendCases } from '../exchange/support/offices.ts';
import { passphrase, temporaryFolder } from '../store/store-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const noCall = { signal: new AbortController().signal, report: () => undefined };

/** All rounds put together as a program says that has just opened a copy of the workspace, and as this one does. */
async function bothSay({ app, ports }: OfficeWithRound) {
  const folder = temporaryFolder();
  cpSync(ports.workspaceFolder, folder, { recursive: true });
  const fresh = await createApplication({ ...ports, workspaceFolder: folder, announce: () => undefined });
  await fresh['workspace.unlock']({ passphrase }, noCall);
  const roundIds = (await app['compile.choices']({})).rounds.map(({ roundId }) => roundId);
  const asked = (['all', 'team'] as const).map((by) => ({ roundIds, by, group: null }));
  const here = await Promise.all(asked.map((input) => app['compile.matrix'](input)));
  const there = await Promise.all(asked.map((input) => fresh['compile.matrix'](input, noCall)));
  await fresh['workspace.lock']({}, noCall);
  return { here, there: JSON.parse(JSON.stringify(there)) as unknown };
}

/** What cannot be done to this case now is not done. */
function refusal(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

const values = ['yes', 'partly', 'no', 'na', 'cannot-tell', null] as const;
const kinds = [
  'answer',
  'undo',
  'answer',
  'close',
  'collect',
  'open-again',
  'answer',
  'undo',
  'restore',
  'collect',
] as const;
type Kind = (typeof kinds)[number];
const place = fc.record({ at: fc.nat(3), item: fc.nat(20), value: fc.constantFrom(...values) });
type Place = typeof place extends fc.Arbitrary<infer P> ? P : never;

it('what is kept in memory of rounds is what the rows say, after whatever was done', { timeout: 240_000 }, async () => {
  const office = await officeWithRound('Karla Konsulent');
  const head = await openOffice('Hanne Leder');
  const received = await sendCases(office, head);
  const second = await drawRound(office);
  const items = await itemsOf(office, office.roundId);
  office.ports.setDay('2026-01-16');
  for (const caseId of second.ids) await review(office, second.roundId, caseId, { [items[0]!]: 'no' });
  let last = 0;
  const toRead = [...received.caseIds];
  const carryOut = async (kind: Kind, { at, item, value }: Place): Promise<unknown> => {
    const itemId = items[item % items.length]!;
    const keyOf = (row: number) => ({ roundId: second.roundId, caseId: second.ids[row]!, reading: 1 as const });
    switch (kind) {
      case 'answer':
        last = at;
        await office.app['review.reopen']({ ...keyOf(at), reason: 'prøve' }).catch(refusal);
        return office.app['review.answer']({ ...keyOf(at), itemId, value });
      case 'undo':
        return office.app['review.undo'](keyOf(last));
      case 'close':
        return office.app['review.close']({ ...keyOf(last), despiteWarnings: true }).catch(refusal);
      case 'collect':
        for (const caseId of toRead.splice(0, 2)) {
          await review(head, received.roundId, caseId, { [itemId]: value === 'partly' ? 'partly' : 'na' });
        }
        return collect(office, await resultOf(head, office, received.roundId));
      case 'restore': {
        const [copy] = await office.app['backups.list']({});
        return office.app['backups.restore']({ id: copy?.id ?? '', passphrase });
      }
      case 'open-again':
        await office.app['workspace.lock']({});
        await office.app['workspace.unlock']({ passphrase });
        return manyTurns();
    }
  };
  const places = fc.sample(place, 2 * kinds.length);
  for (const [index, each] of places.entries()) {
    await carryOut(kinds[index % kinds.length]!, each);
    const { here, there } = await bothSay(office);
    expect(here).toEqual(there);
  }

  const name = (await office.app['sampling.rounds']({})).find(({ roundId }) => roundId === second.roundId)?.name ?? '';
  await office.app['deletion.run']({ roundId: second.roundId, name });
  const { here, there } = await bothSay(office);
  expect(here).toEqual(there);
});

it('rounds are read one in a turn, those that are received or not begun are not, and locking ends it', async () => {
  const office = await officeWithRound('Karla Konsulent');
  const rounds = [office.roundId, ...(await Promise.all([drawRound(office), drawRound(office)])).map((r) => r.roundId)];
  for (const roundId of rounds.slice(0, 2)) {
    const [line] = await office.app['review.queue']({ roundId });
    await review(office, roundId, line!.caseId);
  }
  await office.app['workspace.lock']({});
  const store = await createStore({ ...office.ports, announce: () => undefined });
  const shelf = createTemplateShelf(resourceFolder);
  await store.unlock(passphrase);
  expect(await warmRounds(store, createKnownRounds(shelf))).toBe(2);

  /** After so many looks, what the store answers is another's answer. */
  const from = (looks: number, then: Pick<Store, 'read'>): Pick<Store, 'read'> => {
    let looked = 0;
    return { read: (work) => (looked++ < looks ? store : then).read(work) };
  };
  const locked: Pick<Store, 'read'> = {
    read: () => {
      throw new AppError('workspace-locked', 'The workspace is not open');
    },
  };
  const other = await createStore({ ...office.ports, announce: () => undefined });
  await other.unlock(passphrase);
  for (const then of [locked, other]) {
    expect(await warmRounds(from(3, then), createKnownRounds(shelf))).toBe(1);
    expect(await warmRounds(from(1, then), createKnownRounds(shelf))).toBe(0);
  }
  await other.lock();
  await store.lock();
});
