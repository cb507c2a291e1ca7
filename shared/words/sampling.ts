import { counted, formatCount, formatDanish } from '../domain/calendar/format.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { DrawnCase, ReplacementReason } from '../domain/sampling/draw-record.ts';
import {
  type AllocationKind,
  isCensus,
  isSystematic,
  type SamplingPlan,
  type SamplingUnit,
  type TargetedPart,
} from '../domain/sampling/plan.ts';
import { describeConditions } from '../domain/sampling/describe-conditions.ts';
import type { DrawDifference } from '../domain/sampling/verify-draw.ts';
import { fieldWords } from './importing.ts';
import { targetedRuleWords } from './targeted-rules.ts';

/** How the cases of a list become what is counted and drawn. */
export const unitNotes: Readonly<Record<SamplingUnit, string>> = {
  case: 'Hver sag tæller én gang.',
  child:
    'Sager med samme CPR-nummer tæller én gang og står som den sag, der er oprettet senest. En sag uden CPR-nummer tæller for sig.',
  family:
    'Sager med samme familie- eller søskendenummer tæller én gang og står som den sag, der er oprettet senest. Uden et sådant nummer tæller barnet.',
  report:
    'Hver linje i et udtræk af underretninger tæller én gang. I et udtræk af sager tæller en sag én gang, også når den har flere underretninger.',
};

/** How cases are shared out over the groups, and what happens where a group is small. */
export const allocationNotes: Readonly<Record<AllocationKind, string>> = {
  proportional:
    'Hver gruppe får sin andel. Rester gives til de største brøker; er brøkerne lige store, efter gruppens navn. En lille gruppe kan få ingen, hvis der ikke er sat et mindste antal.',
  equal: 'Har en gruppe færre sager end de andres antal, tages alle dens sager, og de andre grupper får resten.',
  perStratum: 'Har en gruppe færre sager end det faste antal, tages alle dens sager. Stikprøven bliver så mindre.',
  everything: 'Alle sager tages. De er så ikke med i det, de andre tilfældige dele trækkes fra.',
};

export const replacementReasonWords: Readonly<Record<ReplacementReason, string>> = {
  'outside-frame': 'Sagen hører ikke til det, der skulle undersøges',
  transferred: 'Sagen er overdraget til en anden kommune eller afdeling',
  'conflict-of-interest': 'Den, der gennemgår, er inhabil',
  'cannot-be-opened': 'Sagen kan ikke åbnes',
};

/** Why cases of the population are not in any frame. */
export const exclusionWords = {
  reviewedWithin: (months: number): string =>
    `Gennemgået inden for de seneste ${counted(months, ['måned', 'måneder'])}`,
  ownCase: 'Egen sag',
  sameNumber: 'Samme sagsnummer som en anden sag',
  sameChild: 'Samme barn som en anden sag',
  sameFamily: 'Samme familie som en anden sag',
} as const;

/** The name of a round that got none. */
export function roundName(asOf: LocalDate): string {
  return `Stikprøve ${formatDanish(asOf)}`;
}

/** Why a case is in the sample, in one line. */
export function drawnBecause(drawn: DrawnCase, plan: SamplingPlan): string {
  const part = plan.parts[drawn.partIndex];
  if (part?.kind === 'targeted') {
    const over = drawn.exceededBy === undefined || drawn.exceededBy === 0 ? '' : `, ${daysOver(drawn.exceededBy)}`;
    return `Målrettet: ${targetedBecause(part, drawn.rank)}${over}`;
  }
  const group = drawn.stratum === '' ? '' : ` i gruppen ${drawn.stratum}`;
  if (part !== undefined && isCensus(part)) return `Alle sager er med${group}`;
  if (part !== undefined && isSystematic(part)) return `Systematisk trukket som nr. ${formatCount(drawn.rank)}${group}`;
  return `Tilfældigt trukket som nr. ${formatCount(drawn.rank)}${group}`;
}

function targetedBecause({ rule, where }: TargetedPart, rank: number): string {
  if (rule === undefined) return describeConditions(where);
  if (typeof rule === 'string') {
    return Object.hasOwn(targetedRuleWords, rule)
      ? lowerFirst(targetedRuleWords[rule as keyof typeof targetedRuleWords])
      : rule;
  }
  const { name, where: conditions, rankBy } = rule;
  const place = rankBy === undefined ? '' : `, ${placeWords[rankBy.order](rank, fieldWords[rankBy.field])}`;
  return `${name} (${describeConditions(conditions)})${place}`;
}

const placeWords = {
  ascending: (rank: number, field: string): string => `nr. ${formatCount(rank)} efter ${field}, første først`,
  descending: (rank: number, field: string): string => `nr. ${formatCount(rank)} efter ${field}, sidste først`,
} as const;

/** One sentence for each way in which a repeated draw differs from its record. */
export function differenceSentence(difference: DrawDifference): string {
  switch (difference.kind) {
    case 'file':
      return 'Filen er en anden end den, der blev trukket fra (et andet fingeraftryk).';
    case 'method':
      return 'Kontrolarket nævner en anden metode end den, planen trækkes med.';
    case 'seed':
      return 'Planens frø er et andet end det, der står i kontrolarket.';
    case 'as-of':
      return 'Planens opgørelsesdag er en anden end den, der står i kontrolarket.';
    case 'not-repeatable':
      return 'Planen kan ikke trækkes på denne liste.';
    case 'population':
      return `Sagslisten er en anden: ${numbers(difference)}.`;
    case 'excluded':
      return `De udeladte sager er ikke de samme: ${numbers(difference)}.`;
    case 'frame':
      return `Del ${difference.part}: listen, der trækkes fra, er en anden: ${numbers(difference)}.`;
    case 'stratum':
      return `Del ${difference.part}: antallet i gruppen ${quoted(difference.stratum)} er et andet.`;
    case 'case':
      return `Sag ${difference.caseId} ${caseWords[difference.how]}.`;
    case 'replacement':
      return `Sag ${difference.caseId} er ikke erstattet af den næste i rækken.`;
    case 'enlargement':
      return `Del ${difference.part}: stikprøven er ikke udvidet med de næste i rækken.`;
  }
}

const caseWords = {
  missing: 'står i kontrolarket, men trækkes ikke',
  added: 'trækkes, men står ikke i kontrolarket',
  changed: 'har en anden plads eller et andet nummer i lodtrækningen',
} as const;

function numbers({ recorded, found }: { readonly recorded: number; readonly found: number }): string {
  return `${formatCount(recorded)} sager i kontrolarket, ${formatCount(found)} nu`;
}

function quoted(stratum: string): string {
  return stratum === '' ? '(alle sager)' : `"${stratum}"`;
}

function daysOver(days: number): string {
  return `${counted(days, ['dag', 'dage'])} over fristen`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
