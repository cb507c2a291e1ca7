import { createSecretKey } from 'node:crypto';

import type { CaseRecord } from '#shared/domain/population/case.ts';
import { compareCodePoints } from '#shared/domain/population/normalise-text.ts';

import { caseMark } from '../store/marks.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import { inSlices } from './in-slices.ts';
import type { StepCall } from './shared-run.ts';

/**
 * Leaves the mark of a case whose review is closed, so that the case is known again when its round is deleted. Within a
 * change. The mark stays when the review is reopened: the case has been read.
 */
export function markReviewed(tables: Tables, caseId: string, closedAt: string): void {
  markAllReviewed(tables, [{ caseId, at: closedAt }]);
}

/** The same for many cases: preparing the key costs more than using it. */
export function markAllReviewed(
  tables: Tables,
  closed: readonly { readonly caseId: string; readonly at: string }[],
): void {
  if (closed.length === 0) return;
  const key = createSecretKey(tables.marks.ensureKey());
  for (const { caseId, at } of closed) tables.marks.addReviewed(caseMark(key, caseId), at);
}

/** Which of the cases were reviewed before, with the instant their last review was closed. */
export function reviewedBefore(tables: Tables, cases: readonly CaseRecord[]): ReadonlyMap<string, string> {
  const key = tables.marks.key();
  const marks = tables.marks.reviewed();
  if (key === undefined || marks.size === 0) return new Map();
  return new Map(
    cases.flatMap(({ id }) => {
      const closedAt = marks.get(caseMark(key, id).toString('hex'));
      return closedAt === undefined ? [] : [[id, closedAt] as const];
    }),
  );
}

/** The numbers of cases with a review closed at or after an instant, also where its round is deleted. */
export function reviewedSince(tables: Tables, cases: readonly CaseRecord[], since: string): readonly string[] {
  const marked = [...reviewedBefore(tables, cases)].flatMap(([id, closedAt]) => (closedAt >= since ? [id] : []));
  return [...new Set([...tables.sample.reviewedSince(since), ...marked])].sort(compareCodePoints);
}

/** The case numbers by their marks, in slices: 100,000 of them take half a second. Empty before the first mark. */
export async function casesByMark(
  store: Store,
  cases: readonly CaseRecord[],
  call: StepCall,
): Promise<ReadonlyMap<string, string>> {
  const byMark = new Map<string, string>();
  const key = store.read((tables) => tables.marks.key());
  if (key === undefined) return byMark;
  await inSlices(cases, call, 'recognising', ({ id }) => byMark.set(caseMark(key, id).toString('hex'), id));
  return byMark;
}
