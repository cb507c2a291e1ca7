/** The names in braces of a text, as types: `Names<'{a} og {b}'>` is `'a' | 'b'`. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** Puts values into the `{name}` places of a text. The compiler asks for every name. */
export function fill<T extends string>(text: T, values: Readonly<Record<Names<T>, string>>): string {
  const byName: Readonly<Record<string, string>> = values;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => byName[name] ?? '');
}
