import { xmlCharacters } from '../xml-characters.ts';

/** XML that is ready to be written. */
export type Xml = string;

export type Attributes = Readonly<Record<string, string | number>>;

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An element with its attributes in the order given and its children; empty ones close themselves. */
export function element(name: string, attributes: Attributes = {}, children: readonly Xml[] = []): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inside = children.join('');
  const start = `${name}${written.join('')}`;
  return inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`;
}

/** An element that holds nothing but its `val`. */
export function value(name: string, val: string | number): Xml {
  return element(name, { val });
}

/** A text inside an element. Characters that XML does not have are left out; a new line stays one. */
export function escaped(text: string): Xml {
  return xmlCharacters(text.toWellFormed())
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}
