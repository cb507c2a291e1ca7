const longest = 60;

/**
 * Names for ranges that Excel takes, one for each wanted: letters without marks, digits and `_`, at most 60 characters,
 * and none twice, also where case is not told apart. Each wanted name begins with a word and `_`, so that none is like
 * the address of a cell.
 */
export function rangeNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name
      .replace(/[^A-Za-z0-9]+/gu, '_')
      .replace(/_$/u, '')
      .slice(0, longest);
    for (let copy = 1; ; copy += 1) {
      const candidate = copy === 1 ? plain : `${plain.slice(0, longest - 5)}_${copy}`;
      if (!taken.has(candidate.toLowerCase())) {
        taken.add(candidate.toLowerCase());
        return candidate;
      }
    }
  });
}
