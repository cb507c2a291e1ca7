import type { Random } from '#core/ports.ts';

import { hex, type Statements, text } from '../statements.ts';
import type { Tables } from '../tables.ts';

const keyLength = 32;

export function markTables(statements: Statements, random: Random): Tables['marks'] {
  const key = (): Uint8Array | undefined => {
    const value = statements.first('SELECT key FROM mark_key')?.['key'];
    return value instanceof Uint8Array ? value : undefined;
  };
  return {
    key,
    ensureKey: () => {
      const known = key();
      if (known !== undefined) return known;
      const made = random.bytes(keyLength);
      statements.run('INSERT INTO mark_key (id, key) VALUES (1, ?)', [made]);
      return made;
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
