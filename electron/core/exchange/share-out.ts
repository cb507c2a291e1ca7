import type { UnitShare } from '#shared/contract/exchange.ts';
import { compareCodePoints } from '#shared/domain/population/normalise-text.ts';
import { exchangeWords } from '#shared/words/exchange.ts';

import { safeFileName } from '../files/safe-file-name.ts';
import { roundOf } from '../review/queue.ts';
import type { SampleCaseRow, Tables } from '../store/tables.ts';
import { titleHider } from './name-hiding.ts';

/**
 * What a package's file is called: the unit and the period, and nothing else. Cases may be shared out by caseworker: a
 * unit that is a person is left out.
 */
export function packageName(unit: string, period: string, hideNames: (title: string) => string): string {
  const parts = [hideNames(unit) === unit ? unit : '', hideNames(period)];
  return safeFileName(`${parts.filter((part) => part !== '').join(' ')}.ltp`);
}

/**
 * The cases of a round that are to be read, by unit: those without a value of `by` last, under ''. A share by caseworker
 * is numbered in its file name, which names nobody.
 */
export function shareOut(tables: Tables, roundId: string, by: 'team' | 'caseworker' | 'whole'): readonly UnitShare[] {
  const { name } = roundOf(tables, roundId);
  const rows = tables.sample.list(roundId);
  const hide = titleHider(rows);
  const standing = rows.filter(({ replacedBy }) => replacedBy === null);
  const shares = Map.groupBy(standing, (row) => unitOf(row, by));
  const units = [...shares.keys()].sort((a, b) => Number(a === '') - Number(b === '') || compareCodePoints(a, b));
  return units.map((unit, index) => ({
    unit,
    caseIds: (shares.get(unit) ?? []).map(({ drawn }) => drawn.caseId),
    fileName: packageName(by === 'caseworker' && unit !== '' ? exchangeWords.share(index + 1) : unit, name, hide),
  }));
}

function unitOf({ case: { values } }: SampleCaseRow, by: 'team' | 'caseworker' | 'whole'): string {
  return by === 'whole' ? '' : (values[by] ?? '').trim();
}
