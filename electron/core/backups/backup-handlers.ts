import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';

import type { Ports } from '../ports.ts';
import type { WorkspaceStore } from '../store/open-store.ts';
import { compareWorkspaces } from './compare-workspaces.ts';

type BackupHandlers = Pick<CoreHandlers, 'backups.list' | 'backups.compare' | 'backups.restore'>;

interface Around {
  readonly status: () => Promise<WorkspaceStatus>;
  /** Drops what is decrypted outside the store. */
  readonly forgetCases: () => void;
}

/** The copies of the workspace: which there are, what differs, and putting one in its place. */
export function createBackupHandlers(
  ports: Ports,
  { backups, read }: Pick<WorkspaceStore, 'backups' | 'read'>,
  { status, forgetCases }: Around,
): BackupHandlers {
  return {
    'backups.list': () => backups.list(),
    'backups.compare': async ({ id }) => ({
      rows: await backups.compare(id, (now, then) => compareWorkspaces(now, then, (one) => backups.isGone(one))),
    }),
    'backups.restore': async ({ id, passphrase }) => {
      await backups.restore(id, passphrase);
      forgetCases();
      ports.announce({ name: 'workspace-changed' });
      const gone = backups.gone();
      const names = read((tables) => gone.map((one) => tables.imports.get(one)?.summary.fileName ?? one));
      return { ...(await status()), gone: names };
    },
  };
}
