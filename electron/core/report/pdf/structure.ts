import type { CellStyle } from '#shared/domain/report/workbook.ts';

import type { Pdf } from './pdf-document.ts';
import type { PlacedRow } from './paginate.ts';
import type { SetCell, SetRow } from './set-sheet.ts';

export type Element = PDFKit.PDFStructureElement;

/** What pdfkit takes; its types leave some out. */
interface ElementOptions {
  readonly scope?: 'Column' | 'Row';
  readonly alt?: string;
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: 'Block';
}

export function elementOf(document: Pdf, type: string, options: ElementOptions = {}): Element {
  return document.struct(type, options as Parameters<Pdf['struct']>[1]);
}

/** The elements of a row's cells, in their order. */
export interface RowElements {
  readonly label?: Element;
  readonly cells: readonly Element[];
}

const headings: Readonly<Partial<Record<CellStyle, string>>> = { title: 'H1', heading: 'H2' };

/**
 * The tree that a screen reader walks: Document > H1, H2, P, L > LI > Lbl, LBody, and Table > TR > TH, TD. Neighbouring
 * rows of the same kind share a list or a table; a row that goes on upon the next page keeps its elements.
 */
export function createTree(document: Pdf, root: Element): (placed: PlacedRow) => RowElements {
  let group: { readonly kind: 'L' | 'Table'; readonly element: Element } | null = null;
  let last: { readonly index: number; readonly elements: RowElements } | null = null;
  const groupOf = (kind: 'L' | 'Table'): Element => {
    if (group?.kind !== kind) {
      group = { kind, element: elementOf(document, kind) };
      root.add(group.element);
    }
    return group.element;
  };
  const make = (row: SetRow): RowElements => {
    if (row.kind === 'header' || row.kind === 'row') return tableRow(document, groupOf('Table'), row);
    if (row.kind === 'item') return listItem(document, groupOf('L'));
    group = null;
    return row.kind === 'space' ? { cells: [] } : { cells: row.cells.map((cell) => paragraph(document, root, cell)) };
  };
  return ({ row, index }) => {
    if (last?.index !== index) last = { index, elements: make(row) };
    return last.elements;
  };
}

function paragraph(document: Pdf, root: Element, { style }: SetCell): Element {
  const element = elementOf(document, headings[style] ?? 'P');
  root.add(element);
  return element;
}

function listItem(document: Pdf, list: Element): RowElements {
  const item = elementOf(document, 'LI');
  const label = elementOf(document, 'Lbl');
  const body = elementOf(document, 'LBody');
  list.add(item);
  item.add(label);
  item.add(body);
  return { label, cells: [body] };
}

/** The first cell of a row names it, unless it is a count. */
function tableRow(document: Pdf, table: Element, { kind, cells }: SetRow): RowElements {
  const row = elementOf(document, 'TR');
  table.add(row);
  return {
    cells: cells.map(({ style }, index) => {
      const isName = kind === 'header' || (index === 0 && style !== 'cell-number');
      const cell = isName
        ? elementOf(document, 'TH', { scope: kind === 'header' ? 'Column' : 'Row' })
        : elementOf(document, 'TD');
      row.add(cell);
      return cell;
    }),
  };
}
