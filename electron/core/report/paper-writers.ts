import type { ReportFormat } from '#shared/contract/report.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { writeDocument } from './document/write-document.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { writeWorkbook } from './write-workbook.ts';
import type { WritingCall } from './writing-call.ts';

/** A paper as the bytes of a file. Rejects with `cancelled` soon after the signal. */
export type PaperWriter = (workbook: Workbook, call: WritingCall) => Promise<Uint8Array>;

export const paperWriters: Readonly<Record<ReportFormat, PaperWriter>> = {
  xlsx: writeWorkbook,
  pdf: writePdf,
  docx: writeDocument,
};
