import { receiptWords as words } from '../../words/deletion.ts';
import { labelRow, tableSheet, textRow } from '../report/sheet-parts.ts';
import type { Sheet, Workbook } from '../report/workbook.ts';
import type { DeletionReceipt } from './receipt.ts';

/** A receipt as a workbook that may be shown to anyone: it names the round, the files and who deleted, and no case. */
export function receiptWorkbook(receipt: DeletionReceipt): Workbook {
  return {
    title: words.title,
    subject: receipt.roundId,
    classification: words.classification,
    footer: receipt.id,
    created: receipt.at,
    sheets: [receiptSheet(receipt), fileSheet(receipt)],
  };
}

function receiptSheet(receipt: DeletionReceipt): Sheet {
  const { removed } = receipt;
  return {
    name: words.sheet,
    widths: [34, 80],
    orientation: 'landscape',
    rows: [
      textRow(words.title, 'title', 2),
      labelRow(words.state, receipt.complete ? words.complete : words.unfinished),
      labelRow(words.round, receipt.name),
      labelRow(words.roundId, receipt.roundId),
      labelRow(words.at, receipt.at),
      labelRow(words.who, receipt.who),
      labelRow(words.cases, removed.cases),
      labelRow(words.reviews, removed.reviews),
      labelRow(words.answers, removed.answers),
      labelRow(words.actions, removed.actions),
      labelRow(words.populations, removed.populations),
      labelRow(words.backups, removed.backups),
      labelRow(words.auditNumber, receipt.auditNumber),
      labelRow(words.auditHash, receipt.auditHash),
      textRow(words.notOurs, 'text', 2),
    ],
  };
}

function fileSheet({ proof }: DeletionReceipt): Sheet {
  return tableSheet({
    name: words.filesSheet,
    title: words.filesTitle,
    intro: words.filesIntro,
    nothing: words.noFiles,
    example: false,
    rows: proof,
    columns: [
      { header: words.file, width: 70, value: ({ file }) => file },
      { header: words.removed, width: 12, value: ({ removed }) => (removed ? words.yes : words.no) },
    ],
  });
}
