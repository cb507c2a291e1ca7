import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { heldOutCases } from '../../../shared/domain/sampling/check-plan.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { plannerAnswer } from '../../../shared/domain/sampling/planner.ts';
import { aCase, aPlan, asOf, assessed } from './a-case.ts';

const teams = ['Nord', 'Syd', 'Øst', 'A\u030Aben', '\u{1F600} Team', undefined];
const cases: readonly CaseRecord[] = Array.from({ length: 48 }, (_, index) => {
  const team = teams[(index * index) % teams.length];
  const number = index % 5 === 0 ? `A\u030A-${index}` : `2025-${String(index).padStart(5, '0')}`;
  return aCase(number, {
    ...assessed(index % 4 === 0 ? 7 : 2),
    ...(team === undefined ? {} : { team }),
    consent_flag: index % 8 !== 0,
  });
});
const byTeam = { kind: 'random', stratifyBy: 'team' } as const;
const withoutConsent = [{ field: 'consent_flag' as const, oneOf: ['nej'] }];
const overdue = { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 5 } as const;

/** One plan of each kind that the program draws by. */
const plans: readonly SamplingPlanInput[] = [
  { parts: [{ kind: 'random', size: 10 }] },
  { parts: [{ ...byTeam, size: 12 }] },
  { parts: [{ ...byTeam, size: 20, allocation: 'equal', minimum: 2 }] },
  { parts: [{ ...byTeam, allocation: 'perStratum', perStratum: 2 }] },
  { parts: [{ ...byTeam, size: 11, selection: 'systematic' }] },
  {
    parts: [
      { kind: 'random', allocation: 'everything', where: withoutConsent },
      { ...byTeam, size: 9 },
    ],
  },
  { parts: [{ kind: 'random', size: 8 }, overdue] },
  {
    parts: [{ kind: 'random', size: 8 }],
    exclude: { where: [{ where: withoutConsent, reason: 'Uden samtykke' }] },
  },
];

/** For each seed from `first` a SHA-256 of everything the draw says, and of what the planner says of as many cases. */
export function drawMany(first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = `${first + index} Å\u{1F3B2}`;
    const plan = aPlan(plans[(first + index) % plans.length]!);
    const reasons = { reviewed: 'Gennemgået', ownCase: 'Egen sag' };
    const heldOut = heldOutCases(plan, { cases, reviewed: [], reasons });
    const { cases: drawn, strata, frame } = drawSample({ cases, plan, asOf, seed, heldOut });
    const fingerprints = frame.parts.map(({ fingerprint }) => fingerprint);
    const tells = plannerAnswer(50 + ((first + index) % 1_950), 1 + ((first + index) % 50), strata);
    return bytesToHex(sha256(utf8ToBytes(JSON.stringify({ drawn, strata, fingerprints, tells }))));
  });
}
