import { parseRecords } from './parse-records.ts';

/** In order of preference, which settles ties: Danish Excel writes semicolons, since the comma is the decimal mark. */
const delimiters = [';', '\t', ','] as const;
const recordsLookedAt = 100;

/**
 * The delimiter that splits the first records most evenly: the number of records of its commonest width, times the
 * delimiters in each. Quotes count, so a comma in a quoted address does not. `sep=;` on the first line decides.
 */
export function findDelimiter(text: string): string {
  const stated = /^sep=(.)\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const scores = delimiters.map((delimiter) => evenness(text, delimiter));
  return delimiters[scores.indexOf(Math.max(...scores))] ?? delimiters[0];
}

function evenness(text: string, delimiter: string): number {
  const records = parseRecords(text, delimiter, { quotes: true }).records.slice(0, recordsLookedAt);
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  counts.delete(1);
  const [width = 1, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return count * (width - 1);
}
