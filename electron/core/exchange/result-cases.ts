import type { PackagedCase } from '#shared/domain/exchange/package.ts';
import { reduceCase } from '#shared/domain/exchange/reduce-case.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import type { RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
import { sampleNumbers } from './make-payload.ts';

/** The cases of a round as they stand in it. */
export function namedCases(tables: Tables, round: RoundRow, rows: readonly SampleCaseRow[]): PackagedCase[] {
  const numberOf = sampleNumbers(tables, round);
  return rows.map(({ drawn, replacedBy, case: record }) => ({
    key: drawn.caseId,
    number: numberOf(drawn.caseId),
    drawn,
    replacedBy,
    case: record,
  }));
}

/** A case is called by its sampling number, and known again by its key. */
export function namelessCases(
  tables: Tables,
  round: RoundRow,
  rows: readonly SampleCaseRow[],
  { reduced, keyOf }: { readonly reduced: DrawRecord; readonly keyOf: (caseId: string) => string },
): PackagedCase[] {
  const numberOf = sampleNumbers(tables, round);
  const strata = new Map(round.record.cases.map(({ caseId }, index) => [caseId, reduced.cases[index]?.stratum ?? '']));
  return rows.map(({ drawn, replacedBy, case: record }) => {
    const number = numberOf(drawn.caseId);
    return {
      key: keyOf(drawn.caseId),
      number,
      drawn: { ...drawn, caseId: number, ticket: '', stratum: strata.get(drawn.caseId) ?? '' },
      replacedBy: replacedBy === null ? null : keyOf(replacedBy),
      case: reduceCase(record, number),
    };
  });
}
