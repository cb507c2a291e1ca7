import { AppError } from '#shared/contract/errors.ts';
import type { Sheet, Workbook } from '#shared/domain/report/workbook.ts';
import { paperWords } from '#shared/words/report.ts';

import { cellLooks } from '../cell-looks.ts';
import { cellText } from '../paper-cell.ts';
import type { WritingCall } from '../writing-call.ts';
import { asArtifact, drawLine, drawRow } from './draw-row.ts';
import { type PageMeasures, pageOf } from './page-measures.ts';
import { paginate, type PlacedPage } from './paginate.ts';
import { bytesOf, openDocument, type Pdf } from './pdf-document.ts';
import { setSheet } from './set-sheet.ts';
import { createSetter, type Setter } from './set-text.ts';
import { createTree, elementOf } from './structure.ts';

/** A page that shall be one page is set smaller, but never so small; what does not fit then goes on upon the next. */
const smallestScale = 0.66;
const scaleStep = 0.01;
const furnitureSize = 8;
/** The classification and the footer keep this share of the line; the page number has the rest. */
const furnitureShare = 0.82;

interface SetSheet {
  readonly sheet: Sheet;
  readonly page: PageMeasures;
  readonly pages: readonly PlacedPage[];
}

/**
 * A workbook as a tagged A4 PDF (PDF/UA-1), one or more pages to each sheet, its fonts embedded. All text of the sheets
 * is on the pages, none of it cut. The same workbook gives the same bytes. Rejects with `cancelled` after the signal.
 */
export async function writePdf(workbook: Workbook, call: WritingCall): Promise<Uint8Array> {
  const document = await openDocument(workbook);
  const setter = createSetter(document);
  const sheets = workbook.sheets.map((sheet) => {
    refuseCancelled(call.signal);
    return fitSheet(sheet, setter);
  });
  const root = elementOf(document, 'Document');
  document.addStructure(root);
  const total = sheets.reduce((sum, { pages }) => sum + pages.length, 0);
  let number = 0;
  for (const set of sheets) {
    const tree = createTree(document, root);
    for (const rows of set.pages) {
      refuseCancelled(call.signal);
      number += 1;
      document.addPage({ size: [set.page.width, set.page.height], margin: 0 });
      drawFurniture(document, setter, workbook, set, `${paperWords.page} ${number} ${paperWords.of} ${total}`);
      for (const placed of rows) drawRow(document, placed, tree(placed));
      call.report(number / total);
    }
  }
  root.end();
  return bytesOf(document, call.signal);
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'cancelled while the file was written');
}

/** The largest scale at which a sheet of one page is one page. */
function fitSheet(sheet: Sheet, setter: Setter): SetSheet {
  const page = pageOf(sheet);
  const at = (scale: number): SetSheet => ({
    sheet,
    page,
    pages: paginate(setSheet(sheet, page, setter, scale), page),
  });
  const largest = at(1);
  if (sheet.onePage !== true || largest.pages.length === 1) return largest;
  let fitting = at(smallestScale);
  let low = smallestScale;
  for (let high = 1; fitting.pages.length === 1 && high - low > scaleStep;) {
    const middle = (low + high) / 2;
    const set = at(middle);
    if (set.pages.length === 1) [low, fitting] = [middle, set];
    else high = middle;
  }
  return fitting;
}

/** Who may read it above, what it is and the number of the page below. A page that says itself who may read it does not say it twice. */
function drawFurniture(document: Pdf, setter: Setter, workbook: Workbook, set: SetSheet, pageNumber: string): void {
  const { left, contentWidth, header, footer } = set.page;
  const { classification, footer: about } = workbook;
  const look = { size: furnitureSize, look: cellLooks.muted };
  const lines = (text: string) => setter.lines(text, furnitureSize, 400, contentWidth * furnitureShare);
  const saysItself = cellText(set.sheet.rows[0]?.cells[0]?.value ?? null) === classification;
  asArtifact(document, 'Pagination', () => {
    if (!saysItself)
      lines(classification).forEach((line, index) => drawLine(document, line, left, header + index * 10, look));
    lines(about).forEach((line, index) => drawLine(document, line, left, footer + index * 9, look));
    const [line = []] = setter.lines(pageNumber, furnitureSize, 400, contentWidth);
    const width = line.reduce((sum, run) => sum + run.width, 0);
    drawLine(document, line, left + contentWidth - width, footer, look);
  });
}
