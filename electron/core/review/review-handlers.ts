import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { CaseReview } from '#shared/contract/review.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';
import { drawnBecause } from '#shared/words/sampling.ts';

import type { Ports } from '../ports.ts';
import type { SampleCaseRow, Store, Tables } from '../store/tables.ts';
import { createActionHandlers } from './action-handlers.ts';
import { answerFromFile } from './answer-file.ts';
import { changeAnswer } from './answers.ts';
import { countUnanswered, currentCaseOf, itemsOf, queueOf, roundOf, sampleCaseOf, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

type ReviewHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `review.${string}`>>;

/** Reviewing: the queue, one case, every answer saved at once. */
export function createReviewHandlers(ports: Ports, store: Store, shelf: TemplateShelf): ReviewHandlers {
  const announce = (): void => ports.announce({ name: 'stage-changed', stage: 'review' });
  return {
    ...createActionHandlers(ports, store, shelf),
    'review.queue': ({ roundId }) => Promise.resolve(store.read((tables) => queueOf(tables, shelf, roundId))),
    'review.open': ({ roundId, caseId }) =>
      Promise.resolve(store.read((tables) => openCase(tables, shelf, roundId, caseId))),
    'review.viewed': async ({ roundId, caseId }) => {
      store.read((tables) => sampleCaseOf(tables, roundId, caseId));
      await store.change({ kind: 'case.viewed', target: `${roundId}/${caseId}` }, () => undefined);
      return null;
    },
    'review.answer': async (input) => {
      const answer = await changeAnswer(ports, store, shelf, input);
      announce();
      return { answer, state: 'draft', savedAt: store.status().savedAt ?? ports.clock.now() };
    },
    'review.close': async ({ roundId, caseId }) => {
      const next = await closeReview(ports, store, shelf, roundId, caseId);
      announce();
      return { state: 'done', nextCaseId: next };
    },
    'review.reopen': async ({ roundId, caseId, reason }) => {
      const state = store.read((tables) => {
        currentCaseOf(tables, roundId, caseId);
        return tables.reviews.get(roundId, caseId)?.state ?? 'not-started';
      });
      if (state !== 'done') {
        return { state };
      }
      const entry = { kind: 'review.reopened', target: `${roundId}/${caseId}`, after: { reason } };
      await store.change(entry, (tables) => tables.reviews.setState(roundId, caseId, 'draft', ports.clock.now()));
      announce();
      return { state: 'draft' };
    },
    'review.answerFile': async ({ roundId, answers }) => {
      const outcome = await answerFromFile(ports, store, shelf, roundId, answers);
      announce();
      return outcome;
    },
  };
}

function openCase(tables: Tables, shelf: TemplateShelf, roundId: string, caseId: string): CaseReview {
  const round = roundOf(tables, roundId);
  const row = sampleCaseOf(tables, roundId, caseId);
  const template = templateOf(tables, shelf, roundId);
  const review = tables.reviews.get(roundId, caseId);
  return {
    roundId,
    caseId,
    state: review?.state ?? 'not-started',
    record: row.case,
    drawnBecause: drawnBecause(row.drawn, round.record.plan),
    asOf: round.record.asOf,
    template,
    answers: review?.answers ?? [],
    suggestions: suggestionsFor(template, row, round.record.asOf),
    actions: tables.actions.list().filter((action) => action.roundId === roundId && action.caseId === caseId),
  };
}

/** What the date rules say of each item that has one; the day deadlines are judged on is the day of the draw. */
function suggestionsFor(template: ChecklistTemplate, row: SampleCaseRow, asOf: string): Record<string, DateFinding> {
  const suggestions: Record<string, DateFinding> = {};
  for (const { id, rule } of itemsOf(template)) {
    const finding = rule === null ? null : evaluateRule(rule, row.case, asOf as LocalDate);
    if (finding !== null) {
      suggestions[id] = finding;
    }
  }
  return suggestions;
}

async function closeReview(
  ports: Ports,
  store: Store,
  shelf: TemplateShelf,
  roundId: string,
  caseId: string,
): Promise<string | null> {
  const unanswered = store.read((tables) => {
    currentCaseOf(tables, roundId, caseId);
    const review = tables.reviews.get(roundId, caseId);
    if (review?.state === 'done') {
      throw new AppError('review-closed', 'the review is closed already');
    }
    return countUnanswered(templateOf(tables, shelf, roundId), review);
  });
  if (unanswered > 0) {
    throw new AppError('review-incomplete', 'items are unanswered', { unanswered });
  }
  await store.change({ kind: 'review.closed', target: `${roundId}/${caseId}` }, (tables) =>
    tables.reviews.setState(roundId, caseId, 'done', ports.clock.now()),
  );
  return store.read((tables) => {
    const open = queueOf(tables, shelf, roundId).filter((line) => line.replacedBy === null && line.state !== 'done');
    return open[0]?.caseId ?? null;
  });
}
