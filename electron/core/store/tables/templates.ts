import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { document, type Statements } from '../statements.ts';
import type { Tables } from '../tables.ts';

export function templateTables(statements: Statements): Tables['templates'] {
  return {
    get: (id, edition) => {
      const row = statements.first('SELECT template FROM templates WHERE template_id = ? AND edition = ?', [
        id,
        edition,
      ]);
      return row === undefined ? undefined : document<ChecklistTemplate>(row, 'template');
    },
    list: () => {
      const rows = statements.all('SELECT template FROM templates ORDER BY template_id, edition');
      return rows.map((row) => document<ChecklistTemplate>(row, 'template'));
    },
    // An edition never changes: putting it again keeps the one that reviews were made in.
    put: (template) => {
      statements.run('INSERT INTO templates (template_id, edition, template) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
        template.id,
        template.edition,
        JSON.stringify(template),
      ]);
    },
  };
}
