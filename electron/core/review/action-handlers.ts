import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { Action, ActionDraft } from '#shared/domain/review/action.ts';

import type { Ports } from '../ports.ts';
import type { Store, Tables } from '../store/tables.ts';
import { roundOf, sampleCaseOf, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

type ActionHandlers = Pick<CoreHandlers, 'review.actions' | 'review.saveAction' | 'review.setActionDone'>;

/** The register of what was promised after a finding. */
export function createActionHandlers(ports: Ports, store: Store, shelf: TemplateShelf): ActionHandlers {
  const keep = async (kind: string, before: Action | null, after: Action): Promise<Action> => {
    await store.change({ kind, target: after.id, before, after }, (tables) => tables.actions.put(after));
    ports.announce({ name: 'stage-changed', stage: 'review' });
    return after;
  };
  return {
    'review.actions': () => Promise.resolve(store.read((tables) => tables.actions.list())),
    'review.saveAction': ({ id, action }) => {
      const { before, critical } = store.read((tables) => ({
        before: id === null ? null : existing(tables, id),
        critical: isCritical(tables, shelf, action),
      }));
      const created = before?.created ?? ports.clock.now();
      const newId = before?.id ?? Buffer.from(ports.random.bytes(9)).toString('base64url');
      return keep('action.saved', before, { ...action, id: newId, critical, created, done: before?.done ?? null });
    },
    'review.setActionDone': ({ id, done }) => {
      const before = store.read((tables) => existing(tables, id));
      return keep('action.done', before, { ...before, done: done ? ports.clock.today() : null });
    },
  };
}

function existing(tables: Tables, id: string): Action {
  const action = tables.actions.get(id);
  if (action === undefined) {
    throw new AppError('action-not-found', `no action ${id}`);
  }
  return action;
}

/** Critical: it stands on an item of critical severity in one case. Checks that round, case and item exist. */
function isCritical(tables: Tables, shelf: TemplateShelf, { roundId, caseId, itemId }: ActionDraft): boolean {
  roundOf(tables, roundId);
  if (caseId !== null) {
    sampleCaseOf(tables, roundId, caseId);
  }
  if (itemId === null) {
    return false;
  }
  const items = templateOf(tables, shelf, roundId).sections.flatMap((section) => section.items);
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) {
    throw new AppError('unknown-item', `no item "${itemId}"`);
  }
  return item.severity === 'critical' && caseId !== null;
}
