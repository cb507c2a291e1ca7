import type { PracticeAnswer } from '#shared/contract/practice.ts';
import type { PracticeCase } from '#shared/domain/review/practice-case.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';

import type { Tables } from '../store/tables.ts';

export interface PracticeRoom {
  readonly practice: PracticeCase;
  readonly practiceId: string;
}

export interface Reader {
  readonly name: string;
  readonly answers: readonly PracticeAnswer[];
  readonly done: boolean;
  readonly unanswered: number;
}

/** A reader's row without an item: the answers stand, and the reader may see those of others. */
export const doneMark = { itemId: '', value: null, note: '' } as const;

/** The name an edition's answers are kept under: another edition is another case. */
export function storedUnder({ id, edition }: PracticeCase): string {
  return `${id}/${edition}`;
}

/** Everybody who has answered something, by name. */
export function practiceReaders(tables: Tables, { practice, practiceId }: PracticeRoom): readonly Reader[] {
  const byName = Map.groupBy(tables.practice.list(practiceId), ({ reader }) => reader);
  return [...byName].map(([name, rows]) => {
    const answers = rows
      .filter(({ itemId }) => itemId !== doneMark.itemId)
      .map(({ itemId, value, note }) => ({ itemId, value, note }));
    const answered = answers.filter(({ value }) => value !== null).length;
    return { name, answers, done: answers.length < rows.length, unanswered: practice.items.length - answered };
  });
}

/** The reader, under the name first used; one who has answered nothing yet is made. */
export function readerOf(tables: Tables, room: PracticeRoom, reader: string): Reader {
  const known = practiceReaders(tables, room).find(({ name }) => isSameReader(name, reader));
  return known ?? { name: reader, answers: [], done: false, unanswered: room.practice.items.length };
}
