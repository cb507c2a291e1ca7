import { childOf, childrenOf, deep, openPackage, parseXml, textOf, type Xml } from './open-package.ts';

/** A cell as it stands in the file. Rows and columns are counted from 1. */
export interface OpenedCell {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly kind: 'text' | 'number' | 'truth' | 'empty' | 'error';
  /** What is shown for text, the stored figure for a number. */
  readonly text: string;
  readonly formula: string | null;
  readonly style: OpenedStyle;
}

export interface OpenedStyle {
  readonly format: string;
  readonly bold: boolean;
  /** RRGGBB; null where the file names none or one of the theme. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly quoted: boolean;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface OpenedSheet {
  readonly name: string;
  readonly state: string;
  readonly xml: Xml;
  readonly part: string;
  readonly cells: readonly OpenedCell[];
  readonly merged: readonly Area[];
  /** The drawing that belongs to it, if any. */
  readonly drawing: Xml | null;
}

export interface OpenedName {
  readonly name: string;
  readonly refersTo: string;
  /** The index of the sheet that it belongs to; null for a name of the whole workbook. */
  readonly sheet: number | null;
}

export interface OpenedWorkbook {
  readonly parts: ReadonlyMap<string, string>;
  readonly core: Xml;
  readonly sheets: readonly OpenedSheet[];
  readonly names: readonly OpenedName[];
}

/** The formats that a spreadsheet knows by number; the program's own have numbers from 164. */
const builtIn: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  3: '#,##0',
  9: '0%',
  14: 'd/m/yyyy',
  49: '@',
};

export async function openWorkbook(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const parts = await openPackage(bytes);
  const read = (name: string): Xml => {
    const text = parts.get(name);
    if (text === undefined) throw new Error(`the file has no part ${name}`);
    return parseXml(text);
  };
  const book = read('xl/workbook.xml');
  const targets = relationsOf(parts, 'xl/workbook.xml');
  const strings = parts.has('xl/sharedStrings.xml')
    ? childrenOf(read('xl/sharedStrings.xml'), 'si').map(shownText)
    : [];
  const styles = stylesOf(read('xl/styles.xml'));
  const sheets = childrenOf(childOf(book, 'sheets'), 'sheet').map(({ attributes }): OpenedSheet => {
    const part = targets.get(attributes['r:id'] ?? '')!.target;
    const xml = read(part);
    const drawingId = childOf(xml, 'drawing')?.attributes['r:id'];
    const drawing = drawingId === undefined ? undefined : relationsOf(parts, part).get(drawingId);
    return {
      name: attributes['name'] ?? '',
      state: attributes['state'] ?? 'visible',
      xml,
      part,
      cells: deep(xml, 'c').map((cell) => cellOf(cell, strings, styles)),
      merged: deep(xml, 'mergeCell').map(({ attributes: { ref = '' } }) => areaOf(ref)),
      drawing: drawing === undefined ? null : read(drawing.target),
    };
  });
  const names = childrenOf(childOf(book, 'definedNames'), 'definedName').map((name) => ({
    name: name.attributes['name'] ?? '',
    refersTo: textOf(name),
    sheet: name.attributes['localSheetId'] === undefined ? null : Number(name.attributes['localSheetId']),
  }));
  return { parts, core: read('docProps/core.xml'), sheets, names };
}

interface Relation {
  readonly target: string;
  readonly external: boolean;
}

/** What a part points at, by the id it uses. */
function relationsOf(parts: ReadonlyMap<string, string>, part: string): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/'));
  const text = parts.get(`${folder}/_rels/${part.slice(folder.length + 1)}.rels`);
  if (text === undefined) return new Map();
  return new Map(
    childrenOf(parseXml(text), 'Relationship').map(({ attributes: { Id = '', Target = '', TargetMode } }) => [
      Id,
      { target: new URL(Target, `file:///${folder}/`).pathname.slice(1), external: TargetMode === 'External' },
    ]),
  );
}

/** `$` signs are left out of account. */
export function areaOf(reference: string): Area {
  const [first = '', last = first] = reference.replaceAll('$', '').split(':');
  const [from, to] = [pointOf(first), pointOf(last)];
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function pointOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

function cellOf(cell: Xml, strings: readonly string[], styles: readonly OpenedStyle[]): OpenedCell {
  const { r: address = '', t = 'n', s = '0' } = cell.attributes;
  const value = childOf(cell, 'v');
  const raw = textOf(value);
  const formula = childOf(cell, 'f');
  const inline = childOf(cell, 'is');
  const text = t === 's' ? (strings[Number(raw)] ?? '') : inline === undefined ? raw : shownText(inline);
  return {
    address,
    ...pointOf(address),
    kind: kindOf(t, value !== undefined || inline !== undefined),
    text,
    formula: formula === undefined ? null : textOf(formula),
    style: styles[Number(s)]!,
  };
}

function kindOf(type: string, hasValue: boolean): OpenedCell['kind'] {
  if (!hasValue) return 'empty';
  if (type === 'b') return 'truth';
  if (type === 'e') return 'error';
  return type === 'n' ? 'number' : 'text';
}

/** The text of a string with its runs, without what only tells how it is read aloud. */
function shownText(element: Xml): string {
  return deep(element, 't').map(textOf).join('');
}

function stylesOf(xml: Xml): readonly OpenedStyle[] {
  const formats = new Map(
    deep(xml, 'numFmt').map(({ attributes: { numFmtId = '', formatCode = '' } }) => [numFmtId, formatCode]),
  );
  const fonts = childrenOf(childOf(xml, 'fonts'), 'font');
  const fills = childrenOf(childOf(xml, 'fills'), 'fill');
  return childrenOf(childOf(xml, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0';
    const font = fonts[Number(attributes['fontId'] ?? 0)];
    const pattern = childOf(fills[Number(attributes['fillId'] ?? 0)], 'patternFill');
    return {
      format: formats.get(id) ?? builtIn[id] ?? id,
      bold: childOf(font, 'b') !== undefined,
      color: colorOf(childOf(font, 'color')),
      fill: pattern?.attributes['patternType'] === 'solid' ? colorOf(childOf(pattern, 'fgColor')) : null,
      quoted: attributes['quotePrefix'] === '1',
    };
  });
}

const colorOf = (element: Xml | undefined): string | null => element?.attributes['rgb']?.slice(2) ?? null;
