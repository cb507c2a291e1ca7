import { pdfWords } from '#shared/words/pdf-paper.ts';

import { openDotColor } from '../cell-looks.ts';
import type { PlacedRow } from './paginate.ts';
import type { Pdf } from './pdf-document.ts';
import type { SetCell, SetRow } from './set-sheet.ts';
import type { Line } from './set-text.ts';
import { elementOf, type RowElements } from './structure.ts';

/** From the top of a line to its baseline, in heights of the line: Source Sans 3 stands in the middle of it. */
const baseline = 0.76;
const cornerRadius = 2;

/** Fill and rule as artifacts, then the text of each cell inside its element of the tree. */
export function drawRow(document: Pdf, { row, y, repeated }: PlacedRow, elements: RowElements): void {
  drawGround(document, row, y);
  row.cells.forEach((cell, index) => {
    const top = y + offsetOf(row, cell);
    if (repeated === true) return asArtifact(document, 'Pagination', () => drawLines(document, cell, top));
    const element = elements.cells[index];
    if (element === undefined) return;
    const { label, dots } = cell;
    if (label !== undefined)
      elements.label?.add(() => drawLine(document, label.line, label.x, top + baseline * cell.lineHeight, cell));
    if (dots !== undefined) drawDots(document, cell, dots, y + row.height / 2, element);
    if (cell.lines.length > 0) element.add(() => drawLines(document, cell, top));
  });
}

/** Layout that a screen reader passes over. */
export function asArtifact(document: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  document.markContent('Artifact', { type });
  draw();
  document.endMarkedContent();
}

export function drawLine(
  document: Pdf,
  line: Line,
  left: number,
  y: number,
  { size, look }: Pick<SetCell, 'size' | 'look'>,
): void {
  let x = left;
  for (const { text, font, width, actual } of line) {
    if (actual !== undefined) document.markContent('Span', { actual });
    document.font(font).fontSize(size).fillColor(colorOf(look.color));
    document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    if (actual !== undefined) document.endMarkedContent();
    x += width;
  }
}

function drawLines(document: Pdf, cell: SetCell, top: number): void {
  cell.lines.forEach((line, index) => {
    const width = line.reduce((sum, run) => sum + run.width, 0);
    const x = cell.look.horizontal === 'right' ? cell.x + cell.width - width : cell.x;
    drawLine(document, line, x, top + (index + baseline) * cell.lineHeight, cell);
  });
}

/** The text at the top of its row, at the foot, or in the middle; a row of a table with one line stands in the middle. */
function offsetOf({ height, air, kind, cells }: SetRow, { look, lines, lineHeight }: SetCell): number {
  const free = height - Math.max(1, lines.length) * lineHeight;
  if (look.vertical === 'bottom') return Math.max(0, free - Math.min(2, air));
  if (kind === 'row' && cells.some((cell) => cell.look.line !== undefined)) {
    return cells.every((cell) => cell.lines.length < 2) ? free / 2 : air / 2;
  }
  return look.vertical === 'middle' ? free / 2 : Math.min(3, air / 2);
}

function drawGround(document: Pdf, { cells, height }: SetRow, y: number): void {
  for (const [index, { look, x, width }] of cells.entries()) {
    const { fill, line } = look;
    const left = index === 0 ? x - look.indent * 7 : (cells[index - 1]?.x ?? x) + (cells[index - 1]?.width ?? 0);
    const right = x + width;
    if (fill !== undefined)
      asArtifact(document, 'Layout', () =>
        document.roundedRect(left, y + 1, right - left, height - 2, cornerRadius).fill(colorOf(fill)),
      );
    if (line !== undefined)
      asArtifact(document, 'Layout', () =>
        document
          .moveTo(left, y + height)
          .lineTo(right, y + height)
          .lineWidth(line.style === 'medium' ? 1 : 0.5)
          .stroke(colorOf(line.color)),
      );
  }
}

/** A row of circles as one figure whose alternative text counts them; the filled ones first. */
function drawDots(
  document: Pdf,
  { x, look }: SetCell,
  { filled, open, pitch }: NonNullable<SetCell['dots']>,
  y: number,
  cell: RowElements['cells'][number],
): void {
  const radius = pitch * 0.4;
  const right = x + (filled + open) * pitch;
  const figure = elementOf(document, 'Figure', {
    alt: pdfWords.dots(filled, open),
    placement: 'Block',
    bbox: [x, y - radius, right, y + radius],
  });
  cell.add(figure);
  figure.add(() => {
    for (let index = 0; index < filled + open; index += 1) {
      const center = x + (index + 0.5) * pitch;
      if (index < filled) document.circle(center, y, radius).fill(colorOf(look.color));
      else
        document
          .circle(center, y, radius - 0.3)
          .lineWidth(0.6)
          .stroke(colorOf(openDotColor));
    }
  });
}

/** Excel's colours begin with their opacity. */
function colorOf(argb: string): string {
  return `#${argb.slice(2)}`;
}
