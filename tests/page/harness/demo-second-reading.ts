import type { Handlers } from '#shared/contract/operations.ts';
import type { PracticeSheet } from '#shared/contract/practice.ts';
import { type AnswerValue, answerValues, type ItemAnswer } from '#shared/domain/review/answer.ts';
import { type PracticeCase, practiceCase } from '#shared/domain/review/practice-case.ts';
import { pairShare, totalPairShare, twoReaders, worstFirst } from '#shared/domain/review/practice-result.ts';
import { readingAgreement, totalAgreement } from '#shared/domain/review/second-reading.ts';
import { type ChecklistTemplate, checklistTemplate, templateItems } from '#shared/domain/review/template.ts';

import barnetsLov from '../../../resources/checklists/barnets-lov.json' with { type: 'json' };
import oevesag from '../../../resources/practice/oevesag.json' with { type: 'json' };
import { aRound } from '../sampling/a-round.ts';

const template: ChecklistTemplate = checklistTemplate.parse(barnetsLov);
const practice: PracticeCase = practiceCase.parse(oevesag);
const items = templateItems(template);

const answered = (turn: number): readonly ItemAnswer[] =>
  items.map(({ id }, index) => ({
    itemId: id,
    value: index % turn === 0 ? (answerValues[index % 5] ?? 'yes') : 'yes',
    note: index % 9 === 0 ? 'Samtalen er nævnt, men barnets egne ord mangler.' : '',
    evidence: '',
  }));
const [one, other] = [answered(4), answered(6)];
const pairs = Array.from({ length: 4 }, () => ({ first: one, second: other }));
const questionOf = (id: string): string => items.find((item) => item.id === id)?.question ?? '';

/** How readers answered the practice case: as proposed, but for some items. */
const practiceReadings = ['Mette Holm', 'Bo Anden'].map((reader, turn) => ({
  reader,
  answers: new Map(
    practice.items.map(({ itemId, value }, index): [string, AnswerValue] => [
      itemId,
      (index + turn) % 4 === 0 ? 'partly' : value,
    ]),
  ),
}));

const { items: _proposed, ...file } = practice;
const sheet: PracticeSheet = {
  ...file,
  templateTitle: template.title,
  items: practice.items.flatMap(({ itemId }) => items.filter(({ id }) => id === itemId)),
  readers: [
    { reader: 'Mette Holm', answered: 13, done: true },
    { reader: 'Bo Anden', answered: 13, done: true },
    { reader: 'Åse', answered: 5, done: false },
  ],
  answers: practice.items.slice(0, 5).map(({ itemId, value }) => ({ itemId, value, note: '' })),
};

const round = aRound();

/** A round of which five cases are read twice, and the practice case; the figures are the domain's own. */
export const secondReadingHandlers: Partial<Handlers> = {
  'sampling.rounds': async () => [{ ...round, name: 'november 2025' }],
  'review.secondReadings': async () => ({
    cases: 24,
    lines: (['done', 'done', 'draft', 'not-started', 'done'] as const).map((secondState, index) => ({
      caseId: `2025-000${12 + index * 7}`,
      firstReader: index === 3 ? '' : 'Mette Holm',
      firstState: index === 3 ? 'not-started' : index === 4 ? 'reopened' : 'done',
      secondReader: secondState === 'not-started' ? '' : 'Bo Anden',
      secondState,
      answered: 12,
      items: 38,
      minutes: 14,
    })),
  }),
  'review.agreement': async () => ({
    picked: 5,
    bothClosed: ['a', 'b', 'c', 'd'],
    total: totalAgreement(
      items.map(({ id }) => id),
      pairs,
    ),
    items: readingAgreement(
      items.map(({ id }) => id),
      pairs,
    ).map((item) => ({ ...item, question: questionOf(item.itemId) })),
  }),
  'review.compare': async ({ caseId }) => ({
    caseId,
    readers: ['Mette Holm', 'Bo Anden'],
    template,
    first: one,
    second: other,
  }),
  'review.practiceCase': async () => sheet,
  'review.practiceResult': async () => {
    const results = practice.items.map((proposed) => {
      const given = practiceReadings.map(({ reader, answers }) => ({
        reader,
        value: answers.get(proposed.itemId) ?? 'yes',
        note: '',
      }));
      const share = pairShare(given.map(({ value }) => value));
      return { itemId: proposed.itemId, question: questionOf(proposed.itemId), answers: given, proposed, ...share };
    });
    return {
      readers: practiceReadings.map(({ reader }) => reader),
      unfinished: 1,
      total: totalPairShare(results),
      two: twoReaders(
        practice.items.map(({ itemId }) => itemId),
        practiceReadings,
      ),
      items: worstFirst(results),
    };
  },
};
