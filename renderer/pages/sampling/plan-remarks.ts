import type { PlanPreview } from '#shared/contract/sampling.ts';
import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';
import { notStated } from '#shared/words/population.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';

const words = planWords.remarks;
/** So many groups are named; the rest are counted. */
const namedGroups = 4;

type PartPreview = PlanPreview['parts'][number];
type PartInput = SamplingPlanInput['parts'][number];

/** What one would stumble over after the draw, said before it: a sentence each, with the part where there are several. */
export function remarksOf({ parts, exclude }: SamplingPlanInput, preview: PlanPreview): readonly string[] {
  const several = preview.parts.length > 1;
  const ofParts = preview.parts.flatMap((part) => {
    const input = parts[part.partIndex];
    const remarks = input === undefined ? [] : partRemarks(input, part);
    return several ? remarks.map((remark) => words.inPart(part.partIndex + 1, remark)) : remarks;
  });
  const counted = new Set(preview.excluded.map(({ reason }) => reason));
  const reasons = [...(exclude?.where ?? []), ...(exclude?.cases ?? [])].map(({ reason }) => reason);
  const nobody = [...new Set(reasons)].filter((reason) => !counted.has(reason));
  return [...ofParts, ...nobody.map(words.noneHeldOut)];
}

function partRemarks(input: PartInput, part: PartPreview): readonly string[] {
  return input.kind === 'targeted' ? targetedRemarks(input, part) : randomRemarks(input, part);
}

function targetedRemarks({ size }: { readonly size: number }, { frameSize }: PartPreview): readonly string[] {
  if (frameSize === 0) {
    return [words.noHits];
  }
  return frameSize < size ? [words.fewer(cases(frameSize), formatNumber(size))] : [];
}

function randomRemarks(input: PartInput & { readonly kind: 'random' }, part: PartPreview): readonly string[] {
  const { frameSize, drawn, strata } = part;
  if (input.allocation === 'everything') {
    return frameSize === 0 ? [words.emptyCensus] : [];
  }
  const remarks = stratumRemarks(input, strata);
  return drawn === frameSize && input.allocation !== 'perStratum'
    ? [...remarks, words.wholeFrame(cases(frameSize))]
    : remarks;
}

function stratumRemarks(
  { stratifyBy, perStratum, minimum = 1, allocation }: PartInput & { readonly kind: 'random' },
  strata: PartPreview['strata'],
): readonly string[] {
  if (stratifyBy === null || stratifyBy === undefined) {
    return [];
  }
  const divider = samplingWords.strata[stratifyBy];
  const unknown = strata.find(({ name }) => name === notStated);
  if (unknown !== undefined && strata.length === 1) {
    return [words.noStrata(divider)];
  }
  const share = allocation === 'equal' ? Math.max(...strata.map(({ drawn }) => drawn)) : minimum;
  const wanted = perStratum ?? Math.max(share, minimum);
  const empty = strata.filter(({ drawn }) => drawn === 0);
  const small = strata.filter(({ size, drawn }) => drawn === size && size < wanted);
  return [
    ...(unknown === undefined ? [] : [words.notStated(cases(unknown.size), divider)]),
    ...(empty.length === 0 ? [] : [words.emptyStrata(groups(empty))]),
    ...(small.length === 0 ? [] : [words.smallStrata(groups(small), small.length > 1)]),
  ];
}

function groups(strata: PartPreview['strata']): string {
  const names = strata.map(({ name }) => name);
  if (names.length === 1) {
    return words.group(names.join(''));
  }
  const all =
    names.length > namedGroups + 1
      ? [...names.slice(0, namedGroups), words.andOthers(formatNumber(names.length - namedGroups))]
      : names;
  return words.groups([all.slice(0, -1).join(', '), all.at(-1)].join(words.and));
}

function cases(count: number): string {
  return formatCount(count, 'sag', 'sager');
}
