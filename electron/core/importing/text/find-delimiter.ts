/** In order of preference, which settles draws: Danish Excel writes semicolons, since the comma is the decimal mark. */
const delimiters = [';', '\t', ','] as const;
const recordsLookedAt = 100;
const quotedCell = /(?<=^|[;\t,\n])"(?:[^"]|"")*"(?=[;\t,\n]|$)/g;
/** Commas of numbers and of prose, which separate nothing in a file that has other separators. */
const commaInsideCell = /(?<=\d),(?=\d)|,(?= )/g;

/**
 * The delimiter that splits the first records most evenly: the number of records of its commonest width, times the
 * delimiters in each. What stands in quotes does not count. `sep=;` on the first line decides.
 */
export function findDelimiter(text: string): string {
  const stated = /^sep=(.)\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const unquoted = text.replaceAll(quotedCell, '').split('\n', recordsLookedAt).join('\n');
  const plain = /[;\t]/.test(unquoted) ? unquoted.replaceAll(commaInsideCell, '') : unquoted;
  const scores = delimiters.map((delimiter) => evenness(plain.split('\n'), delimiter));
  return delimiters[scores.indexOf(Math.max(...scores))] ?? delimiters[0];
}

function evenness(lines: readonly string[], delimiter: string): number {
  const linesOfWidth = new Map<number, number>();
  for (const line of lines) {
    const width = line.split(delimiter).length;
    linesOfWidth.set(width, (linesOfWidth.get(width) ?? 0) + 1);
  }
  linesOfWidth.delete(1);
  const [width = 1, count = 0] = [...linesOfWidth].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return count * (width - 1);
}
