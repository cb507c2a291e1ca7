import type { ImportSummary } from '#shared/contract/importing.ts';
import type { ColumnMapping } from '#shared/domain/importing/mapping.ts';
import type { ImportProblem } from '#shared/domain/importing/problem.ts';

import { document, type Row, type Statements } from '../statements.ts';
import type { Tables } from '../tables.ts';

export function importTables(statements: Statements): Tables['imports'] {
  return {
    add: ({ summary, mapping, problems, here = true }) => {
      statements.run('INSERT INTO imports (import_id, summary, mapping, problems, here) VALUES (?, ?, ?, ?, ?)', [
        summary.importId,
        JSON.stringify(summary),
        JSON.stringify(mapping),
        JSON.stringify(problems),
        here ? 1 : 0,
      ]);
    },
    get: (importId) => {
      const row = statements.first('SELECT summary, mapping, problems FROM imports WHERE import_id = ? AND here = 1', [
        importId,
      ]);
      return row === undefined
        ? undefined
        : {
            summary: summaryOf(row),
            mapping: document<ColumnMapping>(row, 'mapping'),
            problems: document<readonly ImportProblem[]>(row, 'problems'),
          };
    },
    list: () =>
      statements.all('SELECT summary FROM imports WHERE here = 1 ORDER BY number DESC').map((row) => summaryOf(row)),
  };
}

const noRows = { ranges: [], more: 0 };
/** What an import of an earlier program version did not say. */
const unsaid = { unit: 'case', mappingName: null, problemKinds: [], lines: { header: noRows, blank: noRows } } as const;

function summaryOf(row: Row): ImportSummary {
  return { ...unsaid, ...document<ImportSummary>(row, 'summary') };
}
