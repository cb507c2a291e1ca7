import { type Statements, text } from '../statements.ts';
import type { Tables } from '../tables.ts';

export function profileTable(statements: Statements): Tables['profile'] {
  return {
    get: () => {
      const row = statements.first('SELECT municipality, department, reviewer FROM profile');
      return row === undefined
        ? { municipality: '', department: '', reviewer: '' }
        : {
            municipality: text(row, 'municipality'),
            department: text(row, 'department'),
            reviewer: text(row, 'reviewer'),
          };
    },
    set: ({ municipality, department, reviewer }) => {
      statements.run('INSERT OR REPLACE INTO profile (id, municipality, department, reviewer) VALUES (1, ?, ?, ?)', [
        municipality,
        department,
        reviewer,
      ]);
    },
  };
}
