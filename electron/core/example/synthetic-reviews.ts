import type { CaseReview } from '#shared/contract/review.ts';
import { addDays, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import { type RandomSource, randomSource, seedFromText } from '#shared/domain/example/random-source.ts';
import type { ActionDraft } from '#shared/domain/review/action.ts';
import type { AnswersFile, AnswerValue } from '#shared/domain/review/answer.ts';
import type { DateVerdict } from '#shared/domain/review/date-finding.ts';
import { isCritical } from '#shared/domain/review/findings.ts';
import { syntheticWords } from '#shared/words/example.ts';

import { itemsOf } from '../review/queue.ts';

type Answers = AnswersFile['reviews'][number]['answers'];
type Item = ReturnType<typeof itemsOf>[number];

/**
 * Invented reviews of the example's cases, for the demonstration only: where a date rule speaks, the reviewer mostly
 * agrees; elsewhere answers follow the shares that national studies found. The same cases get the same answers.
 */
export function syntheticAnswers(reviews: readonly CaseReview[]): AnswersFile {
  return {
    template: reviews[0]?.template.id ?? '',
    reviews: reviews.map((review) => ({ caseId: review.caseId, close: true, answers: answersOf(review) })),
  };
}

function answersOf(review: CaseReview): Answers {
  const random = randomSource(seedFromText(review.caseId));
  const answers: Answers = {};
  for (const item of itemsOf(review.template)) {
    const value = answerFor(item, review, random);
    const note = value === 'no' || value === 'partly' ? { note: syntheticWords.notes[value] } : {};
    const due = addDays(review.asOf as LocalDate, 14);
    const action = isCritical(item, value) ? { action: { ...syntheticWords.caseAction, due } } : {};
    answers[item.id] = { value, ...note, ...action };
  }
  return answers;
}

const fromVerdict: Readonly<Partial<Record<DateVerdict, AnswerValue>>> = {
  yes: 'yes',
  partly: 'partly',
  no: 'no',
  'not-relevant': 'na',
};

function answerFor(item: Item, review: CaseReview, random: RandomSource): AnswerValue {
  const agrees = random.chance(0.94);
  const suggestion = review.suggestions[item.id];
  const suggested = suggestion === undefined ? undefined : fromVerdict[suggestion.verdict];
  if (suggested !== undefined && agrees) {
    return suggested;
  }
  if (suggested === undefined && !isRelevant(item, review, random)) {
    return 'na';
  }
  return judged(random);
}

/** The conditions that the example's facts can settle; rare situations are mostly not relevant. */
function isRelevant({ id, applies }: Item, { record }: CaseReview, random: RandomSource): boolean {
  const { placement_start: placed, bfu_end: assessed, plan_date: plan, followup_dates: followUps } = record.values;
  if (/anbragt|anbringelse|tilsynsbesøg/iu.test(applies)) {
    return placed !== undefined && !/hjemgivelse/u.test(applies);
  }
  if (applies.includes('bfu_slut')) {
    return assessed !== undefined;
  }
  if (applies.includes('plan_dato')) {
    return plan !== undefined;
  }
  if (applies.includes('opfølgning')) {
    return followUps !== undefined;
  }
  const rare = ['underretning-overgreb', 'aeresrelateret-risikovurdering', 'hjemgivelse', 'barnets-stemme-fravigelse'];
  return random.chance(rare.includes(id) ? 0.08 : 0.9);
}

function judged(random: RandomSource): AnswerValue {
  const draw = random.next();
  if (draw < 0.72) {
    return 'yes';
  }
  if (draw < 0.84) {
    return 'partly';
  }
  return draw < 0.93 ? 'no' : 'cannot-tell';
}

/** Two invented changes of practice. What is done about single cases stands with their answers. */
export function syntheticActions(roundId: string, today: LocalDate): readonly ActionDraft[] {
  return syntheticWords.practiceActions.map(({ itemId, text, owner, days, category }) => ({
    roundId,
    caseId: null,
    itemId,
    kind: 'practice' as const,
    category,
    text,
    owner,
    due: addDays(today, days),
  }));
}
