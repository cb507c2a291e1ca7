import { fieldWords, importProblemWords as words, problemWords } from '../../words/importing.ts';
import { formatCount } from '../calendar/format.ts';
import { labelRow, tableSheet, textRow } from '../report/sheet-parts.ts';
import type { Sheet, Workbook } from '../report/workbook.ts';
import { isFieldId } from './fields.ts';
import type { ImportProblem, ProblemKind, RowCounts, RowRanges } from './problem.ts';

/** What an import knows of its rows. */
export interface ProblemSource {
  readonly fileName: string;
  readonly example: boolean;
  readonly created: string;
  readonly cases: number;
  readonly rows: RowCounts;
  readonly problemKinds: readonly ProblemKind[];
  readonly lines: { readonly header: RowRanges; readonly blank: RowRanges };
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly problems: readonly ImportProblem[];
}

/** The rejected rows and flagged cells of an import, and which rows are header and blank, as a workbook. */
export function problemsWorkbook(source: ProblemSource): Workbook {
  return {
    title: words.title,
    subject: source.fileName,
    classification: words.classification,
    footer: source.fileName,
    created: source.created,
    sheets: [overviewSheet(source), problemSheet(source), columnSheet(source)],
  };
}

const count = (value: number) => formatCount(value, 0);

function overviewSheet({ fileName, example, rows, cases, lines, problemKinds }: ProblemSource): Sheet {
  const { total, header, blank, accepted, rejected } = rows;
  return {
    name: words.overview,
    widths: [34, 90],
    orientation: 'landscape',
    rows: [
      textRow(words.title, 'title', 2),
      ...(example ? [textRow(words.example, 'status-neutral', 2)] : []),
      labelRow(words.file, fileName),
      labelRow(words.rows, words.reconciliation([total, header, blank, accepted, rejected].map(count))),
      labelRow(words.cases, cases),
      labelRow(words.headerRows, rangeText(lines.header)),
      labelRow(words.blankRows, rangeText(lines.blank)),
      textRow(words.kinds, 'heading', 2),
      ...(problemKinds.length === 0 ? [textRow(words.nothing, 'text', 2)] : []),
      ...problemKinds.map((kind) => labelRow(kind.column ?? words.wholeRow, kindText(kind))),
    ],
  };
}

function kindText({ code, count: found, listed }: ProblemKind): string {
  const text = `${count(found)}: ${problemWords({ code })}`;
  return listed < found ? `${text} ${words.cutShort(count(listed), count(found))}` : text;
}

function problemSheet({ problems, example }: ProblemSource): Sheet {
  return tableSheet({
    name: words.problems,
    title: words.problems,
    intro: words.intro,
    nothing: words.nothing,
    example,
    rows: problems,
    columns: [
      { header: words.row, width: 10, numeric: true, value: ({ row }) => row },
      { header: words.column, width: 28, value: ({ column }) => column ?? null },
      { header: words.value, width: 32, value: ({ value }) => value ?? null },
      { header: words.wrong, width: 80, value: (problem) => problemWords(problem) },
    ],
  });
}

function columnSheet({ columns, example }: ProblemSource): Sheet {
  return tableSheet({
    name: words.columns,
    title: words.columns,
    intro: words.columnsIntro,
    nothing: words.nothing,
    example,
    orientation: 'portrait',
    rows: columns,
    columns: [
      { header: words.column, width: 40, value: ({ header }) => header },
      { header: words.readAs, width: 44, value: ({ field }) => targetText(field) },
    ],
  });
}

function targetText(field: string): string {
  if (field === 'fact') return words.fact;
  return isFieldId(field) ? fieldWords[field] : words.leftOut;
}

/** `1-4, 7 og 12 andre steder`; the word for none where there are none. */
function rangeText({ ranges, more }: RowRanges): string {
  if (ranges.length === 0) return words.none;
  const parts = ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
  return more === 0 ? parts : words.andMore(parts, count(more));
}
