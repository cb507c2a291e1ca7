import { SaxesParser } from 'saxes';

/** Throws where the text is not well-formed XML with namespaces. */
export function assertWellFormed(xml: string): void {
  new SaxesParser({ xmlns: true }).write(xml).close();
}

/** One element or text a line, indented, so that a difference can be read. */
export function normalised(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  const parser = new SaxesParser();
  const add = (text: string) => lines.push('  '.repeat(depth) + text);
  parser.on('opentag', ({ name, attributes }) => {
    const written = Object.keys(attributes)
      .toSorted()
      .map((key) => ` ${key}=${JSON.stringify(attributes[key])}`);
    add(`<${name}${written.join('')}>`);
    depth += 1;
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') add(text);
  });
  parser.write(xml).close();
  return `${lines.join('\n')}\n`;
}

export interface FoundElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements with this name, in the order of the text, each with the text inside it. */
export function elementsOf(xml: string, wanted: string): readonly FoundElement[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: ((typeof found)[number] | null)[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const each = name === wanted ? { name, attributes, text: '' } : null;
    if (each !== null) found.push(each);
    open.push(each);
  });
  parser.on('text', (text) => {
    for (const each of open) if (each !== null) each.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return found;
}
