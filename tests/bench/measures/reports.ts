import { noCall } from '../application.ts';
import { answerAllButFirst, benchList } from '../round.ts';
import { quantile, row, runs, timed } from '../timing.ts';
import { measureReportSize } from './reports-size.ts';

/** Both reports of 100 cases, all but one reviewed, from the workspace to the bytes of the file. */
export async function measureReports(): Promise<void> {
  const bench = await benchList();
  const roundId = await bench.draw();
  await answerAllButFirst(bench, roundId);
  row('\nreport of 100 reviewed cases', 'p50 ms');
  for (const kind of ['administrative', 'political'] as const) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const target = { ref: `${kind}.xlsx`, name: `${kind}.xlsx` };
      times.push(await timed(() => bench.application['report.write']({ roundId, kind, target }, noCall)));
    }
    row(`  ${kind}`, quantile(times, 0.5));
  }
  await bench.close();
  await measureReportSize();
}
