import type { RememberedMapping } from '#shared/contract/importing.ts';
import type { MappingFile } from '#shared/domain/importing/mapping.ts';

import { document, type Row, type Statements, text } from '../statements.ts';
import type { Tables } from '../tables.ts';

const columns = 'headers_key, name, mapping, saved_at';

export function mappingTables(statements: Statements): Tables['mappings'] {
  return {
    put: ({ headersKey, name, mapping, savedAt }) => {
      statements.run(`INSERT OR REPLACE INTO mappings (${columns}) VALUES (?, ?, ?, ?)`, [
        headersKey,
        name,
        JSON.stringify(mapping),
        savedAt,
      ]);
    },
    get: (headersKey) => {
      const row = statements.first(`SELECT ${columns} FROM mappings WHERE headers_key = ?`, [headersKey]);
      return row === undefined ? undefined : mappingOf(row);
    },
    list: () =>
      statements
        .all(`SELECT ${columns} FROM mappings ORDER BY saved_at DESC, headers_key`)
        .map((row) => mappingOf(row)),
    remove: (headersKey) => {
      statements.run('DELETE FROM mappings WHERE headers_key = ?', [headersKey]);
    },
  };
}

function mappingOf(row: Row): RememberedMapping {
  return {
    headersKey: text(row, 'headers_key'),
    name: text(row, 'name'),
    savedAt: text(row, 'saved_at'),
    mapping: document<MappingFile>(row, 'mapping'),
  };
}
