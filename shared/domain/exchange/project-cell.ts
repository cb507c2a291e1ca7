import { isClosed } from '../review/answer.ts';
import { saidText } from './canonical-text.ts';
import { type CellContent, type CellNow, reviewOf, unanswered } from './cells.ts';
import { isConflict, secondsOf, type Version } from './version.ts';

/** What one cell of the tables is to hold; null where it has no version. */
export function projectCell(cell: string, heads: readonly Version<CellContent>[]): CellNow | null {
  const [first] = heads;
  if (first === undefined) return null;
  if (heads.length === 1) return nowOf(first);
  if (!isConflict(heads)) return nowOf(longest(heads));
  if (cell.startsWith('answer/')) return { content: unanswered, by: first.by, at: first.at };
  return nowOf([...heads].sort((a, b) => finished(a.content) - finished(b.content))[0] ?? first);
}

function nowOf({ content, by, at }: Version<CellContent>): CellNow {
  return { content, by, at };
}

/** Of copies that say the same: the one with the longest time. */
function longest(heads: readonly Version<CellContent>[]): Version<CellContent> {
  return heads.reduce((best, each) => (secondsOf(each.content) > secondsOf(best.content) ? each : best));
}

/** 0 where something is left to do. */
function finished(content: CellContent): number {
  if (content === null) return 1;
  if ('state' in content) return isClosed(content.state) ? 1 : 0;
  if ('held' in content) return content.held === null ? 0 : 1;
  if ('done' in content) return content.done === null ? 0 : 1;
  return 0;
}

/** True for a content that has no row in the tables: an item that nobody has answered, a comment that was taken away. */
export function isLeftEmpty(cell: string, content: CellContent): boolean {
  if (content === null) return true;
  if (!('value' in content) || content.value !== null) return false;
  return cell.startsWith('answer/') && saidText(content) === unansweredText;
}

const unansweredText = saidText(unanswered);

/** The reviews that are closed and have an unanswered answer, as they are to stand: open until it is answered. */
export function reopenedReviews(now: ReadonlyMap<string, CellNow>): ReadonlyMap<string, CellNow> {
  const reopened = new Map<string, CellNow>();
  for (const [cell, { content }] of now) {
    if (content === null || !('value' in content) || content.value !== null) continue;
    const key = reviewOf(cell);
    const review = now.get(key);
    if (review?.content === undefined || review.content === null || !('state' in review.content)) continue;
    if (!isClosed(review.content.state)) continue;
    reopened.set(key, { ...review, content: { ...review.content, state: 'reopened', closedAt: null } });
  }
  return reopened;
}
