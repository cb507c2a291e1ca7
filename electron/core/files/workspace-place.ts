import { realpathSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

import type { WorkspacePlace } from '#shared/contract/workspace.ts';

/** Where a folder is, and what its computer says of it. */
export interface FolderSurroundings {
  readonly folder: string;
  /** The same, links and drive letters of a server followed; on Windows as `\\server\share\...`. */
  readonly realFolder: string;
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Linux: the number of the file system's kind (statfs); 0 where it is not known. */
  readonly fileSystemType: number;
}

/** Of the clients that copy a folder to a service; `OneDriveCommercial` is the one of work accounts. */
const syncVariables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer', 'DROPBOX_PATH'];
/** Folder names that such clients make: "OneDrive - Prøvekøbing Kommune", "Dropbox (Kommunen)", "iCloudDrive". */
const syncFolder = /^(?:onedrive|dropbox|google ?drive|googledrive-|icloud ?drive|icloud~|nextcloud|box(?: sync)?$)/i;
/** macOS keeps them here. */
const macSyncFolder = /^\/Users\/[^/]+\/Library\/(?:Mobile Documents|CloudStorage)(?:\/|$)/;
/** NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P, FUSE (sshfs and the like). */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997, 0x65735546]);

function normalised(folder: string): string {
  return folder.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase();
}

function isWithin(folder: string, parent: string): boolean {
  const [inner, outer] = [normalised(folder), normalised(parent)];
  return outer !== '' && (inner === outer || inner.startsWith(`${outer}/`));
}

/**
 * Whether a folder is copied to a service by a client, lies on a share, or neither as far as can be told. A share that is
 * also synchronised counts as synchronised: copies of a file that change by themselves are the greater danger.
 */
export function placeOf(surroundings: FolderSurroundings): WorkspacePlace {
  const { folder, realFolder, platform, environment, fileSystemType } = surroundings;
  const paths = [folder, realFolder];
  const roots = syncVariables.flatMap((name) => environment[name] ?? []);
  const isSynced = paths.some(
    (path) =>
      roots.some((root) => isWithin(path, root)) ||
      path.split(/[/\\]/).some((part) => syncFolder.test(part)) ||
      (platform === 'darwin' && macSyncFolder.test(path)),
  );
  if (isSynced) return 'synced';
  const isUnc = platform === 'win32' && paths.some((path) => /^(?:\\\\|\/\/)(?![?.][\\/](?!UNC))/i.test(path));
  return isUnc || networkTypes.has(fileSystemType >>> 0) ? 'share' : 'local';
}

/** The place of a folder, which need not be there yet. */
export function findPlace(folder: string): WorkspacePlace {
  const { platform, env } = process;
  const existing = existingFolder(folder);
  return placeOf({
    folder,
    realFolder: orElse('', () => realpathSync.native(existing)),
    platform,
    environment: env,
    fileSystemType: platform === 'linux' ? orElse(0, () => statfsSync(existing).type) : 0,
  });
}

function existingFolder(folder: string): string {
  for (let path = folder; ; path = dirname(path)) {
    if (orElse(false, () => realpathSync(path) !== '') || dirname(path) === path) return path;
  }
}

function orElse<T>(otherwise: T, work: () => T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
