import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';

import type { ReviewRoom } from './reading-case.ts';
import { currentCaseOf, itemsOf, templateOf } from './queue.ts';

type ConversationHandlers = Pick<CoreHandlers, 'review.saveConversation' | 'review.saveComment'>;

/** The talk with the caseworker. It may be written before and after closing: it changes no answer. */
export function createConversationHandlers({ ports, store, shelf }: ReviewRoom): ConversationHandlers {
  return {
    'review.saveConversation': async ({ roundId, caseId, conversation }) => {
      const before = store.read((tables) => {
        currentCaseOf(tables, roundId, caseId);
        return tables.conversations.get(roundId, caseId);
      });
      const entry = { kind: 'conversation.saved', target: `${roundId}/${caseId}`, before, after: conversation };
      await store.change(entry, (tables) => tables.conversations.set(roundId, caseId, conversation));
      ports.announce({ name: 'stage-changed', stage: 'review' });
      return conversation;
    },
    'review.saveComment': async ({ roundId, caseId, itemId, comment }) => {
      const before = store.read((tables) => {
        currentCaseOf(tables, roundId, caseId);
        if (!itemsOf(templateOf(tables, shelf, roundId)).some(({ id }) => id === itemId)) {
          throw new AppError('unknown-item', `no item "${itemId}"`);
        }
        return tables.conversations.comments(roundId, caseId)[itemId];
      });
      const entry = { kind: 'comment.saved', target: `${roundId}/${caseId}/${itemId}`, before, after: comment };
      await store.change(entry, (tables) => tables.conversations.setComment(roundId, caseId, itemId, comment));
      ports.announce({ name: 'stage-changed', stage: 'review' });
      return null;
    },
  };
}
