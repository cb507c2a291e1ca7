import { AppError } from '#shared/contract/errors.ts';
import type { AnswerState } from '#shared/contract/review.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import { answerAfter, type AnswerChanges, blankAnswer } from '#shared/domain/review/answer-after.ts';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';
import { type AnswerChange, type OthersChange, type UndoSteps, undoSteps } from '#shared/domain/review/undo.ts';

import type { Tables } from '../store/tables.ts';
import { itemsOf } from './queue.ts';
import { findingOf, openReadingOf, type ReadingCase, type ReadingKey, type ReviewRoom } from './reading-case.ts';

/** What one answer call may change; what is absent stays as it is. */
export interface AnswerPatch extends AnswerChanges {
  readonly itemId: string;
}

/** The answer before and after a change, with what the date rule suggests now. Rejects with `unknown-item`. */
export function changedAnswer(
  reading: ReadingCase,
  patch: AnswerPatch,
): { readonly before: ItemAnswer; readonly after: ItemAnswer } {
  const item = itemsOf(reading.template).find(({ id }) => id === patch.itemId);
  if (item === undefined) {
    throw new AppError('unknown-item', `no item "${patch.itemId}" in ${reading.template.id}`);
  }
  const before = answerIn(reading, item.id);
  const suggested = suggestedValue(findingOf(item, reading) ?? undefined);
  return { before, after: answerAfter(before, patch, suggested) };
}

function answerIn({ review }: ReadingCase, itemId: string): ItemAnswer {
  return review?.answers.find((answer) => answer.itemId === itemId) ?? blankAnswer(itemId);
}

/** The name of an answer in the logs. */
export function answerTarget({ roundId, caseId, reading }: ReadingKey, itemId: string): string {
  return `${roundId}/${caseId}/${itemId}${reading === 2 ? '#2' : ''}`;
}

/** The name of a reading of a case in the logs. */
export function readingTarget({ roundId, caseId, reading }: ReadingKey): string {
  return `${roundId}/${caseId}${reading === 2 ? '#2' : ''}`;
}

/** What undo and redo would restore in this reading of a case. */
export function stepsOf(tables: Tables, key: ReadingKey, { template }: ReadingCase): UndoSteps {
  const targets = itemsOf(template).map(({ id }) => answerTarget(key, id));
  const changes = tables.changes
    .of([...targets, readingTarget(key)])
    .flatMap(({ kind, before, after }): (AnswerChange | OthersChange)[] => {
      if (othersKinds.has(kind)) return [{ kind: 'others' }];
      const act = kinds[kind];
      return act === undefined ? [] : [{ kind: act, before: before as ItemAnswer, after: after as ItemAnswer }];
    });
  return undoSteps(changes);
}

/** Changes of a reading that others than its reader made: a package was collected, or a person decided a conflict. */
const othersKinds: ReadonlySet<string> = new Set(['package.collected', 'conflict.decided']);

const kinds: Readonly<Partial<Record<string, AnswerChange['kind']>>> = {
  'review.answered': 'answered',
  'review.undone': 'undone',
  'review.redone': 'redone',
};

/** Records one answer; resolves with what stands when it is safely on disk. */
export async function changeAnswer(room: ReviewRoom, key: ReadingKey, patch: AnswerPatch): Promise<AnswerState> {
  const { before, after } = room.store.read((tables) => changedAnswer(openReadingOf(tables, room.shelf, key), patch));
  return record(room, key, { kind: 'review.answered', before, after });
}

/** Takes one answer back, or gives it again. Rejects with `nothing-to-undo`, `nothing-to-redo`. */
export async function stepBack(room: ReviewRoom, key: ReadingKey, way: 'undo' | 'redo'): Promise<AnswerState> {
  const { before, after } = room.store.read((tables) => {
    const reading = openReadingOf(tables, room.shelf, key);
    const wanted = stepsOf(tables, key, reading)[way];
    if (wanted === null) throw new AppError(`nothing-to-${way}`, 'the log holds no such step');
    return { before: answerIn(reading, wanted.itemId), after: wanted };
  });
  return record(room, key, { kind: way === 'undo' ? 'review.undone' : 'review.redone', before, after });
}

interface RecordedChange {
  readonly kind: string;
  readonly before: ItemAnswer;
  readonly after: ItemAnswer;
}

async function record(
  { ports, store, shelf }: ReviewRoom,
  key: ReadingKey,
  change: RecordedChange,
): Promise<AnswerState> {
  const { roundId, caseId, reading } = key;
  const target = answerTarget(key, change.after.itemId);
  await store.change({ ...change, target }, (tables) =>
    tables.reviews.setAnswer(roundId, caseId, change.after, ports.clock.now(), reading),
  );
  return store.read((tables) => {
    const steps = stepsOf(tables, key, openReadingOf(tables, shelf, key));
    return {
      answer: change.after,
      state: tables.reviews.get(roundId, caseId, reading)?.state ?? 'draft',
      savedAt: store.status().savedAt ?? ports.clock.now(),
      canUndo: steps.undo !== null,
      canRedo: steps.redo !== null,
    };
  });
}
