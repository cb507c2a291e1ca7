import type { PlanPreview } from '#shared/contract/sampling.ts';
import type { PlanPart, SamplingPlan } from '#shared/domain/sampling/plan.ts';
import { exclusionWords } from '#shared/words/sampling.ts';
import { chosenByConditions } from '#shared/words/targeted-rules.ts';

type PartPreview = PlanPreview['parts'][number];
type Stratum = PartPreview['strata'][number];

const teams = [
  ['Modtagelsen', 111],
  ['Team Nord', 103],
  ['Team Syd', 90],
  ['Ungeteam', 4],
] as const;

/** A believable answer to any plan; the numbers are not those of a real frame. */
export function demoPreview({ parts, exclude }: SamplingPlan): PlanPreview {
  const reviewed = exclude.reviewedWithinMonths;
  return {
    populationSize: 420,
    populationFingerprint: '8a1df02ec7de1071'.repeat(4),
    drawNumber: 1,
    excluded: [
      ...(reviewed === undefined ? [] : [{ reason: exclusionWords.reviewedWithin(reviewed), count: 24 }]),
      ...(exclude.ownCaseworkers === undefined ? [] : [{ reason: exclusionWords.ownCase, count: 84 }]),
      ...(exclude.where ?? []).map(({ reason }) => ({ reason, count: 7 })),
    ],
    parts: parts.map((part, partIndex) => {
      const strata = strataOf(part);
      return {
        partIndex,
        kind: part.kind,
        fingerprint: 'b'.repeat(64),
        strata,
        frameSize: strata.reduce((sum, { size }) => sum + size, 0),
        drawn: strata.reduce((sum, { drawn }) => sum + drawn, 0),
      };
    }),
  };
}

function strataOf(part: PlanPart): readonly Stratum[] {
  if (part.kind === 'targeted') {
    const { rule = chosenByConditions, size } = part;
    return [{ name: typeof rule === 'string' ? rule : rule.name, size: 31, drawn: Math.min(31, size) }];
  }
  if (part.allocation === 'everything') {
    return [{ name: '', size: 17, drawn: 17 }];
  }
  if (part.stratifyBy === null) {
    return [{ name: '', size: 308, drawn: Math.min(308, part.size ?? 0) }];
  }
  return teams.map(([name, size]) => ({ name, size, drawn: shareOf(part, size) }));
}

function shareOf({ perStratum, size = 0, allocation }: PlanPart & { readonly kind: 'random' }, cases: number): number {
  const share = perStratum ?? (allocation === 'equal' ? size / teams.length : (size * cases) / 308);
  return Math.min(cases, Math.round(share));
}
