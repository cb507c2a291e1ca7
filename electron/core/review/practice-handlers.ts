import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { PracticeAnswer, PracticeResult, PracticeSheet } from '#shared/contract/practice.ts';
import type { PracticeCase } from '#shared/domain/review/practice-case.ts';
import { pairShare, totalPairShare, twoReaders, worstFirst } from '#shared/domain/review/practice-result.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';

import { createQueue } from '../store/queue.ts';
import type { Tables } from '../store/tables.ts';
import { loadPracticeCase, practiceItems } from './load-practice-case.ts';
import {
  type PracticeRoom,
  practiceReaders,
  type Reader,
  readerOf,
  storedUnder,
  doneMark,
} from './practice-readers.ts';
import type { ReviewRoom } from './reading-case.ts';
import type { TemplateShelf } from './template-shelf.ts';

type PracticeHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `review.practice${string}`>>;

/** The practice case: every leader answers alone, and sees the others' answers only when his or her own stand. */
export function createPracticeHandlers({ ports, store, shelf }: ReviewRoom): PracticeHandlers {
  const practice = loadPracticeCase(ports.resourceFolder, shelf);
  const room: PracticeRoom = { practice, practiceId: storedUnder(practice) };
  // A note and an answer to one item may be on their way together: each is made to what the one before it left.
  const inTurn = createQueue();
  const save = async (kind: string, row: PracticeAnswer & { readonly reader: string }): Promise<void> => {
    const target = `practice/${room.practiceId}/${row.itemId}`;
    await store.change({ kind, target, after: row }, (tables) =>
      tables.practice.set({ practiceId: room.practiceId, ...row }, ports.clock.now()),
    );
    ports.announce({ name: 'stage-changed', stage: 'review' });
  };
  return {
    'review.practiceCase': ({ reader }) =>
      Promise.resolve(store.read((tables) => sheetFor(tables, shelf, room, reader))),
    'review.practiceAnswer': ({ reader, itemId, value, note }) =>
      inTurn(async () => {
        const { name, before } = store.read((tables) => openAnswer(tables, room, reader, itemId));
        const answer = { itemId, value: value === undefined ? before.value : value, note: note ?? before.note };
        await save('practice.answered', { reader: name, ...answer });
        return answer;
      }),
    'review.practiceDone': ({ reader }) =>
      inTurn(async () => {
        const { name, done, unanswered } = store.read((tables) => readerOf(tables, room, reader));
        if (unanswered > 0) throw new AppError('review-incomplete', 'items are unanswered', { unanswered });
        if (!done) await save('practice.done', { reader: name, ...doneMark });
        return null;
      }),
    'review.practiceResult': ({ reader }) =>
      Promise.resolve(store.read((tables) => resultFor(tables, shelf, room, reader))),
  };
}

function openAnswer(tables: Tables, room: PracticeRoom, reader: string, itemId: string) {
  if (!room.practice.items.some((item) => item.itemId === itemId)) {
    throw new AppError('unknown-item', `no item "${itemId}" in the practice case`);
  }
  const { name, done, answers } = readerOf(tables, room, reader);
  if (done) throw new AppError('review-closed', 'the reader has seen the others');
  const before = answers.find((answer) => answer.itemId === itemId);
  return { name, before: before ?? { itemId, value: null, note: '' } };
}

function sheetFor(tables: Tables, shelf: TemplateShelf, room: PracticeRoom, reader: string | null): PracticeSheet {
  const { items: _proposed, ...shown } = room.practice;
  const template = shelf.current(room.practice.templateId);
  return {
    ...shown,
    templateTitle: template.title,
    items: practiceItems(room.practice, template),
    readers: practiceReaders(tables, room).map(({ name, answers, done }) => ({
      reader: name,
      answered: answers.filter(({ value }) => value !== null).length,
      done,
    })),
    answers: reader === null ? [] : readerOf(tables, room, reader).answers,
  };
}

function resultFor(tables: Tables, shelf: TemplateShelf, room: PracticeRoom, reader: string): PracticeResult {
  const all = practiceReaders(tables, room);
  const asking = all.find(({ name }) => isSameReader(name, reader));
  if (asking?.done !== true) {
    throw new AppError('review-incomplete', 'the reader is not done');
  }
  const done = all.filter((one) => one.done);
  const items = worstFirst(itemResults(room.practice, shelf, done));
  return {
    readers: done.map(({ name }) => name),
    unfinished: all.length - done.length,
    total: totalPairShare(items),
    two: twoReaders(
      room.practice.items.map(({ itemId }) => itemId),
      done.map(({ name, answers }) => ({ reader: name, answers: valuesOf(answers) })),
    ),
    items,
  };
}

function itemResults(practice: PracticeCase, shelf: TemplateShelf, done: readonly Reader[]): PracticeResult['items'] {
  const questions = new Map(practiceItems(practice, shelf.current(practice.templateId)).map((item) => [item.id, item]));
  return practice.items.map((proposed) => {
    const answers = done.flatMap(({ name, answers: own }) => {
      const answer = own.find(({ itemId }) => itemId === proposed.itemId);
      return answer === undefined || answer.value === null
        ? []
        : [{ reader: name, value: answer.value, note: answer.note }];
    });
    const question = questions.get(proposed.itemId)?.question ?? '';
    return { itemId: proposed.itemId, question, answers, proposed, ...pairShare(answers.map(({ value }) => value)) };
  });
}

function valuesOf(answers: readonly PracticeAnswer[]) {
  return new Map(answers.flatMap(({ itemId, value }) => (value === null ? [] : [[itemId, value] as const])));
}
