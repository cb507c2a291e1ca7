import { isLocalDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../population/case.ts';
import { normaliseText } from '../population/normalise-text.ts';
import type { DrawnCase, DrawRecord } from './draw-record.ts';
import { drawSample } from './draw-sample.ts';
import { enlargeSample } from './enlarge-sample.ts';
import type { Frame } from './frame.ts';
import { makeDrawRecord } from './make-draw-record.ts';
import { replaceCase } from './replace-case.ts';
import { SamplingFailure } from './sampling-failure.ts';

/**
 * Makes the draw of a record again: the same plan, seed, day and held-out cases on `cases`, then the same
 * replacements and enlargements in their order; one that cannot be made again is left out. What is random is the seed alone, so an unchanged record
 * and list give an equal record. Throws SamplingFailure where the list does not allow the draw.
 */
export function repeatDraw(record: DrawRecord, cases: readonly CaseRecord[], sha256: string): DrawRecord {
  const { plan, asOf, seed, excluded, programVersion, drawnAt, drawNumber, redrawReason, file } = record;
  if (!isLocalDate(asOf)) throw new SamplingFailure('plan-invalid', `no calendar date "${asOf}"`);
  const draw = drawSample({ cases, plan, asOf, seed, heldOut: excluded });
  const circumstances = { programVersion, drawnAt, drawNumber, redrawReason, plan, asOf };
  const first = makeDrawRecord(draw, { ...circumstances, file: { ...file, sha256 } });
  return stepsOf(record).reduce((done, step) => repeatStep(done, draw.frame, step), first);
}

type Step = (record: DrawRecord, frame: Frame) => DrawRecord;

/** What happened after the draw, in its order: an enlargement after the replacements that were there before it. */
function stepsOf({ replaced, enlargements = [] }: DrawRecord): readonly Step[] {
  const enlarge = (made: number): readonly Step[] =>
    enlargements
      .filter(({ afterReplacements }) => afterReplacements === made)
      .map((step) => (record, frame) => enlargeSample(record, frame, step).record);
  return [
    ...enlarge(0),
    ...replaced.flatMap((step, index): readonly Step[] => [
      (record, frame) => replaceCase(record, frame, step).record,
      ...enlarge(index + 1),
    ]),
  ];
}

function repeatStep(done: DrawRecord, frame: Frame, step: Step): DrawRecord {
  try {
    return step(done, frame);
  } catch (error) {
    if (error instanceof SamplingFailure) return done;
    throw error;
  }
}

/** One way in which a repeated draw is not the recorded one. `file` alone does not make it another draw. */
export type DrawDifference =
  | { readonly kind: 'file' | 'method' | 'seed' | 'as-of' | 'not-repeatable' }
  | { readonly kind: 'population'; readonly recorded: number; readonly found: number }
  | { readonly kind: 'excluded'; readonly recorded: number; readonly found: number }
  | { readonly kind: 'frame'; readonly part: number; readonly recorded: number; readonly found: number }
  | { readonly kind: 'stratum'; readonly part: number; readonly stratum: string }
  | { readonly kind: 'case'; readonly caseId: string; readonly how: 'missing' | 'added' | 'changed' }
  | { readonly kind: 'replacement'; readonly caseId: string }
  | { readonly kind: 'enlargement'; readonly part: number };

/** True when the frame, the seed and the drawn cases are the same; another file with the same cases is the same draw. */
export function isSameDraw(differences: readonly DrawDifference[]): boolean {
  return differences.every(({ kind }) => kind === 'file');
}

/** What differs between a record and the draw repeated from it, the causes before the effects. */
export function compareDraws(record: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  return [
    ...comparePlan(record, repeated),
    ...comparePopulation(record, repeated),
    ...compareFrames(record, repeated),
    ...compareStrata(record, repeated),
    ...compareCases(record, repeated),
    ...compareReplacements(record, repeated),
    ...compareEnlargements(record, repeated),
  ];
}

/** A record may contradict itself: the plan's own seed and day must be those of the draw. */
function comparePlan({ plan, method, seed, asOf }: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  const differences: DrawDifference[] = [];
  if (method !== repeated.method) differences.push({ kind: 'method' });
  if (plan.seed !== null && normaliseText(plan.seed) !== seed) differences.push({ kind: 'seed' });
  if (plan.asOf !== null && plan.asOf !== asOf) differences.push({ kind: 'as-of' });
  return differences;
}

function comparePopulation(record: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  const differences: DrawDifference[] = [];
  if (record.file.sha256 !== repeated.file.sha256) differences.push({ kind: 'file' });
  const sameSize = record.populationSize === repeated.populationSize;
  if (!sameSize || record.populationFingerprint !== repeated.populationFingerprint) {
    differences.push({ kind: 'population', recorded: record.populationSize, found: repeated.populationSize });
  }
  if (JSON.stringify(record.excluded) !== JSON.stringify(repeated.excluded)) {
    differences.push({ kind: 'excluded', recorded: record.excluded.length, found: repeated.excluded.length });
  }
  return differences;
}

function compareFrames(record: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  return repeated.frames.flatMap(({ partIndex, size, fingerprint }) => {
    const recorded = record.frames.find((frame) => frame.partIndex === partIndex);
    if (recorded?.fingerprint === fingerprint && recorded.size === size) return [];
    return [{ kind: 'frame', part: partIndex + 1, recorded: recorded?.size ?? 0, found: size }];
  });
}

function compareStrata(record: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  const key = ({ partIndex, name }: DrawRecord['strata'][number]): string => JSON.stringify([partIndex, name]);
  const recorded = new Map(record.strata.map((stratum) => [key(stratum), stratum]));
  const found = new Map(repeated.strata.map((stratum) => [key(stratum), stratum]));
  return [...new Map([...recorded, ...found])].flatMap(([id, { partIndex, name }]) => {
    const [a, b] = [recorded.get(id), found.get(id)];
    const same = a?.size === b?.size && a?.drawn === b?.drawn && a?.part === b?.part;
    return same ? [] : [{ kind: 'stratum', part: partIndex + 1, stratum: name }];
  });
}

function compareCases(record: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  const recorded = new Map(record.cases.map((drawn) => [drawn.caseId, drawn]));
  const found = new Map(repeated.cases.map((drawn) => [drawn.caseId, drawn]));
  const missing = record.cases.filter(({ caseId }) => !found.has(caseId));
  const added = repeated.cases.filter(({ caseId }) => !recorded.has(caseId));
  const changed = repeated.cases.filter((drawn) => !sameCase(drawn, recorded.get(drawn.caseId) ?? drawn));
  const repeatedTwice = record.cases.length === recorded.size ? [] : duplicates(record.cases);
  return [
    ...missing.map(({ caseId }) => ({ kind: 'case', caseId, how: 'missing' }) as const),
    ...added.map(({ caseId }) => ({ kind: 'case', caseId, how: 'added' }) as const),
    ...[...changed, ...repeatedTwice].map(({ caseId }) => ({ kind: 'case', caseId, how: 'changed' }) as const),
  ];
}

function duplicates(cases: readonly DrawnCase[]): readonly DrawnCase[] {
  return cases.filter(({ caseId }, index) => cases.findIndex((other) => other.caseId === caseId) < index);
}

function sameCase(a: DrawnCase, b: DrawnCase): boolean {
  const places = a.part === b.part && a.partIndex === b.partIndex && a.stratum === b.stratum;
  return places && a.rank === b.rank && a.ticket === b.ticket && a.exceededBy === b.exceededBy;
}

function compareReplacements(record: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  const found = new Map(repeated.replaced.map(({ caseId, replacedBy }) => [caseId, replacedBy]));
  return record.replaced
    .filter(({ caseId, replacedBy }) => found.get(caseId) !== replacedBy)
    .map(({ caseId }) => ({ kind: 'replacement', caseId }));
}

function compareEnlargements(record: DrawRecord, repeated: DrawRecord): readonly DrawDifference[] {
  const [recorded, found] = [record.enlargements ?? [], repeated.enlargements ?? []];
  return recorded
    .filter(({ added, size }, index) => added !== found[index]?.added || size !== found[index]?.size)
    .map(({ partIndex }) => ({ kind: 'enlargement', part: partIndex + 1 }));
}
