import { defaultThreshold, suppressionThreshold } from '#shared/domain/report/suppression.ts';

import { type Statements, whole } from '../statements.ts';
import type { Tables } from '../tables.ts';

/** One row; without it, what is usual. */
export function reportSettingTables(statements: Statements): Tables['reportSettings'] {
  return {
    get: () => {
      const row = statements.first('SELECT threshold FROM report_settings');
      return { threshold: row === undefined ? defaultThreshold : suppressionThreshold.parse(whole(row, 'threshold')) };
    },
    set: ({ threshold }) => {
      statements.run('INSERT OR REPLACE INTO report_settings (id, threshold) VALUES (1, ?)', [threshold]);
    },
  };
}
