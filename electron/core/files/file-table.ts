import { AppError } from '#shared/contract/errors.ts';

import type { Files } from '../ports.ts';
import type { FileMessage, FileSource, WrittenMessage } from '../process/core-pipe.ts';
import { keepNewest } from './keep-newest.ts';
import { readWhole } from './read-whole.ts';
import { writeWhole } from './write-whole.ts';

/** Uploaded files hold children's data and take memory: only the newest stay readable. */
const keptSources = 4;

/** The core's side of the file desk: knows the files and targets it was told of, and nothing else. */
export function createFileTable(post: (message: WrittenMessage) => void): {
  readonly files: Files;
  readonly receive: (message: FileMessage) => void;
} {
  const sources = new Map<string, FileSource>();
  const targets = new Map<string, string | null>();

  return {
    files: {
      read: async ({ ref }) => {
        const source = sources.get(ref);
        if (source === undefined) {
          throw new AppError('unknown-file', 'no file was handed out under this reference');
        }
        return 'bytes' in source ? source.bytes : readWhole(source.path);
      },
      write: async ({ ref }, bytes) => {
        const path = targets.get(ref);
        if (path === undefined) {
          throw new AppError('unknown-file', 'no target was handed out under this reference');
        }
        if (path === null) {
          post({ type: 'written', ref, bytes });
        } else {
          await writeWhole(path, bytes);
        }
      },
    },
    receive: (message) => {
      if (message.type === 'offer') {
        sources.set(message.ref, message.source);
        keepNewest(sources, keptSources);
      } else {
        targets.set(message.ref, message.path);
      }
    },
  };
}
