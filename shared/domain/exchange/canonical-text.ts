/**
 * One text for one value as JSON has it, with the keys of every object in code-unit order and absent values left out: it
 * does not matter in which order a value was built.
 */
export function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  return objectText(value, null);
}

function objectText(value: object, left: string | null): string {
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (part !== undefined && key !== left) parts.push(`${JSON.stringify(key)}:${canonicalText(part)}`);
  }
  return `{${parts.join(',')}}`;
}

/**
 * The same without what is measured and said by nobody: the seconds that a review took. Looking at a case adds seconds;
 * that is no edit, and two copies that differ in nothing else are no conflict.
 */
export function saidText(content: unknown): string {
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
  return isObject ? objectText(content, 'seconds') : canonicalText(content);
}

/** True where two contents say the same. */
export function saySame(one: unknown, other: unknown): boolean {
  return one === other || saidText(one) === saidText(other);
}
