/**
 * One text for one value: JSON with the keys of every object in code-unit order and absent values left out, so that it
 * does not matter in which order a value was built.
 */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const keys = Object.keys(part).sort();
    return Object.fromEntries(keys.map((key) => [key, (part as Readonly<Record<string, unknown>>)[key]]));
  });
}

/**
 * The same without what is measured and said by nobody: the seconds that a review took. Looking at a case adds seconds;
 * that is no edit, and two copies that differ in nothing else are no conflict.
 */
export function saidText(content: unknown): string {
  if (typeof content !== 'object' || content === null || !('seconds' in content)) return canonicalText(content);
  const { seconds: _, ...said } = content;
  return canonicalText(said);
}
