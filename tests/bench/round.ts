import { syntheticAnswers } from '../../electron/core/example/synthetic-reviews.ts';
import type { CaseReview } from '../../shared/contract/review.ts';
import { samplingPlan } from '../../shared/domain/sampling/plan.ts';
import { type BenchApplication, benchApplication, noCall } from './application.ts';
import { exampleCsv } from './files.ts';

/** An application with 20,000 cases in it, and a draw of 100 of them by team that can be made again and again. */
export interface BenchList extends BenchApplication {
  /** Resolves with the round's id. */
  readonly draw: () => Promise<string>;
}

export async function benchList(): Promise<BenchList> {
  const bench = await benchApplication();
  bench.files.set('udtræk.csv', exampleCsv(20_000));
  const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
  const { importId } = await bench.application['importing.run']({ file, mapping: null }, noCall);
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: 100, stratifyBy: 'team' }] });
  const draw = async (): Promise<string> => {
    const round = await bench.application['sampling.draw']({ importId, plan, redrawReason: 'bench' }, noCall);
    return round.roundId;
  };
  return { ...bench, draw };
}

/** The reviews of a round, opened; all but the first are answered. */
export async function answerAllButFirst(
  { application }: BenchApplication,
  roundId: string,
): Promise<readonly CaseReview[]> {
  const queue = await application['review.queue']({ roundId }, noCall);
  const reviews: CaseReview[] = [];
  for (const { caseId } of queue) {
    reviews.push(await application['review.open']({ roundId, caseId, reading: 1 }, noCall));
  }
  await application['review.answerFile']({ roundId, answers: syntheticAnswers(reviews.slice(1)) }, noCall);
  return reviews;
}
