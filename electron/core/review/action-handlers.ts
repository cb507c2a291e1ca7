import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { Action, ActionDraft } from '#shared/domain/review/action.ts';

import { newId as makeId } from '../files/new-id.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import { measuresOf } from './measure-item.ts';
import { roundOf, sampleCaseOf, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** What a file of answers says of an action: on one item of one case. */
export type CaseAction = Pick<ActionDraft, 'roundId' | 'text' | 'owner' | 'due'> & {
  readonly caseId: string;
  readonly itemId: string;
};

type ActionHandlers = Pick<
  CoreHandlers,
  'review.actions' | 'review.saveAction' | 'review.measures' | 'review.setActionDone'
>;

/** The register of what was promised after a finding. */
export function createActionHandlers(ports: Ports, store: Store, shelf: TemplateShelf): ActionHandlers {
  const keep = async (kind: string, before: Action | null, after: Action): Promise<Action> => {
    await store.change({ kind, target: after.id, before, after }, (tables) => tables.actions.put(after));
    ports.announce({ name: 'stage-changed', stage: 'review' });
    return after;
  };
  return {
    'review.actions': () => Promise.resolve(store.read((tables) => tables.actions.list())),
    'review.saveAction': ({ id, action: given }) => {
      const action = withCategory(given);
      const { before, critical } = store.read((tables) => ({
        before: id === null ? null : existing(tables, id),
        critical: isCriticalAction(tables, shelf, action) && action.kind === 'case',
      }));
      const created = before?.created ?? ports.clock.now();
      const newId = before?.id ?? makeId(ports.random);
      const [done, measured] = [before?.done ?? null, before?.measured ?? null];
      return keep('action.saved', before, { ...action, id: newId, critical, created, done, measured });
    },
    'review.measures': ({ id }) =>
      Promise.resolve(store.read((tables) => measuresOf(tables, shelf, existing(tables, id)))),
    'review.setActionDone': ({ id, done, measuredIn }) => {
      const { before, measured } = store.read((tables) => {
        const action = existing(tables, id);
        return { before: action, measured: done ? measureLater(tables, shelf, action, measuredIn) : null };
      });
      return keep('action.done', before, { ...before, done: done ? ports.clock.today() : null, measured });
    },
  };
}

/** A change of practice carries one of the eight recommendations; a single case none. Rejects with `category-missing`. */
function withCategory(action: ActionDraft): ActionDraft {
  if (action.kind === 'practice' && action.category === null) {
    throw new AppError('category-missing', 'a change of practice needs a category');
  }
  return action.kind === 'practice' ? action : { ...action, category: null };
}

/**
 * What closes a change of practice on an item: a later round whose random part has the item answered. Other actions
 * are done when a person says so. Rejects with `later-sample-needed`, and with `round-not-found`.
 */
function measureLater(
  tables: Tables,
  shelf: TemplateShelf,
  action: Action,
  measuredIn: string | null,
): Action['measured'] {
  const measures = measuresOf(tables, shelf, action);
  if (measures === null) return null;
  if (measuredIn !== null) roundOf(tables, measuredIn);
  const later = measures.later.find(({ measure }) => measure.roundId === measuredIn);
  if (later === undefined) {
    throw new AppError('later-sample-needed', 'no later sample with answers to the item was named');
  }
  return { before: measures.before, after: later.measure };
}

function existing(tables: Tables, id: string): Action {
  const action = tables.actions.get(id);
  if (action === undefined) {
    throw new AppError('action-not-found', `no action ${id}`);
  }
  return action;
}

/** Critical: it stands on an item of critical severity in one case. Checks that round, case and item exist. */
export function isCriticalAction(
  tables: Tables,
  shelf: TemplateShelf,
  { roundId, caseId, itemId }: Pick<ActionDraft, 'roundId' | 'caseId' | 'itemId'>,
): boolean {
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
