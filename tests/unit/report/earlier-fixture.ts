import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { EarlierRound, ReportSource } from '#shared/domain/report/source.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { barnetsLov, type FixtureOptions, numbers, reportSource } from './report-fixture.ts';

/** An earlier round: a name, the day it was judged on, and what `reportSource` makes a round of. */
export interface EarlierOptions extends FixtureOptions {
  readonly name: string;
  readonly asOf: string;
  readonly template?: ChecklistTemplate;
}

/** The round with these rounds before it, oldest first. */
export function withEarlier(source: ReportSource, rounds: readonly EarlierOptions[]): ReportSource {
  return { ...source, earlier: rounds.map(earlierRound) };
}

function earlierRound({ name, asOf, template = barnetsLov, ...options }: EarlierOptions, index: number): EarlierRound {
  const round = reportSource(options);
  const roundId = `earlier-${index + 1}`;
  return {
    roundId,
    name,
    asOf,
    template,
    figures: figuresOf({ ...round, template }),
    actions: round.actions.map((action) => ({ ...action, id: `${roundId}-${action.id}`, roundId })),
  };
}

/** So many quarters before the 4th of 2025, oldest first; `share`: how often the question is kept in each. */
export function quartersBefore(count: number, share: (index: number) => number): readonly EarlierOptions[] {
  return Array.from({ length: count }, (_, index) => {
    const quarter = 2025 * 4 + 3 - (count - index);
    const year = Math.floor(quarter / 4);
    const asOf = `${year}-${['01', '04', '07', '10'][quarter % 4] ?? '01'}-05`;
    return { name: `${(quarter % 4) + 1}. kvartal ${year}`, asOf, answers: answersKept(share(index), index + 1) };
  });
}

/** Answers where each question is kept with this chance; the same seed gives the same answers. */
export function answersKept(share: number, seed: number): () => AnswerValue {
  const random = numbers(seed);
  return () => {
    if (random() > 0.95) return 'na';
    return random() < share ? 'yes' : 'no';
  };
}
