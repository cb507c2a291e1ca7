import type { Random } from '#core/ports.ts';

import type { Statements } from '../statements.ts';
import type { Tables } from '../tables.ts';
import { auditLineAt } from '../audit-log.ts';
import { changesOf, lastChange } from '../change-log.ts';
import { actionTables } from './actions.ts';
import { cellTables } from './cells.ts';
import { answerTables } from './answer-tables.ts';
import { conversationTables } from './conversations.ts';
import { courseTables } from './courses.ts';
import { exchangeTables } from './exchanges.ts';
import { goodPracticeTables } from './good-practice.ts';
import { importTables } from './imports.ts';
import { keepingTables } from './keeping.ts';
import { mappingTables } from './mappings.ts';
import { originTables } from './origins.ts';
import { practiceTables } from './practice.ts';
import { markTables } from './marks.ts';
import { profileTable } from './profile.ts';
import { reportSettingTables } from './report-settings.ts';
import { reviewTables } from './reviews.ts';
import { roundTables } from './rounds.ts';
import { sampleTables } from './sample.ts';
import { secondReadingTables } from './second-readings.ts';
import { templateTables } from './templates.ts';
import { versionTables } from './versions.ts';
import { wordTables } from './words.ts';

export function workspaceTables(statements: Statements, random: Random): Tables {
  const conversations = conversationTables(statements);
  return {
    profile: profileTable(statements),
    imports: importTables(statements),
    mappings: mappingTables(statements),
    rounds: roundTables(statements, random),
    sample: sampleTables(statements),
    reviews: reviewTables(statements),
    conversations,
    secondReadings: secondReadingTables(statements),
    practice: practiceTables(statements),
    changes: {
      of: (targets) => changesOf(statements, targets),
      lastOf: (roundId, others) => lastChange(statements, roundId, others),
      loggedAt: (at) => auditLineAt(statements, at) ?? null,
    },
    actions: actionTables(statements),
    templates: templateTables(statements),
    marks: markTables(statements, random),
    words: wordTables(statements),
    keeping: keepingTables(statements),
    reportSettings: reportSettingTables(statements),
    origins: originTables(statements),
    exchanges: exchangeTables(statements),
    versions: versionTables(statements),
    cells: cellTables(statements, conversations),
    goodPractice: goodPracticeTables(statements),
    courses: courseTables(statements),
    answerTables: answerTables(statements),
  };
}
