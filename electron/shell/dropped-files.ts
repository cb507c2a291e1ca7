import { basename, extname, isAbsolute } from 'node:path';

import type { FileDesk } from '#core/process/file-desk.ts';

import type { DropFrame } from './channel.ts';
import { fileKinds } from './words.ts';
import type { DocumentChannel } from './window-wire.ts';

/**
 * Answers the page's dropped files with a reference, or null where the path is none that the program reads. Even a
 * page that was taken over gains nothing but exports and records that lie where the person may read them.
 */
export function serveDrops(document: DocumentChannel, files: FileDesk): void {
  document.onMessage((frame, path) => {
    if (isDrop(frame)) {
      const file = isReadable(path) ? files.offer(basename(path), { path }) : null;
      document.send({ type: 'dropped', id: frame.id, file });
    }
  });
}

function isDrop(frame: unknown): frame is DropFrame {
  return (
    typeof frame === 'object' &&
    frame !== null &&
    'type' in frame &&
    frame.type === 'drop' &&
    'id' in frame &&
    Number.isInteger(frame.id)
  );
}

/** True for an absolute path with one of the endings that the open dialog shows. */
export function isReadable(path: unknown): path is string {
  if (typeof path !== 'string' || !isAbsolute(path) || path.includes('\0')) {
    return false;
  }
  const ending = extname(path).slice(1).toLowerCase();
  return fileKinds.some(({ extensions }) => extensions.includes(ending));
}
