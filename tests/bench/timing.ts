/** How often each piece of work is timed. */
export const runs = 5;

/** The median of `count` runs in milliseconds; work and floor alternate, so that a slow minute hits both. */
export async function sideBySide(
  count: number,
  work: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<{ readonly work: number; readonly floor: number }> {
  const [workTimes, floorTimes]: [number[], number[]] = [[], []];
  for (let run = 0; run < count; run += 1) {
    workTimes.push(await timed(work));
    floorTimes.push(await timed(floor));
  }
  return { work: quantile(workTimes, 0.5), floor: quantile(floorTimes, 0.5) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The value below which this share of the times lies. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function row(...cells: readonly (string | number)[]): void {
  const [first = '', ...rest] = cells.map((cell) =>
    typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell,
  );
  console.log(`${first.padEnd(46)}${rest.map((cell) => cell.padStart(14)).join('')}`);
}
