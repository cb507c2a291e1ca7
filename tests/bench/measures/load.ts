import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { type BenchApplication, benchApplication, noCall } from '../application.ts';
import { exampleCsv } from '../files.ts';
import { fillWorkspace } from '../fill-workspace.ts';
import { quantile, row, runs, timed } from '../timing.ts';

const size = { cases: 100_000, rounds: 12, reviews: 500 } as const;
/** In milliseconds: of opening, and of an answer at the 95th percentile. */
const goals = { open: 2_000, answer: 100 } as const;
const presses = 500;
const realCost = { N: 2 ** 17, r: 8, p: 1 } as const;

/**
 * The largest workspace that is promised: opening it with the passphrase at its real cost, the first case list after it,
 * an answer until it is safely on disk, and locking.
 */
export async function measureLoad(): Promise<void> {
  const bench = await benchApplication(realCost);
  const { application, passphrase, ports } = bench;
  try {
    const round = await drawn(bench);
    await application['workspace.lock']({}, noCall);
    await fillWorkspace(ports, passphrase, { rounds: size.rounds, reviews: size.reviews, itemIds: round.itemIds });
    const [opens, locks, answers]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < runs; run += 1) {
      opens.push(await timed(() => application['workspace.unlock']({ passphrase }, noCall)));
      if (run === 0) answers.push(...(await answerTimes(bench, round)));
      locks.push(await timed(() => application['workspace.lock']({}, noCall)));
    }
    row(
      `\nload: ${size.cases} cases, ${size.rounds} x ${size.reviews} x ${round.itemIds.length}`,
      'p50',
      'p95',
      'worst',
      'goal',
    );
    row('  open with passphrase, ms', quantile(opens, 0.5), '', Math.max(...opens), goals.open);
    row(
      '  answer to safely on disk, ms',
      quantile(answers, 0.5),
      quantile(answers, 0.95),
      Math.max(...answers),
      goals.answer,
    );
    row('  lock, ms', quantile(locks, 0.5), '', Math.max(...locks), '');
    row('  memory of the process, MB', process.memoryUsage().rss / 2 ** 20);
  } finally {
    await bench.close();
  }
}

interface Drawn {
  readonly roundId: string;
  readonly caseIds: readonly string[];
  readonly itemIds: readonly string[];
}

async function answerTimes({ application }: BenchApplication, { roundId, caseIds, itemIds }: Drawn): Promise<number[]> {
  const times: number[] = [];
  for (let press = 0; press < presses; press += 1) {
    const itemId = itemIds[press % itemIds.length] ?? '';
    const caseId = caseIds[Math.floor(press / itemIds.length) % caseIds.length] ?? '';
    const value = press % 2 === 0 ? ('yes' as const) : ('no' as const);
    const answer = { roundId, caseId, reading: 1 as const, itemId, value };
    times.push(await timed(() => application['review.answer'](answer, noCall)));
  }
  return times;
}

async function drawn({ application, files }: BenchApplication): Promise<Drawn> {
  files.set('udtræk.csv', exampleCsv(size.cases));
  const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
  const { importId } = await application['importing.run']({ file, mapping: null }, noCall);
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: 12 }] });
  const { roundId } = await application['sampling.draw']({ importId, plan }, noCall);
  const caseIds = (await application['review.queue']({ roundId }, noCall)).map(({ caseId }) => caseId);
  const { template } = await application['review.open']({ roundId, caseId: caseIds[0] ?? '', reading: 1 }, noCall);
  return { roundId, caseIds, itemIds: template.sections.flatMap(({ items }) => items.map(({ id }) => id)) };
}
