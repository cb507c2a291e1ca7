import { cpus, totalmem } from 'node:os';

import { measureAnswers } from './measures/answers.ts';
import { measureDraw } from './measures/draw.ts';
import { measureImports } from './measures/imports.ts';
import { measureReports } from './measures/reports.ts';
import { measureStart } from './measures/start.ts';

/** Every measure by its name: `npm run bench` takes all, `npm run bench -- draw answers` these. */
const measures: Readonly<Record<string, () => Promise<void>>> = {
  imports: measureImports,
  draw: measureDraw,
  answers: measureAnswers,
  reports: measureReports,
  start: measureStart,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  console.error(`No measure is called ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}`);
  process.exit(1);
}
console.log(
  `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
console.log('Ratios are measured side by side in one run; absolute times are information only.\n');
for (const [name, measure] of Object.entries(measures)) {
  if (chosen.length === 0 || chosen.includes(name)) await measure();
}
