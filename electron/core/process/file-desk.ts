import { randomBytes } from 'node:crypto';

import type { FileRef } from '#shared/contract/operation.ts';

import { keepNewest } from '../files/keep-newest.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import type { FileMessage, FileSource, WrittenMessage } from './core-pipe.ts';

export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Where the host process issues references to files. A reference is 192 random bits and means one file or target of
 * this run of the program: the page can name nothing else.
 */
export interface FileDesk {
  /** A file that the core may read. */
  offer(name: string, source: FileSource): FileRef;
  /** A place that the core may write; without a path the bytes are kept here until they are fetched. */
  target(suggestedName: string, path: string | null): FileRef;
  /** What was written to a target without a path; undefined before that, and for every unknown reference. */
  written(ref: string): WrittenFile | undefined;
  receive(message: WrittenMessage): void;
}

/** How many written reports are kept for download; older ones are written again when they are wanted. */
const keptReports = 4;

export function createFileDesk(post: (message: FileMessage) => void): FileDesk {
  const names = new Map<string, string>();
  const written = new Map<string, WrittenFile>();
  const issue = (name: string): FileRef => ({ ref: randomBytes(24).toString('base64url'), name: safeFileName(name) });

  return {
    offer: (name, source) => {
      const file = issue(name);
      post({ type: 'offer', ref: file.ref, source });
      return file;
    },
    target: (suggestedName, path) => {
      const file = issue(suggestedName);
      names.set(file.ref, file.name);
      post({ type: 'target', ref: file.ref, path });
      return file;
    },
    written: (ref) => written.get(ref),
    receive: ({ ref, bytes }) => {
      const name = names.get(ref);
      if (name !== undefined) {
        written.set(ref, { name, bytes });
        keepNewest(written, keptReports);
      }
    },
  };
}
