import { writeFileSync } from 'node:fs';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import { buildReport } from '#shared/domain/report/build-report.ts';

import { reportSource } from '../../unit/report/report-fixture.ts';
import { cellsOf } from './report-cells.ts';

/**
 * In a process of its own, so that its peak memory is the report's. `build PATH`: builds and writes the administrative
 * report of 500 reviews once, and leaves its cells in PATH for the other writer. `write PATH RUNS`: writes it so often.
 */
const [, , task, path = '', runs = '1'] = process.argv;
const source = reportSource({ strata: [{ name: '', size: 4200, drawn: 500 }] });
const started = performance.now();
const { workbook } = buildReport('administrative', source);
const built = performance.now() - started;
const times: { wall: number; user: number }[] = [];
for (let run = 0; run < Number(runs); run += 1) times.push(await timeOf(() => writeWorkbook(workbook)));
const peak = process.resourceUsage().maxRSS / 1024;
if (task === 'build') writeFileSync(path, JSON.stringify(cellsOf(workbook)));
const political = await timeOf(() => writeWorkbook(buildReport('political', source).workbook));
console.log(JSON.stringify({ built, times, political, peak }));

async function timeOf(work: () => Promise<unknown>): Promise<{ wall: number; user: number }> {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  return { wall: performance.now() - wall, user: process.cpuUsage(cpu).user / 1000 };
}
