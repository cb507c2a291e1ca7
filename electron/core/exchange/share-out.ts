import type { UnitShare } from '#shared/contract/exchange.ts';
import { compareCodePoints } from '#shared/domain/population/normalise-text.ts';
import { exchangeWords } from '#shared/words/exchange.ts';

import { safeFileName } from '../files/safe-file-name.ts';
import { roundOf } from '../review/queue.ts';
import type { SampleCaseRow, Tables } from '../store/tables.ts';

/** What a package's file is called: the unit and the period, and nothing else. */
export function packageName(unit: string, period: string): string {
  return safeFileName(`${[unit, period].filter((part) => part !== '').join(' ')}.ltp`);
}

/**
 * The cases of a round that are to be read, by unit: those without a value of `by` last, under ''. A share by caseworker
 * is numbered in its file name, which names nobody.
 */
export function shareOut(tables: Tables, roundId: string, by: 'team' | 'caseworker' | 'whole'): readonly UnitShare[] {
  const { name } = roundOf(tables, roundId);
  const standing = tables.sample.list(roundId).filter(({ replacedBy }) => replacedBy === null);
  const shares = Map.groupBy(standing, (row) => unitOf(row, by));
  const units = [...shares.keys()].sort((a, b) => Number(a === '') - Number(b === '') || compareCodePoints(a, b));
  return units.map((unit, index) => ({
    unit,
    caseIds: (shares.get(unit) ?? []).map(({ drawn }) => drawn.caseId),
    fileName: packageName(by === 'caseworker' && unit !== '' ? exchangeWords.share(index + 1) : unit, name),
  }));
}

function unitOf({ case: { values } }: SampleCaseRow, by: 'team' | 'caseworker' | 'whole'): string {
  return by === 'whole' ? '' : (values[by] ?? '').trim();
}
