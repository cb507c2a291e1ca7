/**
 * The intervals of method.md 2.4 to 2.6 once more, the slow way and by other formulas than the program's: chances by
 * adding up every possible outcome, the beta distribution by numerical integration, variances case by case.
 */

/** One case at one measuring point: met, not met, not relevant, or not read. */
export type Seen = 1 | 0 | 'irrelevant' | 'unread';

export interface SeenCase {
  readonly stratum: string;
  readonly seen: Seen;
}

export interface SeenStratum {
  readonly name: string;
  readonly size: number;
  /** Drawn from it and found not to belong to the frame. */
  readonly outside: number;
}

export interface Recomputed {
  readonly rate: number | null;
  readonly weighted: boolean;
  /** Null where no interval belongs beside the rate. */
  readonly ends: { readonly low: number; readonly high: number } | null;
}

export function recompute(strata: readonly SeenStratum[], cases: readonly SeenCase[]): Recomputed {
  const relevant = cases.filter(({ seen }) => seen === 1 || seen === 0);
  const read = cases.filter(({ seen }) => seen !== 'unread');
  const met = relevant.filter(({ seen }) => seen === 1).length;
  if (relevant.length === 0) return { rate: null, weighted: false, ends: null };
  const size = strata.reduce((sum, each) => sum + each.size, 0);
  const outside = strata.reduce((sum, each) => sum + each.outside, 0);
  const inCases = read.length === relevant.length && outside === 0;
  const plain = met / relevant.length;
  if (strata.every((each) => cases.filter((one) => isRead(one, each.name)).length + each.outside >= each.size))
    return { rate: plain, weighted: false, ends: null };
  if (strata.length === 1) {
    const ends = inCases ? exactInCases(size, relevant.length, met) : exactShare(met, relevant.length);
    return { rate: plain, weighted: false, ends };
  }
  return stratified(strata, cases, { size, met, unmet: relevant.length - met, inCases });
}

const isRead = ({ stratum, seen }: SeenCase, name: string) => stratum === name && seen !== 'unread';

/** Every number of cases under which what was seen, or anything further out, has more than a fortieth on either side. */
function exactInCases(population: number, sample: number, met: number) {
  const logs = [0];
  for (let i = 1; i <= population; i += 1) logs.push(logs[i - 1]! + Math.log(i));
  const ways = (n: number, k: number) => (k < 0 || k > n ? -Infinity : logs[n]! - logs[k]! - logs[n - k]!);
  const kept: number[] = [];
  for (let marked = 0; marked <= population; marked += 1) {
    let atLeast = 0;
    let atMost = 0;
    for (let k = 0; k <= sample; k += 1) {
      const log = ways(marked, k) + ways(population - marked, sample - k) - ways(population, sample);
      if (k >= met) atLeast += Math.exp(log);
      if (k <= met) atMost += Math.exp(log);
    }
    if (atLeast > 1 / 40 && atMost > 1 / 40) kept.push(marked);
  }
  return { low: Math.min(...kept), high: Math.max(...kept) };
}

/** Clopper-Pearson, also for numbers that are not whole: the ends are quantiles of two beta distributions. */
function exactShare(met: number, n: number) {
  return {
    low: met === 0 ? 0 : betaQuantile(0.025, met, n - met + 1),
    high: met === n ? 1 : betaQuantile(0.975, met + 1, n - met),
  };
}

function betaQuantile(chance: number, a: number, b: number): number {
  return bisect((share) => betaBelow(share, a, b) < chance);
}

/** The area under the beta density up to `share`; with t = sin^2 the density has no pole at its ends. */
function betaBelow(share: number, a: number, b: number): number {
  const density = (angle: number) => Math.sin(angle) ** (2 * a - 1) * Math.cos(angle) ** (2 * b - 1);
  const cut = Math.asin(Math.sqrt(share));
  const below = simpson(density, 0, cut);
  return below / (below + simpson(density, cut, Math.PI / 2));
}

/** The end of a two-sided 95 per cent interval of Student's t; with t = tan the tail is a bounded piece. */
function studentEnd(degrees: number): number {
  const density = (angle: number) => Math.cos(angle) ** (degrees - 1);
  const half = simpson(density, 0, Math.PI / 2);
  const angle = bisect((share) => simpson(density, 0, (share * Math.PI) / 2) / half < 0.95);
  return Math.sqrt(degrees) * Math.tan((angle * Math.PI) / 2);
}

function simpson(curve: (x: number) => number, from: number, to: number): number {
  const steps = 400;
  const width = (to - from) / steps;
  let sum = curve(from) + curve(to);
  for (let i = 1; i < steps; i += 1) sum += curve(from + i * width) * (i % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}

/** Where a condition that holds up to a point in [0, 1] stops holding. */
function bisect(isBelow: (x: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

interface Whole {
  readonly size: number;
  readonly met: number;
  readonly unmet: number;
  readonly inCases: boolean;
}

/** Every read case stands for size / read cases of its stratum; the variance from the cases' residuals. */
function stratified(strata: readonly SeenStratum[], cases: readonly SeenCase[], whole: Whole): Recomputed {
  const groups = strata.map(({ name, size }) => ({ size, read: cases.filter((each) => isRead(each, name)) }));
  let metTotal = 0;
  let relevantTotal = 0;
  for (const { size, read } of groups) {
    for (const { seen } of read) {
      if (seen === 1) metTotal += size / read.length;
      if (seen !== 'irrelevant') relevantTotal += size / read.length;
    }
  }
  const rate = metTotal / relevantTotal;
  const bounds = stratifiedBounds(groups, rate, relevantTotal, whole.met + whole.unmet);
  const uncovered = groups.filter(({ read }) => read.length === 0).reduce((sum, { size }) => sum + size, 0);
  if (bounds === null || (!whole.inCases && uncovered > 0)) return { rate, weighted: true, ends: null };
  if (!whole.inCases) return { rate, weighted: true, ends: bounds };
  const covered = whole.size - uncovered;
  const low = Math.max(whole.met, Math.floor(bounds.low * covered));
  const high = Math.min(whole.size - whole.unmet, Math.ceil(bounds.high * covered) + uncovered);
  return { rate, weighted: true, ends: { low, high } };
}

interface Group {
  readonly size: number;
  readonly read: readonly SeenCase[];
}

function stratifiedBounds(groups: readonly Group[], rate: number, relevantTotal: number, n: number) {
  let variance = 0;
  let degrees = 0;
  for (const { size, read } of groups) {
    if (read.some(({ seen }) => seen !== 'irrelevant')) degrees += read.length - 1;
    if (read.length === 0 || read.length >= size) continue;
    if (read.length === 1) return null;
    const residuals = read.map(({ seen }) => (seen === 'irrelevant' ? 0 : Number(seen) - rate));
    const mean = residuals.reduce((sum, each) => sum + each, 0) / residuals.length;
    const spread = residuals.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (residuals.length - 1);
    variance += size * (size - read.length) * (spread / read.length);
  }
  variance /= relevantTotal ** 2;
  if (variance < 1e-15 || rate < 1e-12 || rate > 1 - 1e-12) return exactShare(Math.round(rate * n * 1e9) / 1e9, n);
  const factor = n < 2 || degrees < 1 ? 1 : (studentEnd(n - 1) / studentEnd(degrees)) ** 2;
  const effective = Math.min(n, ((rate * (1 - rate)) / variance) * factor);
  return exactShare(rate * effective, effective);
}
