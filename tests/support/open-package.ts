import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

/** An element of a part of an Office file; names keep their prefix. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** The text directly in it, not that of its children. */
  readonly text: string;
}

/** The parts of a zip by their names, read by a reader that the program's writer does not use. */
export async function openPackage(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

interface OpenXml extends Xml {
  readonly children: OpenXml[];
  text: string;
}

export function parseXml(text: string): Xml {
  const root: OpenXml = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenXml = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (piece) => (open.at(-1)!.text += piece));
  parser.write(text).close();
  return root.children[0]!;
}

/** The children of this name. */
export const childrenOf = (element: Xml | undefined, name: string): readonly Xml[] =>
  (element?.children ?? []).filter((child) => child.name === name);

export const childOf = (element: Xml | undefined, name: string): Xml | undefined => childrenOf(element, name)[0];

/** All elements of this name, however deep. */
export function deep(element: Xml, name: string): readonly Xml[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...deep(child, name)]);
}

/** The text of an element and of everything in it. */
export function textOf(element: Xml | undefined): string {
  return element === undefined ? '' : element.text + element.children.map(textOf).join('');
}
