import { notStated } from '../../words/population.ts';
import { reducedRecordWords as words } from '../../words/reduced-record.ts';
import type { DrawRecord } from '../sampling/draw-record.ts';
import { renameRecord } from './rename-record.ts';
import { samplingNumber } from './sampling-number.ts';

export interface ReaderOf {
  /** The numbers of the reader's cases. */
  readonly kept: ReadonlySet<string>;
  /** How names leave what people have written. */
  readonly hideNames: (text: string) => string;
}

/**
 * The record of a draw for one of its readers. Only the reader's cases have their numbers and tickets; others have their
 * sampling numbers. Strata that are called after other caseworkers or teams are numbered, with their sizes; nobody is
 * named in conditions and reasons. The order of cases and strata stays.
 */
export function recordForReader(record: DrawRecord, { kept, hideNames }: ReaderOf): DrawRecord {
  const numbers = new Map(record.cases.map((drawn) => [drawn.caseId, samplingNumber(drawn, record.strata)]));
  const nameOf = (caseId: string): string => (kept.has(caseId) ? caseId : (numbers.get(caseId) ?? ''));
  return renameRecord(record, {
    caseOf: nameOf,
    stratumOf: strataNames(record, kept),
    ticketOf: ({ caseId, ticket }) => (kept.has(caseId) ? ticket : ''),
    hideNames,
  });
}

/** A caseworker or team has the same number in every part. One of the reader's own keeps its name. */
function strataNames(
  { plan, strata, cases }: DrawRecord,
  kept: ReadonlySet<string>,
): (partIndex: number, name: string) => string {
  const dividerOf = (partIndex: number): 'caseworker' | 'team' | null => {
    const part = plan.parts[partIndex];
    const by = part?.kind === 'random' ? part.stratifyBy : null;
    return by === 'caseType' ? null : by;
  };
  const own = new Set(
    cases
      .filter(({ caseId }) => kept.has(caseId))
      .map(({ partIndex, stratum }) => `${dividerOf(partIndex) ?? ''} ${stratum}`),
  );
  const different = (by: 'caseworker' | 'team') => [
    ...new Set(strata.filter(({ partIndex }) => dividerOf(partIndex) === by).map(({ name }) => name)),
  ];
  const names = { caseworker: different('caseworker'), team: different('team') };
  return (partIndex, name) => {
    const by = dividerOf(partIndex);
    if (by === null || name === notStated || own.has(`${by} ${name}`)) return name;
    return words.other[by](names[by].indexOf(name) + 1);
  };
}
