import { hex, type Statements, text } from '../statements.ts';
import type { Tables } from '../tables.ts';

export function markTables(statements: Statements): Tables['marks'] {
  return {
    key: () => {
      const value = statements.first('SELECT key FROM mark_key')?.['key'];
      return value instanceof Uint8Array ? value : undefined;
    },
    setKey: (key) => {
      statements.run('INSERT INTO mark_key (id, key) VALUES (1, ?)', [key]);
    },
    addReviewed: (mark, closedAt) => {
      statements.run(
        `INSERT INTO reviewed_marks (mark, closed_at) VALUES (?, ?)
         ON CONFLICT (mark) DO UPDATE SET closed_at = max(closed_at, excluded.closed_at)`,
        [mark, closedAt],
      );
    },
    reviewed: () =>
      new Map(
        statements
          .all('SELECT mark, closed_at FROM reviewed_marks')
          .map((row) => [hex(row, 'mark'), text(row, 'closed_at')]),
      ),
  };
}
