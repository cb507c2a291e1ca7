import { cpus, totalmem } from 'node:os';

import { syntheticAnswers } from '../../electron/core/example/synthetic-reviews.ts';
import { samplingPlan } from '../../shared/domain/sampling/plan.ts';
import { benchApplication, type BenchApplication, noCall } from './application.ts';
import { exampleCsv, exampleXlsx } from './files.ts';
import { floorText, floorXlsx } from './floor.ts';
import { measureStart } from './start.ts';
import { quantile, row, sideBySide, timed } from './timing.ts';

const runs = 5;

console.log(
  `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
console.log('Ratios are measured side by side in one run; absolute times are information only.\n');

await measureImports();
const bench = await benchApplication();
try {
  const roundId = await measureDraw(bench);
  await measureAnswers(bench, roundId);
  await measureReport(bench, roundId);
} finally {
  await bench.close();
}
await measureStart(runs);

/** File to ready, encrypted population, against the floor: unzip and tokenise, or decode and split lines. */
async function measureImports(): Promise<void> {
  row('import', 'ms', 'floor ms', 'x floor');
  for (const cases of [2_000, 20_000]) {
    const [csv, xlsx] = [exampleCsv(cases), await exampleXlsx(cases)];
    for (const [name, bytes, floor] of [
      ['udtræk.csv', csv, async () => floorText(csv)],
      ['udtræk.xlsx', xlsx, () => floorXlsx(xlsx)],
    ] as const) {
      const { application, files, close } = await benchApplication();
      files.set(name, bytes);
      const file = { ref: name, name };
      const run = () => application['importing.run']({ file, mapping: null }, noCall);
      await run();
      const times = await sideBySide(runs, run, floor);
      row(`  ${cases} cases, ${name.split('.')[1]}`, times.work, times.floor, times.work / times.floor);
      await close();
    }
  }
}

/** A stratified draw of 100 from 20,000 cases, with its round stored. */
async function measureDraw({ application, files }: BenchApplication): Promise<string> {
  files.set('udtræk.csv', exampleCsv(20_000));
  const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
  const { importId } = await application['importing.run']({ file, mapping: null }, noCall);
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: 100, stratifyBy: 'team' }] });
  const draw = () => application['sampling.draw']({ importId, plan, redrawReason: 'bench' }, noCall);
  const times: number[] = [];
  let roundId = '';
  for (let run = 0; run < runs; run += 1) {
    times.push(await timed(async () => ({ roundId } = await draw())));
  }
  row('\ndraw', 'p50 ms');
  row('  100 of 20,000 by team', quantile(times, 0.5));
  return roundId;
}

/** From an answer to its being safely on disk, while the other answers of the round are there. */
async function measureAnswers({ application }: BenchApplication, roundId: string): Promise<void> {
  const queue = await application['review.queue']({ roundId }, noCall);
  const reviews = [];
  for (const { caseId } of queue) {
    reviews.push(await application['review.open']({ roundId, caseId }, noCall));
  }
  await application['review.answerFile']({ roundId, answers: syntheticAnswers(reviews.slice(1)) }, noCall);
  const [first] = reviews;
  const items = first?.template.sections.flatMap((section) => section.items) ?? [];
  const times: number[] = [];
  for (let run = 0; run < 200; run += 1) {
    const itemId = items[run % items.length]?.id ?? '';
    const answer = {
      roundId,
      caseId: first?.caseId ?? '',
      itemId,
      value: run % 2 === 0 ? ('yes' as const) : ('no' as const),
    };
    times.push(await timed(() => application['review.answer'](answer, noCall)));
  }
  row('\nanswer to saved', 'p50 ms', 'p95 ms');
  row(`  with ${(queue.length - 1) * items.length} answers present`, quantile(times, 0.5), quantile(times, 0.95));
}

/** Both reports of 100 reviewed cases, from the workspace to the bytes of the file. */
async function measureReport({ application }: BenchApplication, roundId: string): Promise<void> {
  row('\nreport of 100 reviewed cases', 'p50 ms');
  for (const kind of ['administrative', 'political'] as const) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const target = { ref: `${kind}.xlsx`, name: `${kind}.xlsx` };
      times.push(await timed(() => application['report.write']({ roundId, kind, target }, noCall)));
    }
    row(`  ${kind}`, quantile(times, 0.5));
  }
}
