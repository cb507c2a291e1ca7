import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import { pdfWords } from '#shared/words/pdf-paper.ts';
import { paperWords } from '#shared/words/report.ts';

import { readFonts } from './font-files.ts';

/** pdfkit knows it, its types do not yet. */
const conformance: object = { subset: 'PDF/UA' };

export type Pdf = PDFKit.PDFDocument;

/**
 * An empty tagged document: PDF 1.7 that says it follows PDF/UA-1, in Danish, its title in the window. Its dates and
 * its identity are the workbook's, so that the same workbook gives the same bytes.
 */
export async function openDocument({ title, subject, created }: Workbook): Promise<Pdf> {
  const [{ default: PdfDocument }, fonts] = await Promise.all([import('pdfkit'), readFonts()]);
  const instant = new Date(created);
  const document = new PdfDocument({
    pdfVersion: '1.7',
    tagged: true,
    ...conformance,
    lang: pdfWords.language,
    displayTitle: true,
    autoFirstPage: false,
    // The built-in fonts are not embedded, and a bundle does not have their measures.
    font: '',
    info: {
      Title: plainXml(title),
      Subject: plainXml(subject),
      Author: paperWords.program,
      Creator: paperWords.program,
      CreationDate: instant,
      ModDate: instant,
    },
  });
  for (const [name, file] of fonts) document.registerFont(name, file);
  return document;
}

/** pdfkit writes title and subject into XML as they are. */
function plainXml(text: string): string {
  return text.replace(/[<>&\p{Cc}]/gu, ' ').toWellFormed();
}

/** The bytes of the document, which is ended by it. */
export async function bytesOf(document: Pdf, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  document.end();
  for await (const chunk of document as AsyncIterable<Uint8Array>) {
    if (signal.aborted) throw new AppError('cancelled', 'cancelled while the file was written');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
