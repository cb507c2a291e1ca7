import { notStated } from '../../words/population.ts';
import { reducedRecordWords as words } from '../../words/reduced-record.ts';
import type { FieldId } from '../importing/fields.ts';
import type { CaseFilter } from '../population/filter.ts';
import type { DrawRecord } from '../sampling/draw-record.ts';
import type { PlanPart, SamplingPlan } from '../sampling/plan.ts';
import { travellingFields } from './reduce-case.ts';
import { samplingNumber } from './sampling-number.ts';

type HideNames = (text: string) => string;

/** Below so many cases somebody could try all case numbers against a fingerprint. */
export const fewestFingerprinted = 20;

/** Fields whose values in a condition name nobody. */
const openFields: ReadonlySet<FieldId> = new Set([...travellingFields, 'status', 'reporter_type']);

/**
 * The record of a draw without case numbers and without names: enough for every figure of a report, too little to
 * repeat the draw. Case numbers become sampling numbers, tickets and the numbers of cases that were held out are empty,
 * caseworkers are numbered in the order of their strata, and fingerprints of few cases are left out. The order of
 * cases and strata stays. `hideNames` is for what people have written.
 */
export function reduceRecord(record: DrawRecord, hideNames: HideNames): DrawRecord {
  const numbers = new Map(record.cases.map((drawn) => [drawn.caseId, samplingNumber(drawn, record.strata)]));
  const numberOf = (caseId: string): string => numbers.get(caseId) ?? '';
  const stratumOf = strataWords(record, hideNames);
  const { file, redrawReason, enlargements } = record;
  return {
    ...record,
    redrawReason: redrawReason === null ? null : hideNames(redrawReason),
    file: { sha256: file.sha256, mapping: { ...file.mapping, sheet: null, columns: [] } },
    plan: reducePlan(record.plan, hideNames),
    populationFingerprint: record.populationSize < fewestFingerprinted ? '' : record.populationFingerprint,
    excluded: record.excluded.map(({ reason }) => ({ caseId: '', reason: hideNames(reason) })),
    frames: record.frames.filter(({ size }) => size >= fewestFingerprinted),
    strata: record.strata.map((each) => ({ ...each, name: stratumOf(each.partIndex, each.name) })),
    cases: record.cases.map((drawn) => ({
      ...drawn,
      caseId: numberOf(drawn.caseId),
      stratum: stratumOf(drawn.partIndex, drawn.stratum),
      ticket: '',
    })),
    replaced: record.replaced.map((each) => ({
      ...each,
      caseId: numberOf(each.caseId),
      replacedBy: numberOf(each.replacedBy),
    })),
    ...(enlargements === undefined
      ? {}
      : {
          enlargements: enlargements.map((each) => ({
            ...each,
            reason: each.reason === null ? null : hideNames(each.reason),
          })),
        }),
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

function reducePlan(plan: SamplingPlan, hideNames: HideNames): SamplingPlan {
  const { reviewedWithinMonths, where } = plan.exclude;
  return {
    ...plan,
    parts: plan.parts.map((part) => reducePart(part, hideNames)),
    exclude: {
      ...(reviewedWithinMonths === undefined ? {} : { reviewedWithinMonths }),
      ...(where === undefined
        ? {}
        : { where: where.map((each) => ({ where: each.where.map(reduceFilter), reason: hideNames(each.reason) })) }),
    },
  };
}

function reducePart(part: PlanPart, hideNames: HideNames): PlanPart {
  const where = part.where.map(reduceFilter);
  if (part.kind === 'random' || typeof part.rule !== 'object') return { ...part, where };
  const rule = { ...part.rule, name: hideNames(part.rule.name), where: part.rule.where.map(reduceFilter) };
  return { ...part, where, rule };
}

/** A condition on what may name somebody keeps how many values it had. */
function reduceFilter(filter: CaseFilter): CaseFilter {
  if (openFields.has(filter.field)) return filter;
  if ('oneOf' in filter) return { ...filter, oneOf: filter.oneOf.map(() => '') };
  return 'noneOf' in filter ? { ...filter, noneOf: filter.noneOf.map(() => '') } : filter;
}
