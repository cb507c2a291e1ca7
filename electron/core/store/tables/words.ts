import type { CommitteeWords } from '#shared/contract/report.ts';

import { document, type Statements } from '../statements.ts';
import type { Tables } from '../tables.ts';

const idsOf = (roundIds: readonly string[]): string => [...new Set(roundIds)].toSorted().join(' ');

export function wordTables(statements: Statements): Tables['words'] {
  return {
    get: (roundId) => {
      const row = statements.first('SELECT words FROM committee_words WHERE round_id = ?', [roundId]);
      return row === undefined ? undefined : document<CommitteeWords>(row, 'words');
    },
    set: (roundId, words) => {
      if (words === null) {
        statements.run('DELETE FROM committee_words WHERE round_id = ?', [roundId]);
        return;
      }
      statements.run('INSERT OR REPLACE INTO committee_words (round_id, words) VALUES (?, ?)', [
        roundId,
        JSON.stringify(words),
      ]);
    },
    getOfSet: (roundIds) => {
      const row = statements.first('SELECT words FROM set_words WHERE round_ids = ?', [idsOf(roundIds)]);
      return row === undefined ? undefined : document<CommitteeWords>(row, 'words');
    },
    setOfSet: (roundIds, words) => {
      if (words === null) statements.run('DELETE FROM set_words WHERE round_ids = ?', [idsOf(roundIds)]);
      else {
        statements.run('INSERT OR REPLACE INTO set_words (round_ids, words) VALUES (?, ?)', [
          idsOf(roundIds),
          JSON.stringify(words),
        ]);
      }
    },
  };
}
