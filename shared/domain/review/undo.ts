import type { ItemAnswer } from './answer.ts';

/** One line of the change log about an answer of a case, oldest first. */
export interface AnswerChange {
  readonly kind: 'answered' | 'undone' | 'redone';
  readonly before: ItemAnswer;
  readonly after: ItemAnswer;
}

/** What other people wrote came into the reading, or a person decided between two versions. */
export interface OthersChange {
  readonly kind: 'others';
}

export interface UndoSteps {
  /** What stands again after an undo, or null where nothing is left to undo. */
  readonly undo: ItemAnswer | null;
  readonly redo: ItemAnswer | null;
}

/**
 * What undo and redo would restore, from the log alone, so that both survive a restart. A new answer after an undo
 * takes the redo steps away, as everywhere else. Nothing is stepped back over what others wrote: it would bring back an
 * answer that they have replaced.
 */
export function undoSteps(changes: readonly (AnswerChange | OthersChange)[]): UndoSteps {
  const done: AnswerChange[] = [];
  const undone: AnswerChange[] = [];
  for (const change of changes) {
    if (change.kind === 'others') {
      done.length = 0;
      undone.length = 0;
    } else if (change.kind === 'answered') {
      done.push(change);
      undone.length = 0;
    } else if (change.kind === 'undone') {
      const last = done.pop();
      if (last !== undefined) undone.push(last);
    } else {
      const last = undone.pop();
      if (last !== undefined) done.push(last);
    }
  }
  return { undo: done.at(-1)?.before ?? null, redo: undone.at(-1)?.after ?? null };
}
