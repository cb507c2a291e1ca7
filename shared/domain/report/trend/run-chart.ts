/** Where the chart says more than chance: indexes of the points, both ends included. */
export interface RunSignal {
  readonly kind: 'shift' | 'trend';
  readonly direction: 'up' | 'down';
  readonly first: number;
  readonly last: number;
  /** How many points, without those that do not count. */
  readonly count: number;
}

/** `median` is null, and there is no signal, before there are enough points for a verdict. */
export interface RunChartReading {
  readonly points: number;
  readonly median: number | null;
  readonly signals: readonly RunSignal[];
}

/** Fewer points say nothing: the median itself moves too much (method 4.1). */
export const fewestRunPoints = 10;
const shiftFrom = 6;
const trendFrom = 5;

/**
 * The two rules for a run chart that need no limits: a shift is six or more consecutive points on one side of the
 * median, where points on the median neither count nor end it; a trend is five or more consecutive points all rising or
 * all falling, where a point equal to the one before it neither counts nor ends it. Median from ten points on. Source:
 * Perla, Provost and Murray, BMJ Quality and Safety 2011; method 4.1.
 */
export function readRunChart(values: readonly number[]): RunChartReading {
  if (values.length < fewestRunPoints) return { points: values.length, median: null, signals: [] };
  const median = medianOf(values);
  const signals = [...shiftsOf(values, median), ...trendsOf(values)];
  return { points: values.length, median, signals: signals.toSorted((a, b) => a.last - b.last || a.first - b.first) };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function shiftsOf(values: readonly number[], median: number): readonly RunSignal[] {
  const sides = values
    .map((value, index) => ({ index, sign: Math.sign(value - median) }))
    .filter(({ sign }) => sign !== 0);
  return runsOf(sides)
    .filter((run) => run.length >= shiftFrom)
    .map((run) => signalOf('shift', run, run[0]?.index ?? 0, run.length));
}

/** A step goes from a point to the next one that differs; a run of steps has one point more than steps. */
function trendsOf(values: readonly number[]): readonly RunSignal[] {
  const steps: (Signed & { readonly from: number })[] = [];
  let from = 0;
  values.forEach((value, index) => {
    const sign = Math.sign(value - (values[from] ?? value));
    if (sign === 0) return;
    steps.push({ index, sign, from });
    from = index;
  });
  return runsOf(steps)
    .filter((run) => run.length + 1 >= trendFrom)
    .map((run) => signalOf('trend', run, run[0]?.from ?? 0, run.length + 1));
}

interface Signed {
  readonly index: number;
  readonly sign: number;
}

/** Neighbours of the same sign together. */
function runsOf<T extends Signed>(signed: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const each of signed) {
    const run = runs.at(-1);
    if (run?.at(-1)?.sign === each.sign) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function signalOf(kind: RunSignal['kind'], run: readonly Signed[], first: number, count: number): RunSignal {
  const end = run.at(-1);
  return { kind, direction: (end?.sign ?? 0) > 0 ? 'up' : 'down', first, last: end?.index ?? first, count };
}
