import { areaOutcome } from '../review/outcome.ts';
import { answersByItem, type AnswerValue, type ItemAnswer, type ReviewState, isClosed } from '../review/answer.ts';
import { type ChecklistTemplate, type Outcome, templateItems } from '../review/template.ts';
import type { DrawnCase, DrawnStratum, ReplacementReason } from '../sampling/draw-record.ts';
import type { SamplingPlan } from '../sampling/plan.ts';
import { type Estimate, estimateCensus, estimateRandom, type StratumCount } from './estimate.ts';
import type { AreaFigure, Coverage, Figures, ItemFigure, SamplePart } from './figures.ts';
import { isWholeFrame, samplePartOf } from './sample-part.ts';

type Place = Pick<DrawnCase, 'caseId' | 'part' | 'partIndex' | 'stratum'>;

export interface FiguresInput {
  readonly template: ChecklistTemplate;
  /** Tells which parts take every case; none: no part does. */
  readonly plan?: Pick<SamplingPlan, 'parts'>;
  readonly strata: readonly DrawnStratum[];
  /** The drawn cases that count: replaced ones are not among them, their replacements are. */
  readonly cases: readonly Place[];
  readonly replaced: readonly (Place & { readonly reason: ReplacementReason })[];
  readonly reviews: readonly {
    readonly caseId: string;
    readonly state: ReviewState;
    readonly answers: readonly ItemAnswer[];
  }[];
}

/** What one case says of one measuring point: counted in n, met; relevant or not; or nothing yet. */
type Reading = 'positive' | 'negative' | 'not-relevant' | 'none';

/**
 * Every figure of a round: each item and each area, for the random, the census and the targeted part apart (design,
 * section 5; method 2.3).
 * Counts every answer recorded so far; a drawn case without one is `unanswered` and never in n. For an item,
 * yes + partly + no + cannotTell + na + unanswered is the number of drawn cases of the part.
 */
export function buildFigures(input: FiguresInput): Figures {
  const partOf = samplePartOf(input.plan);
  const parts = (['random', 'census', 'targeted'] as const).filter((part) =>
    input.cases.some((each) => partOf(each) === part),
  );
  const answersOf = new Map(input.reviews.map((review) => [review.caseId, answersByItem(review.answers)]));
  const items = templateItems(input.template);
  const none: ReadonlyMap<string, AnswerValue> = new Map();
  const perPart = parts.map((part) => ({ part, cases: input.cases.filter((each) => partOf(each) === part) }));
  return {
    items: perPart.flatMap(({ part, cases }) =>
      items.map(({ id }) => {
        const values = cases.map((each) => (answersOf.get(each.caseId) ?? none).get(id) ?? null);
        return itemFigure(input, part, cases, id, values);
      }),
    ),
    areas: perPart.flatMap(({ part, cases }) =>
      input.template.areas.map(({ id }) => {
        const values = cases.map((each) => outcomeOf(input.template, id, answersOf.get(each.caseId) ?? none));
        return areaFigure(input, part, cases, id, values);
      }),
    ),
    coverage: {
      random: coverage(input, 'random'),
      ...(parts.includes('census') ? { census: coverage(input, 'census') } : {}),
      targeted: coverage(input, 'targeted'),
    },
  };
}

/** A case that nobody has read is unfinished, also in an area without legal requirements. */
function outcomeOf(template: ChecklistTemplate, areaId: string, answers: ReadonlyMap<string, AnswerValue>): Outcome {
  return answers.size === 0 ? 'unfinished' : areaOutcome(template, areaId, answers);
}

function itemFigure(
  input: FiguresInput,
  part: SamplePart,
  cases: readonly Place[],
  id: string,
  values: readonly (AnswerValue | null)[],
): ItemFigure {
  const count = (value: AnswerValue | null) => values.filter((each) => each === value).length;
  const counts = { yes: count('yes'), partly: count('partly'), no: count('no'), cannotTell: count('cannot-tell') };
  const readings = values.map((value): Reading => {
    if (value === null) return 'none';
    if (value === 'na') return 'not-relevant';
    return value === 'yes' ? 'positive' : 'negative';
  });
  return {
    id,
    part,
    n: counts.yes + counts.partly + counts.no + counts.cannotTell,
    ...counts,
    na: count('na'),
    unanswered: count(null),
    ...estimateFor(input, part, cases, readings),
  };
}

function areaFigure(
  input: FiguresInput,
  part: SamplePart,
  cases: readonly Place[],
  id: string,
  values: readonly Outcome[],
): AreaFigure {
  const count = (value: Outcome) => values.filter((each) => each === value).length;
  const counts: Record<Outcome, number> = {
    met: count('met'),
    'partly-met': count('partly-met'),
    'not-met': count('not-met'),
    'not-relevant': count('not-relevant'),
    unfinished: count('unfinished'),
  };
  const readings = values.map((value): Reading => {
    if (value === 'unfinished') return 'none';
    if (value === 'not-relevant') return 'not-relevant';
    return value === 'met' ? 'positive' : 'negative';
  });
  return {
    id,
    part,
    n: counts.met + counts['partly-met'] + counts['not-met'],
    met: counts.met,
    outcomes: counts,
    ...estimateFor(input, part, cases, readings),
  };
}

/** Targeted cases were chosen because of what they show: they say nothing about all cases (law and practice 7.6). */
function estimateFor(
  input: FiguresInput,
  part: SamplePart,
  cases: readonly Place[],
  readings: readonly Reading[],
): Estimate {
  if (part === 'targeted') return { rate: null, interval: null, noInterval: 'targeted', weighted: false };
  const counts = stratumCounts(input, part, cases, readings);
  return part === 'census' || isWholeFrame(input.plan) ? estimateCensus(counts) : estimateRandom(counts);
}

/** A stratum is one of one part: the parts of a sample have frames without cases in common. */
function stratumCounts(
  input: FiguresInput,
  part: SamplePart,
  cases: readonly Place[],
  readings: readonly Reading[],
): readonly StratumCount[] {
  const partOf = samplePartOf(input.plan);
  const outside = input.replaced.filter((each) => each.reason === 'outside-frame');
  return input.strata
    .filter((stratum) => partOf(stratum) === part)
    .map((stratum) => {
      const isHere = (place: Place) =>
        partOf(place) === part && place.partIndex === stratum.partIndex && place.stratum === stratum.name;
      const here = readings.filter((_, index) => {
        const place = cases[index];
        return place !== undefined && isHere(place);
      });
      const relevant = here.filter((each) => each === 'positive' || each === 'negative').length;
      return {
        size: stratum.size,
        outside: outside.filter(isHere).length,
        read: relevant + here.filter((each) => each === 'not-relevant').length,
        relevant,
        positive: here.filter((each) => each === 'positive').length,
      };
    });
}

function coverage({ plan, strata, cases, replaced, reviews }: FiguresInput, part: SamplePart): Coverage {
  const partOf = samplePartOf(plan);
  const here = new Set(cases.filter((each) => partOf(each) === part).map((each) => each.caseId));
  const mine = reviews.filter((review) => here.has(review.caseId));
  return {
    drawn: here.size,
    started: mine.filter(({ state, answers }) => isClosed(state) || answers.some(({ value }) => value !== null)).length,
    closed: mine.filter((review) => isClosed(review.state)).length,
    replaced: replaced.filter((each) => partOf(each) === part).length,
    frame: strata.filter((stratum) => partOf(stratum) === part).reduce((sum, each) => sum + each.size, 0),
  };
}
