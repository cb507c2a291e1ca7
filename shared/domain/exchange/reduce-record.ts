import { notStated } from '../../words/population.ts';
import { reducedRecordWords as words } from '../../words/reduced-record.ts';
import type { DrawRecord } from '../sampling/draw-record.ts';
import { renameRecord } from './rename-record.ts';
import { samplingNumber } from './sampling-number.ts';

type HideNames = (text: string) => string;

/**
 * The record of a draw without case numbers and without names: enough for every figure of a report, too little to
 * repeat the draw. Case numbers become sampling numbers, tickets and the numbers of cases that were held out are empty,
 * caseworkers are numbered in the order of their strata, and fingerprints of few cases are left out. The order of
 * cases and strata stays. `hideNames` is for what people have written. With the seed, whoever has the list of cases can draw
 * again and knows which case each number is; without it nobody can.
 */
export function reduceRecord(record: DrawRecord, hideNames: HideNames, { withSeed = true } = {}): DrawRecord {
  const numbers = new Map(record.cases.map((drawn) => [drawn.caseId, samplingNumber(drawn, record.strata)]));
  const numberOf = (caseId: string): string => numbers.get(caseId) ?? '';
  const stratumOf = strataWords(record, hideNames);
  const renamed = renameRecord(record, { caseOf: numberOf, stratumOf, ticketOf: () => '', hideNames });
  const { sha256, mapping } = record.file;
  return {
    ...renamed,
    file: { sha256, mapping: { ...mapping, sheet: null, columns: [] } },
    ...(withSeed ? {} : { seed: words.noSeed, plan: { ...renamed.plan, seed: null } }),
  };
}

type StratumWords = (partIndex: number, name: string) => string;

/**
 * A stratum's name as it may travel: a caseworker's is a number, the same in every part; a targeted part is called as
 * its rule is.
 */
function strataWords({ plan, strata }: DrawRecord, hideNames: HideNames): StratumWords {
  const isCaseworker = (partIndex: number, name: string): boolean => {
    const part = plan.parts[partIndex];
    return part?.kind === 'random' && part.stratifyBy === 'caseworker' && name !== notStated;
  };
  const names = strata.filter((each) => isCaseworker(each.partIndex, each.name)).map(({ name }) => name);
  const caseworkers = [...new Set(names)];
  return (partIndex, name) => {
    if (isCaseworker(partIndex, name)) return words.caseworker(caseworkers.indexOf(name) + 1);
    return plan.parts[partIndex]?.kind === 'targeted' ? hideNames(name) : name;
  };
}
