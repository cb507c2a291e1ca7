import type { Footer } from 'docx';

import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import { pdfWords } from '#shared/words/pdf-paper.ts';
import { paperWords } from '#shared/words/report.ts';

import type { WritingCall } from '../writing-call.ts';
import { pack, type PackagePart, unpack } from '../zip-package.ts';
import { documentBody } from './document-body.ts';
import { type Docx, wordNames, wordNumbering, wordStyles } from './word-styles.ts';

/** A4 and two centimetres of margin, in twentieths of a point. */
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } };

/**
 * A workbook as the bytes of a Word document: real headings, lists and tables that another program can take over. The
 * same workbook gives the same bytes. Rejects with `cancelled` after the signal.
 */
export async function writeDocument(workbook: Workbook, call: WritingCall): Promise<Uint8Array> {
  const docx = await import('docx');
  refuseCancelled(call.signal);
  const document = new docx.Document({
    title: workbook.title,
    subject: workbook.subject,
    creator: paperWords.program,
    lastModifiedBy: paperWords.program,
    styles: wordStyles(),
    numbering: wordNumbering(docx),
    sections: workbook.sheets.map((sheet) => ({
      properties: { page },
      footers: { default: footerOf(docx, workbook) },
      children: documentBody(docx, sheet),
    })),
  });
  call.report(0.5);
  const bytes = await docx.Packer.toBuffer(document);
  refuseCancelled(call.signal);
  return pack(unpack(bytes).map((part) => finish(part, workbook.created)));
}

function footerOf({ Footer: WordFooter, PageNumber, Paragraph, TextRun }: Docx, { footer }: Workbook): Footer {
  const page = [`${paperWords.page} `, PageNumber.CURRENT, ` ${paperWords.of} `, PageNumber.TOTAL_PAGES];
  return new WordFooter({
    children: [
      new Paragraph({
        style: wordNames.note,
        children: [new TextRun({ children: [`${footer} · `, ...page] })],
      }),
    ],
  });
}

/** The library writes the present moment and no language; the paper's date is that of its data. */
function finish(part: PackagePart, created: string): PackagePart {
  if (part.name !== 'docProps/core.xml') return part;
  const instant = new Date(created).toISOString().replace(/\.\d+Z$/, 'Z');
  const xml = part.content
    .toString('utf8')
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g, `$1${instant}`)
    .replace('</cp:coreProperties>', `<dc:language>${pdfWords.language}</dc:language>$&`);
  return { ...part, content: Buffer.from(xml, 'utf8') };
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'cancelled while the file was written');
}
