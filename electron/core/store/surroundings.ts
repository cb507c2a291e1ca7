import type { SqlJsStatic } from 'sql.js';

import type { Ports } from '#core/ports.ts';

import type { FileSystem } from './file-system.ts';

/** What a session works with; `path` is that of the workspace file. */
export interface Surroundings {
  readonly ports: Ports;
  readonly sql: SqlJsStatic;
  readonly fileSystem: FileSystem;
  readonly path: string;
  readonly patienceMs: number;
}
