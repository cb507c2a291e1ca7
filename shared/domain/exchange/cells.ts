import { z } from 'zod';

import { actionKind, recommendation } from '../review/action.ts';
import { answerValue, override, type Reading, reviewStates, suggestedValues } from '../review/answer.ts';
import { stances } from '../review/conversation.ts';
import type { Authored } from './version.ts';

/** What can be edited alone. A cell's name is `kind/part/...`, its parts URI-encoded. */
export type Cell =
  | { readonly kind: 'answer'; readonly caseKey: string; readonly reading: Reading; readonly itemId: string }
  | { readonly kind: 'review'; readonly caseKey: string; readonly reading: Reading }
  | { readonly kind: 'conversation'; readonly caseKey: string }
  | { readonly kind: 'comment'; readonly caseKey: string; readonly itemId: string }
  | { readonly kind: 'action'; readonly actionId: string };
export type CellKind = Cell['kind'];

const longText = z.string().max(20_000);
const shortText = z.string().max(2_000);
const instant = z.iso.datetime().max(40);
const count = z.int().nonnegative();

/** An item answer without its item. */
export const answerContent = z.strictObject({
  value: answerValue.nullable(),
  note: longText,
  evidence: longText,
  goodPractice: longText.exactOptional(),
  suggested: z.enum(suggestedValues).exactOptional(),
  override: z.strictObject(override.shape).exactOptional(),
  byFacts: z.literal(true).exactOptional(),
});
export type AnswerContent = z.output<typeof answerContent>;

/** A review without its answers. */
export const reviewContent = z.strictObject({
  reader: z.string().max(200),
  state: z.enum(reviewStates),
  closedAt: instant.nullable(),
  seconds: count,
});
export type ReviewContent = z.output<typeof reviewContent>;

export const conversationContent = z.strictObject({
  held: z.iso.date().nullable(),
  praise: longText,
  agreement: longText,
  due: z.iso.date().nullable(),
});
export type ConversationContent = z.output<typeof conversationContent>;

/** Null: there was a comment, and it was taken away. */
export const commentContent = z.strictObject({ stance: z.enum(stances), text: longText }).nullable();
export type CommentContent = z.output<typeof commentContent>;

const measure = z.strictObject({ roundId: z.string().max(100), yes: count, n: count });

/** An action without its id and its round, its case by the key that the cells have. */
export const actionContent = z.strictObject({
  caseKey: z.string().max(200).nullable(),
  itemId: z.string().max(200).nullable(),
  kind: actionKind,
  text: longText,
  owner: shortText,
  due: z.iso.date().nullable(),
  critical: z.boolean(),
  created: z.string().max(40),
  done: z.iso.date().nullable(),
  category: recommendation.nullable(),
  measured: z.strictObject({ before: measure, after: measure }).nullable(),
});
export type ActionContent = z.output<typeof actionContent>;

export const contentOfKind = {
  answer: answerContent,
  review: reviewContent,
  conversation: conversationContent,
  comment: commentContent,
  action: actionContent,
} as const satisfies Readonly<Record<CellKind, z.ZodType>>;

export type CellContent = AnswerContent | ReviewContent | ConversationContent | CommentContent | ActionContent;

/** What stands in a cell of the tables, and who wrote it when. */
export interface CellNow extends Authored {
  readonly content: CellContent;
}

/** An item that nobody has answered. */
export const unanswered: AnswerContent = { value: null, note: '', evidence: '' };

export function cellKey(cell: Cell): string {
  switch (cell.kind) {
    case 'answer':
      return `answer/${encoded(cell.caseKey)}/${cell.reading}/${encoded(cell.itemId)}`;
    case 'review':
      return `review/${encoded(cell.caseKey)}/${cell.reading}`;
    case 'conversation':
      return `conversation/${encoded(cell.caseKey)}`;
    case 'comment':
      return `comment/${encoded(cell.caseKey)}/${encoded(cell.itemId)}`;
    case 'action':
      return `action/${encoded(cell.actionId)}`;
  }
}

/** The name of the review that an answer belongs to, by the answer's name. */
export function reviewOf(answer: string): string {
  return `review${answer.slice('answer'.length, answer.lastIndexOf('/'))}`;
}

/** What an encoded name holds besides percent signs. */
const unencoded = /^[\w\-.!~*'()/]+$/;
const unencodedPart = /^[\w\-.!~*'()]*$/;

/** A part of a name; most need no encoding, and finding that out costs less. */
function encoded(part: string): string {
  return unencodedPart.test(part) ? part : encodeURIComponent(part);
}

/** The cell with this name, or null where it is none: every cell has one name only. */
export function parseCell(key: string): Cell | null {
  const parts = key.split('/');
  if (unencoded.test(key)) return cellOfParts(parts);
  const cell = cellOfParts(parts.map(decoded));
  return cell !== null && cellKey(cell) === key ? cell : null;
}

/**
 * Gives what `parseCell` gives, to be asked for many names: the answers of one reading, which stand together in a package,
 * begin alike, and what they begin with is taken apart once. Remembers one reading.
 */
export function cellReader(): (key: string) => Cell | null {
  let start = '/';
  let place: Pick<Extract<Cell, { kind: 'answer' }>, 'caseKey' | 'reading'> = { caseKey: '', reading: 1 };
  return (key) => {
    if (key.startsWith(start)) {
      const itemId = key.slice(start.length);
      if (itemId !== '' && unencodedPart.test(itemId)) {
        return { kind: 'answer', caseKey: place.caseKey, reading: place.reading, itemId };
      }
    }
    const cell = parseCell(key);
    if (cell?.kind === 'answer') [start, place] = [key.slice(0, key.lastIndexOf('/') + 1), cell];
    return cell;
  };
}

const partCounts: ReadonlyMap<string, number> = new Map([
  ['answer', 4],
  ['review', 3],
  ['conversation', 2],
  ['comment', 3],
  ['action', 2],
]);

function cellOfParts(parts: readonly string[]): Cell | null {
  const [kind = '', first = '', second = '', third = ''] = parts;
  const isWhole = partCounts.get(kind) === parts.length && !parts.includes('');
  return isWhole ? cellOf(kind, first, second, third) : null;
}

function cellOf(kind: string, first: string, second: string, third: string): Cell | null {
  switch (kind) {
    case 'answer':
    case 'review': {
      const number: Reading | null = second === '1' ? 1 : second === '2' ? 2 : null;
      if (number === null) return null;
      const place = { caseKey: first, reading: number };
      return kind === 'answer' ? { kind, ...place, itemId: third } : { kind, ...place };
    }
    case 'conversation':
      return { kind, caseKey: first };
    case 'comment':
      return { kind, caseKey: first, itemId: second };
    case 'action':
      return { kind, actionId: first };
    default:
      return null;
  }
}

/** Empty for what is not encoded as a part of a name is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
