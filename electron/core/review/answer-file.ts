import { AppError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { AnswersFile, ItemAnswer } from '#shared/domain/review/answer.ts';

import type { Ports } from '../ports.ts';
import type { Store, Tables } from '../store/tables.ts';
import { currentAnswer } from './answers.ts';
import { countUnanswered, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

type FileOutcome = Output<'review.answerFile'>;
type Rejection = FileOutcome['rejected'][number];
interface Accepted {
  readonly caseId: string;
  readonly answer: ItemAnswer;
}

/**
 * Records the answers of a file in one save, with the same checks as on the page. What cannot be recorded is listed
 * with its code; the rest is kept. A review marked `close` is closed when all its items are answered.
 */
export async function answerFromFile(
  ports: Ports,
  store: Store,
  shelf: TemplateShelf,
  roundId: string,
  file: AnswersFile,
): Promise<FileOutcome> {
  const rejected: Rejection[] = [];
  const accepted: Accepted[] = [];
  store.read((tables) => {
    const template = templateOf(tables, shelf, roundId);
    if (file.template !== template.id) {
      throw new AppError('unknown-template', `the round uses ${template.id}, the file says ${file.template}`);
    }
    collect(tables, shelf, roundId, file, accepted, rejected);
  });
  if (accepted.length > 0 || file.reviews.some(({ close }) => close === true)) {
    await store.change({ kind: 'review.answered-from-file', target: roundId, after: accepted }, (tables) => {
      const now = ports.clock.now();
      for (const { caseId, answer } of accepted) {
        tables.reviews.setAnswer(roundId, caseId, answer, now);
      }
      closeWhole(tables, shelf, roundId, file, rejected, now);
    });
  }
  return { accepted: accepted.length, rejected };
}

function collect(
  tables: Tables,
  shelf: TemplateShelf,
  roundId: string,
  file: AnswersFile,
  accepted: Accepted[],
  rejected: Rejection[],
): void {
  for (const { caseId, answers } of file.reviews) {
    for (const [itemId, given] of Object.entries(answers)) {
      try {
        const before = currentAnswer(tables, shelf, { roundId, caseId, itemId });
        const answer = {
          itemId,
          value: given.value,
          note: given.note ?? before.note,
          evidence: given.evidence ?? before.evidence,
        };
        accepted.push({ caseId, answer });
      } catch (error) {
        if (!(error instanceof AppError)) {
          throw error;
        }
        rejected.push({ caseId, itemId, code: error.code });
      }
    }
  }
}

/** A review that is closed already stays as it is, with the instant it was closed at. */
function closeWhole(
  tables: Tables,
  shelf: TemplateShelf,
  roundId: string,
  file: AnswersFile,
  rejected: Rejection[],
  now: string,
): void {
  const template = templateOf(tables, shelf, roundId);
  for (const { caseId } of file.reviews.filter(({ close }) => close === true)) {
    const row = tables.sample.get(roundId, caseId);
    const review = tables.reviews.get(roundId, caseId);
    if (row === undefined || row.replacedBy !== null) {
      rejected.push({ caseId, code: 'case-not-in-round' });
    } else if (countUnanswered(template, review) > 0) {
      rejected.push({ caseId, code: 'review-incomplete' });
    } else if (review?.state !== 'done') {
      tables.reviews.setState(roundId, caseId, 'done', now);
    }
  }
}
