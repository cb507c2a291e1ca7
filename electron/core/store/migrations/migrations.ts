import { initial } from './0001-initial.ts';
import { importing } from './0002-importing.ts';

/** In order: the first brings an empty database to `user_version` 1. */
export const migrations: readonly string[] = [initial, importing];

export const schemaVersion = migrations.length;
