import { dateCheckBookWords as words, dateCheckVerdictWords, dateRuleWords } from '../../words/population.ts';
import { formatCount, formatDanish } from '../calendar/format.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { RowCounts } from '../importing/problem.ts';
import { danishDay } from '../report/round-facts.ts';
import { exampleRows, labelRow, tableSheet, textRow } from '../report/sheet-parts.ts';
import type { Sheet, Workbook } from '../report/workbook.ts';
import type { DateFinding } from '../review/date-finding.ts';
import { type DateCheckLine, type DateCheckRule, type DateCheckVerdict, keptShare } from './date-check.ts';

/** One case and rule that somebody should look at. */
export interface DateCheckCase {
  readonly caseId: string;
  readonly team: string | null;
  readonly rule: DateCheckRule;
  readonly verdict: Extract<DateCheckVerdict, 'broken' | 'missing'>;
  readonly finding: DateFinding;
}

/** What the workbook is made of. `listed` may be fewer than `toLookAt`, which counts all broken and missing. */
export interface DateCheckSource {
  readonly imported: {
    readonly fileName: string;
    readonly importedAt: string;
    readonly sha256: string;
    readonly frameFingerprint: string;
    readonly rows: RowCounts;
    readonly example: boolean;
  };
  readonly asOf: LocalDate;
  readonly cases: number;
  readonly lines: readonly DateCheckLine[];
  readonly listed: readonly DateCheckCase[];
  readonly toLookAt: number;
  readonly created: string;
  readonly programVersion: string;
}

/**
 * The date check as a workbook: the counts of each rule, the cases behind them, and how it was done. Case numbers and
 * teams are in it; no caseworker, no name and no CPR number.
 */
export function dateCheckWorkbook(source: DateCheckSource): Workbook {
  return {
    title: words.title,
    subject: words.subject,
    classification: words.classification,
    footer: words.footer(source.imported.fileName),
    created: source.created,
    sheets: [summarySheet(source), casesSheet(source), methodSheet(source)],
  };
}

function summarySheet({ lines, cases, asOf, imported }: DateCheckSource): Sheet {
  const { columns } = words;
  const count = (verdict: DateCheckVerdict) => ({
    header: dateCheckVerdictWords[verdict],
    width: 11,
    numeric: true,
    value: (line: DateCheckLine) => line[verdict],
  });
  return tableSheet<DateCheckLine>({
    name: words.sheets.summary,
    title: words.title,
    intro: `${words.lead(whole(cases), formatDanish(asOf))}. ${words.purpose}`,
    nothing: words.casesNothing,
    example: imported.example,
    columns: [
      { header: columns.rule, width: 6, value: ({ rule }) => rule },
      { header: columns.name, width: 32, value: ({ rule }) => dateRuleWords[rule].name },
      count('kept'),
      count('broken'),
      count('missing'),
      count('unclear'),
      count('notRelevant'),
      { header: columns.all, width: 10, numeric: true, value: () => cases },
      { header: columns.answered, width: 10, numeric: true, value: (line) => keptShare(line).of },
      { header: columns.share, width: 11, numeric: true, value: (line) => shareOf(line) },
      { header: columns.requirement, width: 44, value: ({ rule }) => dateRuleWords[rule].requirement },
      { header: columns.law, width: 34, value: ({ rule }) => dateRuleWords[rule].law },
      {
        header: columns.lawyer,
        width: 13,
        value: ({ rule }) => (dateRuleWords[rule].lawyerCheck ? words.lawyerMark : null),
      },
    ],
    rows: lines,
  });
}

function shareOf(line: DateCheckLine): { readonly share: number } | null {
  const { share } = keptShare(line);
  return share === null ? null : { share };
}

function casesSheet({ listed, imported }: DateCheckSource): Sheet {
  const { caseColumns: columns } = words;
  return tableSheet<DateCheckCase>({
    name: words.sheets.cases,
    title: words.casesTitle,
    intro: words.casesIntro,
    nothing: words.casesNothing,
    example: imported.example,
    columns: [
      { header: columns.id, width: 18, value: ({ caseId }) => caseId },
      { header: columns.team, width: 18, value: ({ team }) => team },
      { header: columns.rule, width: 6, value: ({ rule }) => rule },
      { header: columns.name, width: 32, value: ({ rule }) => dateRuleWords[rule].name },
      { header: columns.verdict, width: 15, value: ({ verdict }) => dateCheckVerdictWords[verdict] },
      { header: columns.days, width: 10, numeric: true, value: ({ finding }) => finding.exceededBy ?? null },
      { header: columns.dates, width: 34, value: ({ finding }) => datesText(finding) },
      { header: columns.words, width: 60, value: ({ finding }) => finding.words },
    ],
    rows: listed,
  });
}

function datesText({ dates }: DateFinding): string | null {
  if (dates.length === 0) return null;
  return dates.map(({ label, moment }) => words.datesLine(label, formatDanish(moment))).join('\n');
}

function methodSheet(source: DateCheckSource): Sheet {
  const { imported, cases, asOf, listed, toLookAt, programVersion } = source;
  const { total, header, blank, accepted, rejected } = imported.rows;
  const shown = listed.length === toLookAt ? words.listedAll(whole(toLookAt)) : null;
  return {
    name: words.sheets.method,
    widths: [28, 74],
    orientation: 'portrait',
    rows: [
      textRow(words.methodTitle, 'title', 2),
      ...exampleRows(imported.example, 2),
      labelRow(words.file, imported.fileName),
      labelRow(words.sha, imported.sha256),
      labelRow(words.fingerprint, imported.frameFingerprint),
      labelRow(words.importedAt, danishDay(imported.importedAt)),
      labelRow(words.asOf, { date: asOf }),
      labelRow(words.rows, words.rowsLine(whole(total), whole(header), whole(blank), whole(accepted), whole(rejected))),
      labelRow(words.unit, words.unitText(whole(cases))),
      labelRow(words.listed, shown ?? words.listedSome(whole(listed.length), whole(toLookAt))),
      labelRow(words.program, programVersion),
      textRow(words.counting, 'heading', 2),
      ...words.countingLines.map((line) => textRow(line, 'text', 2)),
      textRow(words.leftOut, 'heading', 2),
      ...words.leftOutLines.map((line) => textRow(line, 'text', 2)),
    ],
  };
}

function whole(count: number): string {
  return formatCount(count, 0);
}
