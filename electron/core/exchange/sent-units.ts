import type { Tables } from '../store/tables.ts';
import { titleHider } from './name-hiding.ts';

export interface SentUnits {
  /**
   * The unit that each case of a round was sent to; of a case that was sent twice, the later one. A case that took the
   * place of one that was sent is its unit's, until it is sent itself.
   */
  readonly sentTo: ReadonlyMap<string, string>;
  /** Of the units, those that name somebody: the cases were shared out by caseworker. */
  readonly people: ReadonlySet<string>;
}

const nothingSent: SentUnits = { sentTo: new Map(), people: new Set() };

export function sentUnits({ exchanges, sample }: Pick<Tables, 'exchanges' | 'sample'>, roundId: string): SentUnits {
  const sent = exchanges.list(roundId).filter(({ kind, unit }) => kind === 'cases' && unit !== '');
  if (sent.length === 0) return nothingSent;
  const sentTo = new Map(sent.flatMap(({ caseIds, unit }) => caseIds.map((caseId) => [caseId, unit] as const)));
  const rows = sample.list(roundId);
  const replacedBy = new Map(rows.map((row) => [row.drawn.caseId, row.replacedBy]));
  for (const [first, unit] of sentTo) {
    let next = replacedBy.get(first) ?? null;
    while (next !== null && !sentTo.has(next)) {
      sentTo.set(next, unit);
      next = replacedBy.get(next) ?? null;
    }
  }
  const hide = titleHider(rows);
  const people = [...new Set(sentTo.values())].filter((unit) => hide(unit) !== unit);
  return { sentTo, people: new Set(people) };
}
