import { cpus, totalmem } from 'node:os';

/**
 * Every measure by its name: `npm run bench` takes all, `npm run bench -- draw answers` these. Each is loaded only when
 * it is taken.
 */
const measures: Readonly<Record<string, () => Promise<void>>> = {
  imports: async () => (await import('./measures/imports.ts')).measureImports(),
  importing: async () => (await import('./measures/importing.ts')).measureImporting(),
  sampling: async () => (await import('./measures/sampling.ts')).measureSampling(),
  'date-check': async () => (await import('./measures/date-check.ts')).measureDateCheck(),
  draw: async () => (await import('./measures/draw.ts')).measureDraw(),
  answers: async () => (await import('./measures/answers.ts')).measureAnswers(),
  'review-page': async () => (await import('./measures/review-page.ts')).measureReviewPage(),
  reports: async () => (await import('./measures/reports.ts')).measureReports(),
  collect: async () => (await import('./measures/collect.ts')).measureCollect(),
  compile: async () => (await import('./measures/compile.ts')).measureCompile(),
  load: async () => (await import('./measures/load.ts')).measureLoad(),
  start: async () => (await import('./measures/start.ts')).measureStart(),
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
