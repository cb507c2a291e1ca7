import { setImmediate } from 'node:timers/promises';

import type { CoreHandlers } from '#shared/contract/operations.ts';

import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import type { KnownRounds } from './answer-table.ts';
import { countsHere } from './set-of-rounds.ts';

/**
 * Reads the rounds that may be put together into memory, the newest first, so that the page that does it need not wait for
 * them. One round at a time: whatever is asked for meanwhile is answered before the next one. Ends where the workspace is
 * locked, or another one opened, and at a round that cannot be read: who asks for that one is told why. Resolves with how
 * many rounds were read.
 */
export async function warmRounds(store: Pick<Store, 'read'>, known: KnownRounds): Promise<number> {
  let read = 0;
  try {
    const opened = new WeakRef(store.read((tables) => tables));
    for (const roundId of store.read(roundsToRead)) {
      await setImmediate();
      const isOpen = store.read((tables) => tables === opened.deref() && isRead(tables, known, roundId));
      if (!isOpen) break;
      read += 1;
    }
  } catch {
    return read;
  }
  return read;
}

function roundsToRead(tables: Tables): readonly string[] {
  const progress = tables.answerTables.progress();
  return tables.answerTables
    .roundIds()
    .toReversed()
    .filter((roundId) => (progress.get(roundId)?.closed ?? 0) > 0 && countsHere(tables, roundId));
}

/** A round that was deleted meanwhile is passed over. */
function isRead(tables: Tables, known: KnownRounds, roundId: string): boolean {
  if (tables.rounds.get(roundId) !== undefined) known.round(tables, roundId);
  return true;
}

const opening = ['workspace.unlock', 'keys.unlockWithRecoveryKey', 'keys.unlockWithSystem'] as const;

/** The same handlers; `warm` begins once one of those that open the workspace has answered, and nobody waits for it. */
export function warmAfterOpening(handlers: CoreHandlers, warm: () => Promise<unknown>): CoreHandlers {
  type AnyHandler = (input: never, call: never) => Promise<unknown>;
  const wrapped = opening.map((name) => {
    const handler = handlers[name] as AnyHandler;
    const warming = async (input: never, call: never): Promise<unknown> => {
      const status = await handler(input, call);
      void setImmediate().then(warm);
      return status;
    };
    return [name, warming] as const;
  });
  return { ...handlers, ...(Object.fromEntries(wrapped) as Partial<CoreHandlers>) } as CoreHandlers;
}
