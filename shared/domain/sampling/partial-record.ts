import type { CaseRecord } from '../population/case.ts';
import { normaliseText } from '../population/normalise-text.ts';
import type { DrawnCase, DrawRecord } from './draw-record.ts';
import { isSystematic } from './plan.ts';
import { drawMethod, systematicMethod, ticketsOf } from './ticket.ts';
import type { DrawDifference } from './verify-draw.ts';

/** How many of the drawn cases a record tells. */
export interface ToldCases {
  readonly told: number;
  readonly drawn: number;
}

/**
 * Of the record that one reader was sent, which tells only her own cases; null for a record of the whole draw. Cases that
 * are not told have no ticket.
 */
export function toldCases({ cases }: Pick<DrawRecord, 'cases'>): ToldCases | null {
  const told = cases.filter(({ ticket }) => ticket !== '').length;
  return told === cases.length ? null : { told, drawn: cases.length };
}

/**
 * What can be checked of such a record: that each case it tells is in the list, and that its ticket follows from the seed,
 * its stratum and its number. Whether the others were drawn rightly cannot be told from it.
 */
export function compareTold(
  record: DrawRecord,
  cases: readonly CaseRecord[],
  sha256: string,
): readonly DrawDifference[] {
  const known = new Set(cases.map(({ id }) => normaliseText(id)));
  const told = record.cases.filter(({ ticket }) => ticket !== '');
  return [
    ...(record.file.sha256 === sha256 ? [] : [{ kind: 'file' } as const]),
    ...told.flatMap((drawn): readonly DrawDifference[] => {
      const { caseId } = drawn;
      if (!known.has(normaliseText(caseId))) return [{ kind: 'case', caseId, how: 'missing' }];
      return drawn.ticket === ticketIn(record, drawn) ? [] : [{ kind: 'case', caseId, how: 'changed' }];
    }),
  ];
}

function ticketIn({ seed, plan }: DrawRecord, { partIndex, stratum, caseId }: DrawnCase): string {
  const part = plan.parts[partIndex];
  const method = part !== undefined && isSystematic(part) ? systematicMethod : drawMethod;
  return ticketsOf(seed, stratum, method)(caseId);
}
