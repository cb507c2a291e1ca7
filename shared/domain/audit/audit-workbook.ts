import { auditKindWords, auditWords as words } from '../../words/audit.ts';
import { labelRow, tableSheet, textRow } from '../report/sheet-parts.ts';
import type { Sheet, Workbook } from '../report/workbook.ts';
import type { AuditLine } from './audit-line.ts';

export interface AuditExport {
  /** As they are stored: the chain can be computed again from the sheet. */
  readonly lines: readonly AuditLine[];
  /** The first line that does not fit; null where all do. */
  readonly brokenAt: number | null;
  /** ISO instant. */
  readonly created: string;
}

/** The audit log as a workbook: who did what kind of thing when, and the chain. Cases stand as marks. */
export function auditWorkbook(log: AuditExport): Workbook {
  return {
    title: words.title,
    subject: words.title,
    classification: words.classification,
    footer: words.title,
    created: log.created,
    sheets: [checkSheet(log), lineSheet(log)],
  };
}

function checkSheet({ lines, brokenAt }: AuditExport): Sheet {
  return {
    name: words.checkSheet,
    widths: [30, 90],
    orientation: 'landscape',
    rows: [
      textRow(words.checkTitle, 'title', 2),
      labelRow(words.sound, brokenAt === null ? words.soundYes : words.soundNo(brokenAt)),
      labelRow(words.lines, lines.length),
      labelRow(words.lastHash, lines.at(-1)?.hash ?? ''),
      textRow(words.witness, 'text', 2),
      textRow(words.recipe, 'muted', 2),
    ],
  };
}

function lineSheet({ lines }: AuditExport): Sheet {
  const { columns } = words;
  return tableSheet({
    name: words.sheet,
    title: words.title,
    intro: words.intro,
    nothing: words.nothing,
    example: false,
    rows: lines,
    columns: [
      { header: columns.number, width: 8, numeric: true, value: ({ number }) => number },
      { header: columns.at, width: 26, value: ({ at }) => at },
      { header: columns.who, width: 28, value: ({ who }) => who },
      { header: columns.kind, width: 40, value: ({ kind }) => auditKindWords[kind] ?? kind },
      { header: columns.code, width: 26, value: ({ kind }) => kind },
      { header: columns.target, width: 44, value: ({ target }) => target },
      { header: columns.hash, width: 68, value: ({ hash }) => hash },
    ],
  });
}
