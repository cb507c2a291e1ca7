import type { CoreHandlers } from '#shared/contract/operations.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import type { Overview, WorkspaceStatus } from '#shared/contract/workspace.ts';

import { retentionReminders } from '../deletion/round-retention.ts';
import type { Ports } from '../ports.ts';
import { queueOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';

type WorkspaceHandlers = Pick<
  CoreHandlers,
  | 'workspace.status'
  | 'workspace.create'
  | 'workspace.unlock'
  | 'workspace.lock'
  | 'workspace.settings'
  | 'workspace.overview'
>;

/**
 * Opening, closing and naming the workspace, and the start page's one question: what needs me today? `forgetCases`
 * drops what is decrypted outside the store.
 */
export function createWorkspaceHandlers(
  ports: Ports,
  store: Store,
  shelf: TemplateShelf,
  forgetCases: () => void,
): WorkspaceHandlers {
  const changed = (): Promise<WorkspaceStatus> => {
    ports.announce({ name: 'workspace-changed' });
    return statusOf(store);
  };
  return {
    'workspace.status': () => statusOf(store),
    'workspace.create': async ({ passphrase, ...profile }) => {
      await store.create(passphrase, profile);
      return changed();
    },
    'workspace.unlock': async ({ passphrase }) => {
      await store.unlock(passphrase);
      return changed();
    },
    'workspace.lock': async () => {
      await store.lock();
      forgetCases();
      return changed();
    },
    'workspace.settings': async (profile) => {
      const before = store.read((tables) => tables.profile.get());
      await store.change({ kind: 'profile.set', target: 'profile', before, after: profile }, (tables) =>
        tables.profile.set(profile),
      );
      return changed();
    },
    'workspace.overview': () => Promise.resolve(store.read((tables) => overviewOf(tables, ports, shelf))),
  };
}

/** Before it is open: what opens it, and whether its file is whole as far as that can be seen. */
export async function statusOf(store: Store): Promise<WorkspaceStatus> {
  const opening = await store.opening();
  const { state, savedAt } = store.status();
  const profile =
    state === 'open'
      ? store.read((tables) => tables.profile.get())
      : { municipality: '', department: '', reviewer: '' };
  return { state, savedAt, ...profile, ...opening };
}

function overviewOf(tables: Tables, ports: Ports, shelf: TemplateShelf): Overview {
  // What was collected is read elsewhere.
  const round = tables.rounds.list().find(({ id }) => tables.origins.get(id)?.role !== 'collected');
  const openActions = tables.actions
    .list()
    .filter(({ done }) => done === null)
    .toSorted((a, b) => Number(b.critical) - Number(a.critical) || (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  return {
    today: ports.clock.today(),
    openActions,
    imports: tables.imports.list().length,
    retention: retentionReminders(tables, ports),
    round: round === undefined ? null : roundProgress(tables, shelf, round.id, round.name),
  };
}

function roundProgress(tables: Tables, shelf: TemplateShelf, roundId: string, name: string): Overview['round'] {
  const queue = queueOf(tables, shelf, roundId).filter(({ replacedBy }) => replacedBy === null);
  const started = queue.filter(({ state }) => state === 'draft').length;
  const next = queue.find(({ state }) => state === 'draft') ?? queue.find(({ state }) => state === 'not-started');
  return {
    id: roundId,
    name,
    drawn: queue.length,
    closed: queue.filter(({ state }) => isClosed(state)).length,
    started,
    nextCaseId: next?.caseId ?? null,
  };
}
