import type { Statements } from '../statements.ts';
import type { Tables } from '../tables.ts';
import { actionTables } from './actions.ts';
import { importTables } from './imports.ts';
import { profileTable } from './profile.ts';
import { reviewTables } from './reviews.ts';
import { roundTables } from './rounds.ts';
import { sampleTables } from './sample.ts';
import { templateTables } from './templates.ts';
import { wordTables } from './words.ts';

export function workspaceTables(statements: Statements): Tables {
  return {
    profile: profileTable(statements),
    imports: importTables(statements),
    rounds: roundTables(statements),
    sample: sampleTables(statements),
    reviews: reviewTables(statements),
    actions: actionTables(statements),
    templates: templateTables(statements),
    words: wordTables(statements),
  };
}
