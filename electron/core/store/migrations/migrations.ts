import { initial } from './0001-initial.ts';
import { importing } from './0002-importing.ts';
import { review } from './0003-review.ts';
import { reportSettings } from './0004-report-settings.ts';
import { populationKeys } from './0005-population-keys.ts';
import { keeping } from './0006-keeping.ts';
import { exchange } from './0007-exchange.ts';
import { answerChecks } from './0008-answer-checks.ts';

/** In order: the first brings an empty database to `user_version` 1. */
export const migrations: readonly string[] = [
  initial,
  importing,
  review,
  reportSettings,
  populationKeys,
  keeping,
  exchange,
  answerChecks,
];

export const schemaVersion = migrations.length;
