import {
  answerValues,
  type AnswerValue,
  isRegisterError,
  type ItemAnswer,
  type ReviewState,
} from '../../review/answer.ts';
import { normaliseText } from '../../population/normalise-text.ts';
import type { DrawnCase } from '../../sampling/draw-record.ts';

/** A drawn case of a round, replaced ones included, without its answers. Team and measure: '' where the export says none. */
export interface TableCase extends Pick<DrawnCase, 'caseId' | 'part' | 'partIndex' | 'stratum'> {
  readonly replacedBy: string | null;
  readonly team: string;
  readonly measure: string;
  /** Of the first reading. */
  readonly state: ReviewState;
  /** Who read it first; '' before it was begun. */
  readonly reader: string;
}

/** What was answered in a round, as bytes: hundreds of cases of dozens of items are counted in a few milliseconds. */
export interface AnswerTable {
  readonly itemIds: readonly string[];
  readonly cases: readonly TableCase[];
  /** A row to each case, in it a byte to each item: see `answerCode`. */
  readonly codes: Uint8Array;
}

/** The part of a code that is the answer: its place in `answerValues`, from 1; 0 is unanswered. */
export const valueBits = 7;
const suggestedBit = 8;
const changedBit = 16;

/** An answer in a byte: its value, whether a person gave it where the dates suggested one, and whether it is another. */
export function answerCode(answer: Pick<ItemAnswer, 'value' | 'suggested' | 'byFacts'>): number {
  const { value, suggested, byFacts } = answer;
  if (value === null) return 0;
  const isJudged = suggested !== undefined && byFacts !== true;
  const isChanged = isRegisterError({ itemId: '', note: '', evidence: '', ...answer });
  return answerValues.indexOf(value) + 1 + (isJudged ? suggestedBit : 0) + (isChanged ? changedBit : 0);
}

/** The answer of a code. */
export function codeValue(code: number): AnswerValue | null {
  return answerValues[(code & valueBits) - 1] ?? null;
}

/** True where a person answered what the dates suggest an answer to. */
export function isJudged(code: number): boolean {
  return (code & suggestedBit) !== 0;
}

/** True where that answer is another one: the register or the rule is wrong. */
export function isChanged(code: number): boolean {
  return (code & changedBit) !== 0;
}

/** True where anything is answered in the case of this row. */
export function isAnswered({ codes, itemIds }: AnswerTable, row: number): boolean {
  const start = row * itemIds.length;
  for (let at = start; at < start + itemIds.length; at += 1) if (codes[at] !== 0) return true;
  return false;
}

/**
 * What a case is grouped by as its measure: the case type, which draws are also divided by, so that whole strata can be
 * estimated; where the export has none the form of placement, and else the section of the law.
 */
export function measureOf([caseType, placementForm, legalBasis]: readonly [
  string | null,
  string | null,
  string | null,
]): string {
  return [caseType, placementForm, legalBasis].map((each) => normaliseText(each ?? '')).find(Boolean) ?? '';
}
