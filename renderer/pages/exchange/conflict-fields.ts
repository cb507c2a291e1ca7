import type { ConflictContent, ExchangeConflict } from '#shared/contract/exchange.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';
import { stanceWords } from '#shared/words/case-page.ts';
import { answerLabels, overrideReasonLabels } from '#shared/words/review.ts';

import { formatDate } from '../../components/formats.ts';
import { actionWords } from '../../words/actions.ts';
import type { exchangeWords } from '../../words/exchange.ts';
import { reviewWords } from '../../words/review.ts';

type Field = keyof typeof exchangeWords.conflicts.fields;

/** A field of what was written, with what each of them says; `differs`: they do not all say the same. */
export interface ConflictRow {
  readonly field: Field;
  readonly texts: readonly string[];
  readonly differs: boolean;
}

/** What the versions say, field by field; a field in which none of them says anything is left out. */
export function conflictRows(
  versions: ExchangeConflict['versions'],
  labels: Readonly<Record<AnswerValue, string>> = answerLabels,
): readonly ConflictRow[] {
  const told = versions.map(({ content }) => fieldsOf(content, labels));
  const fields = [...new Set(told.flatMap((each) => Object.keys(each) as Field[]))];
  return fields
    .map((field) => {
      const texts = told.map((each) => each[field] ?? '');
      return { field, texts, differs: new Set(texts).size > 1 };
    })
    .filter(({ texts }) => texts.some((text) => text !== ''));
}

type Told = Partial<Record<Field, string>>;

function fieldsOf(content: ConflictContent, labels: Readonly<Record<AnswerValue, string>>): Told {
  switch (content.what) {
    case 'answer':
      return answerFields(content.answer, labels);
    case 'review':
      return { state: reviewWords.queueState[content.state] };
    case 'conversation': {
      const { held, praise, agreement, due } = content.conversation ?? emptyTalk;
      return { held: formatDate(held ?? ''), praise, agreement, due: formatDate(due ?? '') };
    }
    case 'comment': {
      const { comment } = content;
      return comment === null ? {} : { stance: stanceWords[comment.stance], text: comment.text };
    }
    case 'action': {
      const { kind, text, owner, due, done } = content.action;
      const dates = { due: formatDate(due ?? ''), done: formatDate(done ?? '') };
      return { kind: actionWords.kinds[kind], action: text, owner, ...dates };
    }
  }
}

const emptyTalk = { held: null, praise: '', agreement: '', due: null };

function answerFields(
  { value, note, evidence, goodPractice, override }: Extract<ConflictContent, { what: 'answer' }>['answer'],
  labels: Readonly<Record<AnswerValue, string>>,
): Told {
  const reason = override === undefined ? [] : [overrideReasonLabels[override.reason], override.text];
  return {
    value: value === null ? reviewWords.unanswered : labels[value],
    note,
    evidence,
    goodPractice: goodPractice === undefined ? '' : goodPractice || reviewWords.goodPractice,
    override: reason.filter(Boolean).join(': '),
  };
}
