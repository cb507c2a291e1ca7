import type { CoreHandlers } from '#shared/contract/operations.ts';

import type { Ports } from '../ports.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import { createQueue } from '../store/queue.ts';
import type { Store } from '../store/store-port.ts';
import { collectPackage } from './collect-package.ts';
import { conflictsIn, decideConflict } from './conflict-handlers.ts';
import { exchangeStatus } from './exchange-status.ts';

type CollectHandlers = Pick<
  CoreHandlers,
  'exchange.collect' | 'exchange.status' | 'exchange.conflicts' | 'exchange.decide'
>;

/** What comes back: one package at a time, each whole or not at all. */
export function createCollectHandlers(ports: Ports, store: Store, shelf: TemplateShelf): CollectHandlers {
  const room = { ports, store, shelf };
  const inTurn = createQueue();
  return {
    'exchange.collect': ({ file, passphrase }) => inTurn(() => collectPackage(room, file, passphrase)),
    'exchange.status': () => Promise.resolve(store.read((tables) => exchangeStatus(tables, ports.clock.today()))),
    'exchange.conflicts': ({ roundId }) => Promise.resolve(store.read((tables) => conflictsIn(tables, shelf, roundId))),
    'exchange.decide': (choice) => inTurn(() => decideConflict(room, choice)),
  };
}
