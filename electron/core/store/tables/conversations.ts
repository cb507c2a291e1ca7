import { type CaseworkerComment, stances } from '#shared/domain/review/conversation.ts';

import { type Row, type Statements, text, textOrNull } from '../statements.ts';
import type { Tables } from '../tables.ts';

function asComment(row: Row): CaseworkerComment {
  return { stance: stances.find((known) => known === row['stance']) ?? 'disagree', text: text(row, 'text') };
}

/** What was said and agreed with the caseworker about a case of a round. */
export function conversationTables(statements: Statements): Tables['conversations'] {
  const where = 'WHERE round_id = ? AND case_id = ?';
  return {
    get: (roundId, caseId) => {
      const row = statements.first(`SELECT * FROM conversations ${where}`, [roundId, caseId]);
      return row === undefined
        ? undefined
        : {
            held: textOrNull(row, 'held'),
            praise: text(row, 'praise'),
            agreement: text(row, 'agreement'),
            due: textOrNull(row, 'due'),
          };
    },
    set: (roundId, caseId, { held, praise, agreement, due }) => {
      statements.run(
        'INSERT OR REPLACE INTO conversations (round_id, case_id, held, praise, agreement, due) VALUES (?, ?, ?, ?, ?, ?)',
        [roundId, caseId, held, praise, agreement, due],
      );
    },
    comments: (roundId, caseId) =>
      Object.fromEntries(
        statements
          .all(`SELECT * FROM caseworker_comments ${where} ORDER BY item_id`, [roundId, caseId])
          .map((row) => [text(row, 'item_id'), asComment(row)]),
      ),
    setComment: (roundId, caseId, itemId, comment) => {
      statements.run(`DELETE FROM caseworker_comments ${where} AND item_id = ?`, [roundId, caseId, itemId]);
      if (comment !== null) {
        statements.run(
          'INSERT INTO caseworker_comments (round_id, case_id, item_id, stance, text) VALUES (?, ?, ?, ?, ?)',
          [roundId, caseId, itemId, comment.stance, comment.text],
        );
      }
    },
  };
}
