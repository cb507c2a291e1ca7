import { AppError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { Action } from '#shared/domain/review/action.ts';
import { type AnswersFile, isClosed, type ItemAnswer } from '#shared/domain/review/answer.ts';

import { newId } from '../files/new-id.ts';
import type { Tables } from '../store/tables.ts';
import { type CaseAction, isCriticalAction } from './action-handlers.ts';
import { changedAnswer } from './answers.ts';
import { closeInTables, closingProblem } from './close-review.ts';
import { templateOf } from './queue.ts';
import { openReadingOf, readingCaseOf, type ReadingKey, type ReviewRoom } from './reading-case.ts';
import type { TemplateShelf } from './template-shelf.ts';

type FileOutcome = Output<'review.answerFile'>;
type Rejection = FileOutcome['rejected'][number];
type GivenAction = NonNullable<AnswersFile['reviews'][number]['answers'][string]['action']>;
interface Accepted {
  readonly caseId: string;
  readonly answer: ItemAnswer;
  readonly action?: GivenAction | undefined;
}

/**
 * Records the answers of a file in one save, with the same checks as on the page. What cannot be recorded is listed
 * with its code; the rest is kept. A review marked `close` is closed when its relevant items are answered and each
 * critical finding has its action, which the file may hold.
 */
export async function answerFromFile(room: ReviewRoom, roundId: string, file: AnswersFile): Promise<FileOutcome> {
  const { ports, store, shelf } = room;
  const { accepted, rejected } = store.read((tables) => {
    const template = templateOf(tables, shelf, roundId);
    if (file.template !== template.id) {
      throw new AppError('unknown-template', `the round uses ${template.id}, the file says ${file.template}`);
    }
    return collect(tables, shelf, roundId, file);
  });
  if (accepted.length > 0 || file.reviews.some(({ close }) => close === true)) {
    await store.change({ kind: 'review.answered-from-file', target: roundId, after: accepted }, (tables) => {
      const now = ports.clock.now();
      for (const { caseId, answer, action } of accepted) {
        tables.reviews.setAnswer(roundId, caseId, answer, now);
        if (action !== undefined) {
          tables.actions.put(asAction(room, tables, { roundId, caseId, itemId: answer.itemId, ...action }, now));
        }
      }
      rejected.push(...closeWhole(tables, shelf, roundId, file, now));
    });
  }
  return { accepted: accepted.length, rejected };
}

function asAction({ ports, shelf }: ReviewRoom, tables: Tables, given: CaseAction, created: string): Action {
  const critical = isCriticalAction(tables, shelf, given);
  const id = newId(ports.random);
  return { ...given, id, kind: 'case', category: null, critical, created, done: null, measured: null };
}

function collect(tables: Tables, shelf: TemplateShelf, roundId: string, file: AnswersFile) {
  const accepted: Accepted[] = [];
  const rejected: Rejection[] = [];
  for (const { caseId, answers } of file.reviews) {
    for (const [itemId, { action, ...given }] of Object.entries(answers)) {
      const key: ReadingKey = { roundId, caseId, reading: 1 };
      const code = refused(() => {
        const { after } = changedAnswer(openReadingOf(tables, shelf, key), { itemId, ...given });
        accepted.push({ caseId, answer: after, action });
      });
      if (code !== null) rejected.push({ caseId, itemId, code });
    }
  }
  return { accepted, rejected };
}

/** The code of an expected refusal, or null; anything else is thrown on. */
function refused(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** A review that is closed already stays as it is, with the instant it was closed at. */
function closeWhole(
  tables: Tables,
  shelf: TemplateShelf,
  roundId: string,
  file: AnswersFile,
  now: string,
): readonly Rejection[] {
  const wanted = file.reviews.filter(({ close }) => close === true);
  return wanted.flatMap(({ caseId }): readonly Rejection[] => {
    const key: ReadingKey = { roundId, caseId, reading: 1 };
    const code = refused(() => {
      const reading = readingCaseOf(tables, shelf, key);
      if (reading.review !== undefined && isClosed(reading.review.state)) return;
      const problem = closingProblem(tables, key, reading);
      if (problem !== null) throw problem;
      closeInTables(tables, key, reading, now);
    });
    return code === null ? [] : [{ caseId, code }];
  });
}
