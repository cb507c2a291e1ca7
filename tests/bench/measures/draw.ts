import { benchList } from '../round.ts';
import { quantile, row, runs, timed } from '../timing.ts';

/** A stratified draw of 100 from 20,000 cases, with its round stored. */
export async function measureDraw(): Promise<void> {
  const { draw, close } = await benchList();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    times.push(await timed(draw));
  }
  row('\ndraw', 'p50 ms');
  row('  100 of 20,000 by team', quantile(times, 0.5));
  await close();
}
