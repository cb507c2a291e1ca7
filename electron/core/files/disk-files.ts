import { isAbsolute } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import type { Files } from '../ports.ts';
import { readWhole } from './read-whole.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Files of the command line, where the reference is an absolute path. Only for a program whose caller may read and
 * write these files anyway; a page never gets this.
 */
export const diskFiles: Files = {
  read: async ({ ref }) => readWhole(absolute(ref)),
  write: async ({ ref }, bytes) => writeWhole(absolute(ref), bytes),
};

function absolute(ref: string): string {
  if (!isAbsolute(ref)) {
    throw new AppError('unknown-file', 'a reference of the command line is an absolute path');
  }
  return ref;
}
