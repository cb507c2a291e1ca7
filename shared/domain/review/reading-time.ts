/**
 * A gap between two moments of work that is longer than this is a pause, and none of it counts. The file is read on
 * another screen, so that minutes without an answer are mostly work.
 */
export const pauseMinutes = 15;

/**
 * Minutes of work on one case: the sum of the gaps between its moments (ISO instants, any order), pauses left out.
 * What was read before the first moment does not show in them, so this is rather too little than too much.
 */
export function readingMinutes(moments: readonly string[]): number {
  const sorted = moments.map((moment) => Date.parse(moment)).toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((moment, index) => (moment - (sorted[index] ?? moment)) / 60_000);
  return gaps.filter((gap) => gap <= pauseMinutes).reduce((sum, gap) => sum + gap, 0);
}

/**
 * The median of the minutes, with the number of cases it is taken over; null where there are none. Cases under a minute
 * were not read but filled in from a file, and do not count.
 */
export function medianMinutes(minutes: readonly number[]): { readonly cases: number; readonly median: number | null } {
  const read = minutes.filter((value) => value >= 1).toSorted((a, b) => a - b);
  const upper = read[Math.floor(read.length / 2)];
  const lower = read[Math.ceil(read.length / 2) - 1];
  return {
    cases: read.length,
    median: upper === undefined || lower === undefined ? null : (lower + upper) / 2,
  };
}

/** Whole seconds of work between two acts on a case (ISO instants); nothing for a pause or a clock that was set back. */
export function secondsSpent(last: string, now: string): number {
  const seconds = Math.round((Date.parse(now) - Date.parse(last)) / 1000);
  return seconds > 0 && seconds <= pauseMinutes * 60 ? seconds : 0;
}
