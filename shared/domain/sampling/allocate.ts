import { compareCodePoints } from '../population/normalise-text.ts';

export interface StratumSize {
  readonly name: string;
  readonly size: number;
}

/** How many cases in all, shared out over the strata, or how many from each stratum. */
export type Quota =
  | { readonly kind: 'proportional' | 'equal'; readonly size: number; readonly minimum?: number }
  | { readonly kind: 'everything' }
  | { readonly kind: 'perStratum'; readonly perStratum: number };

/**
 * How many cases to draw from each stratum, in the order of `strata`; never more than a stratum holds.
 * `proportional`: largest remainder, equal remainders in code-point order of the stratum's name, no minimum.
 * `equal`: the same number from each, what does not divide goes one each to the first in code-point order; a stratum
 * with fewer cases gives all it has and the others share the rest. `perStratum`: that many from each, or all of a
 * smaller stratum. `everything`: all of each. The first two sum to exactly `size`; throws RangeError when the strata
 * hold fewer cases than that, or when the minimum alone takes more.
 *
 * `minimum`: a stratum whose share is smaller than this gets the minimum (all it has, if that is less), and the others
 * share what is left by the same rule, again, until no share is below the minimum.
 *
 * `kept` says what an earlier, smaller sample took: a stratum never gives a case back (largest remainder would, for
 * some sizes); the other strata share what is left.
 */
export function allocate(strata: readonly StratumSize[], quota: Quota, kept?: readonly number[]): readonly number[] {
  if (quota.kind === 'everything') return strata.map(({ size }) => size);
  if (quota.kind === 'perStratum') {
    return strata.map(({ size }, index) => Math.max(Math.min(size, quota.perStratum), kept?.[index] ?? 0));
  }
  const floors = strata.map(({ size }, index) => Math.max(Math.min(quota.minimum ?? 0, size), kept?.[index] ?? 0));
  if (leastSize(strata, quota.minimum ?? 0) > quota.size) throw new RangeError('the minimum takes more than the size');
  const wanted = Math.max(quota.size, sum(floors));
  if (wanted > sum(strata.map(({ size }) => size))) throw new RangeError('more cases wanted than there are');
  const share = quota.kind === 'equal' ? shareEqually : sharePart;
  const drawn = strata.map((stratum, index) => ({ ...stratum, kept: floors[index] ?? 0, count: 0, fixed: false }));
  shareKeeping(drawn, wanted, share);
  return drawn.map(({ count }) => count);
}

/** How many cases a minimum per stratum takes at least. */
export function leastSize(strata: readonly StratumSize[], minimum: number): number {
  return sum(strata.map(({ size }) => Math.min(size, minimum)));
}

interface Share extends StratumSize {
  readonly kept: number;
  count: number;
  fixed: boolean;
}

/** Shares out; fixes every stratum that would lose cases at what it has; shares the rest again until none loses. */
function shareKeeping(strata: readonly Share[], wanted: number, share: (open: Share[], wanted: number) => void): void {
  for (;;) {
    const fixed = strata.filter((stratum) => stratum.fixed);
    const open = strata.filter((stratum) => !stratum.fixed);
    share(open, wanted - sum(fixed.map(({ kept }) => kept)));
    const losing = open.filter(({ count, kept }) => count < kept);
    if (losing.length === 0) return;
    for (const stratum of losing) {
      stratum.count = stratum.kept;
      stratum.fixed = true;
    }
  }
}

/** Largest remainder in whole numbers: n·N_h stays far below 2^53, so floor and remainder are exact. */
function sharePart(open: readonly Share[], wanted: number): void {
  const total = sum(open.map(({ size }) => size));
  if (total === 0) return;
  const remainders = open.map((stratum) => {
    const remainder = (wanted * stratum.size) % total;
    stratum.count = (wanted * stratum.size - remainder) / total;
    return { stratum, remainder };
  });
  const left = wanted - sum(open.map(({ count }) => count));
  const first = remainders.toSorted(
    (a, b) => b.remainder - a.remainder || compareCodePoints(a.stratum.name, b.stratum.name),
  );
  for (const { stratum } of first.slice(0, left)) {
    stratum.count += 1;
  }
}

function shareEqually(strata: readonly Share[], wanted: number): void {
  let open = strata.toSorted((a, b) => compareCodePoints(a.name, b.name));
  let left = wanted;
  for (;;) {
    const each = Math.floor(left / Math.max(open.length, 1));
    const small = open.filter(({ size }) => size <= each);
    if (small.length === 0) break;
    for (const stratum of small) {
      stratum.count = stratum.size;
      left -= stratum.size;
    }
    open = open.filter(({ size }) => size > each);
  }
  for (const [index, stratum] of open.entries()) {
    stratum.count = Math.floor(left / open.length) + (index < left % open.length ? 1 : 0);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
