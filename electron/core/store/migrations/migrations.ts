import { initial } from './0001-initial.ts';
import { importing } from './0002-importing.ts';
import { review } from './0003-review.ts';

/** In order: the first brings an empty database to `user_version` 1. */
export const migrations: readonly string[] = [initial, importing, review];

export const schemaVersion = migrations.length;
