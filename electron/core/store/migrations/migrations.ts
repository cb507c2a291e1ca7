import { initial } from './0001-initial.ts';

/** In order: the first brings an empty database to `user_version` 1. */
export const migrations: readonly string[] = [initial];

export const schemaVersion = migrations.length;
