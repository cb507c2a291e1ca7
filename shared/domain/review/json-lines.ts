/** Where a value stands in a document: the names and positions that lead to it. */
export type Path = readonly (string | number)[];

export function pathKey(path: Path): string {
  return path.join('/');
}

/**
 * The line of every value of a JSON text, by its path. The text must be valid JSON; whether it is, `JSON.parse` says.
 * Lines are counted from 1, as a text editor shows them.
 */
export function jsonLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>([['', 1]]);
  const stack: { readonly path: Path; readonly isList: boolean; next: string | number }[] = [];
  let line = 1;
  let isName = false;
  const mark = (): void => {
    const parent = stack.at(-1);
    if (parent !== undefined) lines.set(pathKey([...parent.path, parent.next]), line);
  };
  for (const { 0: token } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:,\n]|[^[\]{}:,"\s]+/gu)) {
    const parent = stack.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      mark();
      const path = parent === undefined ? [] : [...parent.path, parent.next];
      stack.push({ path, isList: token === '[', next: 0 });
      isName = token === '{';
    } else if (token === '}' || token === ']') {
      stack.pop();
      isName = false;
    } else if (token === ',' && parent !== undefined) {
      if (typeof parent.next === 'number') parent.next += 1;
      isName = !parent.isList;
    } else if (token === ':') isName = false;
    else if (isName && parent !== undefined) parent.next = JSON.parse(token) as string;
    else mark();
  }
  return lines;
}
