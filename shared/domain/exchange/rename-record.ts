import type { DrawRecord } from '../sampling/draw-record.ts';
import { tellableFingerprints } from './fingerprints.ts';
import { reducePlan } from './reduce-plan.ts';

/** What stands in a record that travels in place of what may not. */
export interface RecordNames {
  /** What a case is called. */
  readonly caseOf: (caseId: string) => string;
  readonly stratumOf: (partIndex: number, name: string) => string;
  readonly ticketOf: (drawn: DrawRecord['cases'][number]) => string;
  /** How names leave what people have written. */
  readonly hideNames: (text: string) => string;
}

/**
 * A record under other names: cases and strata in their order, reasons and conditions without names, held-out cases without
 * numbers, and no fingerprint of so few cases that they could be tried.
 */
export function renameRecord(record: DrawRecord, { caseOf, stratumOf, ticketOf, hideNames }: RecordNames): DrawRecord {
  const { redrawReason, enlargements } = record;
  const withoutNames = (reason: string | null): string | null => (reason === null ? null : hideNames(reason));
  return {
    ...record,
    ...tellableFingerprints(record),
    redrawReason: withoutNames(redrawReason),
    plan: reducePlan(record.plan, hideNames),
    excluded: record.excluded.map(({ reason }) => ({ caseId: '', reason: hideNames(reason) })),
    strata: record.strata.map((each) => ({ ...each, name: stratumOf(each.partIndex, each.name) })),
    cases: record.cases.map((drawn) => ({
      ...drawn,
      caseId: caseOf(drawn.caseId),
      stratum: stratumOf(drawn.partIndex, drawn.stratum),
      ticket: ticketOf(drawn),
    })),
    replaced: record.replaced.map((each) => ({
      ...each,
      caseId: caseOf(each.caseId),
      replacedBy: caseOf(each.replacedBy),
    })),
    ...(enlargements === undefined
      ? {}
      : { enlargements: enlargements.map((each) => ({ ...each, reason: withoutNames(each.reason) })) }),
  };
}
