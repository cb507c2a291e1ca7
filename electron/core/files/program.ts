import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder when the program runs from its sources (loopback host, command line). */
export const programFolder = resolve(import.meta.dirname, '../../..');

export const resourceFolder = join(programFolder, 'resources');

/** The version in package.json, which is part of the program. */
export const programVersion = (
  JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { readonly version: string }
).version;
