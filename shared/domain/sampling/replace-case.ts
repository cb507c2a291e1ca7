import type { CaseRecord } from '../population/case.ts';
import type { DrawnCase, DrawRecord, Replacement } from './draw-record.ts';
import type { Frame } from './frame.ts';
import { nextCase, takeIn } from './next-case.ts';
import { SamplingFailure } from './sampling-failure.ts';

/** A record with one case replaced, and the case that came in. */
export interface ReplacedCase {
  readonly record: DrawRecord;
  readonly drawn: DrawnCase;
  readonly case: CaseRecord;
}

/**
 * Replaces a case by the next rank of its stratum. The replaced case stays in the record and keeps its rank; every
 * other case stays as it is. Two rules keep the random part random: its next rank comes in whether or not a targeted
 * part holds that case already (the case then counts as random and leaves the targeted part, as in the draw itself),
 * and a case that was replaced itself never comes back. A targeted part takes its next case that is nowhere in the
 * sample. `frame` is the frame of the draw, rebuilt. Throws SamplingFailure `case-not-in-round` (not drawn, or replaced
 * already) or `no-replacement-left`.
 */
export function replaceCase(
  record: DrawRecord,
  frame: Frame,
  { caseId, reason, at }: Omit<Replacement, 'replacedBy'>,
): ReplacedCase {
  const out = record.cases.find((drawn) => drawn.caseId === caseId);
  if (out === undefined || record.replaced.some((replaced) => replaced.caseId === caseId)) {
    throw new SamplingFailure('case-not-in-round', `case ${caseId} is not in the sample`);
  }
  const stratum = { part: out.part, partIndex: out.partIndex, name: out.stratum };
  const next = nextCase(record, frame, stratum);
  if (next === null) {
    throw new SamplingFailure('no-replacement-left', 'no case is left in the stratum', { stratum: out.stratum });
  }
  const { drawn, case: found } = next;
  const replaced = [...record.replaced, { caseId, replacedBy: drawn.caseId, reason, at }];
  return { record: { ...takeIn(record, drawn), replaced }, drawn, case: found };
}
