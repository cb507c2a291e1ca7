import { hash } from 'node:crypto';

import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { plannerAnswer, type PlannedStratum, shareLike } from '../../../shared/domain/sampling/planner.ts';
import { ticket } from '../../../shared/domain/sampling/ticket.ts';
import { hypergeometricInterval } from '../../../shared/domain/statistics/hypergeometric.ts';
import { quantile, row, runs, sideBySide, timed } from '../timing.ts';

const seed = '20260115-4711';
const teamOf = (index: number): string => `Team ${(index * 7_919) % 60}`;

/** The draw against its hashes alone, one answer of the planner, and one exact interval. */
export async function measureSampling(): Promise<void> {
  await measureStratified();
  await measurePlanner();
  await measureInterval();
}

/** A stratified draw from 100,000 cases with 60 strata; the floor hashes the same tickets, by our code and natively. */
async function measureStratified(): Promise<void> {
  const cases = Array.from({ length: 100_000 }, (_, index): CaseRecord => {
    const id = `2026-${String(index).padStart(6, '0')}`;
    return { id, values: { case_id: id, team: teamOf(index) }, facts: {}, activities: [] };
  });
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: 600, stratifyBy: 'team' }] });
  const draw = async () => drawSample({ cases, plan, asOf: '2026-10-31' as LocalDate, seed, heldOut: [] });
  const tickets = async () => cases.map(({ id }, index) => ticket(seed, teamOf(index), id));
  const native = async () => cases.map(({ id }, index) => hash('sha256', `LT1|${seed}|${teamOf(index)}|${id}`));
  await draw();
  row('\nstratified draw, 100,000 cases, 60 strata', 'ms', 'floor ms', 'x floor');
  for (const [name, floor] of [
    ['tickets by our code', tickets],
    ['tickets by the native hash', native],
  ] as const) {
    const times = await sideBySide(runs, draw, floor);
    row(`  against ${name}`, times.work, times.floor, times.work / times.floor);
  }
}

/** What one move of the slider asks for, over 200 positions that are not asked twice. */
async function measurePlanner(): Promise<void> {
  row('\nplanner, one position of the slider', 'p50 ms', 'p95 ms', 'worst ms', 'p95 processor ms');
  for (const [frame, groups] of [
    [420, 4],
    [5_000, 60],
    [100_000, 60],
  ] as const) {
    const strata = Array.from({ length: groups }, (_, index): PlannedStratum => {
      const size = Math.floor(frame / groups) + (index < frame % groups ? 1 : 0);
      return { name: `Team ${index}`, size, drawn: 0 };
    });
    const times: number[] = [];
    const processor: number[] = [];
    for (let position = 1; position <= 200; position += 1) {
      const read = Math.ceil((position * frame) / 250);
      const before = process.cpuUsage();
      times.push(await timed(async () => plannerAnswer(frame, read, shareLike(strata, read) ?? strata)));
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1_000);
    }
    const told = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1), quantile(processor, 0.95)];
    row(`  ${frame} cases in ${groups} groups`, ...told);
  }
}

async function measureInterval(): Promise<void> {
  const times: number[] = [];
  for (let positive = 0; positive <= 400; positive += 10) {
    times.push(await timed(async () => hypergeometricInterval({ population: 5_000, sample: 400, positive })));
  }
  row('\nexact interval, 400 of 5,000', 'p50 ms', 'p95 ms', 'worst ms');
  row('  from none to all in order', quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1));
}
