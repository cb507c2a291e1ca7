import { administrativeWords as words } from '../../words/administrative-report.ts';
import { areaAnswersSheet, areasSheet, itemsByArea } from './administrative/area-tables.ts';
import { chartSheet } from './administrative/chart-sheet.ts';
import { coverageSheet } from './administrative/coverage-sheet.ts';
import { dataSheet } from './administrative/data-sheet.ts';
import { dictionarySheet } from './administrative/dictionary-sheet.ts';
import { qualitySheet } from './administrative/quality-sheet.ts';
import { sinceLast } from './administrative/since-last.ts';
import { otherTeamSheet, teamSheet } from './administrative/team-tables.ts';
import { actionsSheet, casesSheet, findingsSheet } from './case-tables.ts';
import type { Figures } from './figures.ts';
import { frontSheet } from './front-sheet.ts';
import { censusSheet, type FigureTables, overviewSheet, targetedSheet } from './item-tables.ts';
import { methodSheet } from './method-sheet.ts';
import { givenAnswers, registerSheet, secondReadingSheet } from './reading-sheets.ts';
import { registerErrors } from './register-errors.ts';
import { periodOf, unitOf } from './round-facts.ts';
import { type DescribedSheet, describeSheet } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import { trendsOf } from './trend/trend.ts';
import { trendMeaningOf } from './trend/trend-columns.ts';
import { trendPages } from './trend/trend-pages.ts';
import type { Sheet, Workbook } from './workbook.ts';

/**
 * The report for the administrative leadership: what works, the challenges and recommendations, every figure, every case
 * of the sample, every finding, the whole draw. Counts are live formulas over the sheet with the data.
 */
export function administrativeWorkbook(source: ReportSource, figures: Figures): Workbook {
  const { template, round } = source;
  const data = dataSheet(source);
  const trends = source.earlier.length === 0 ? [] : trendsOf(source, figures);
  const since = sinceLast(trends);
  const tables: FigureTables = { template, figures, example: round.example, ranges: data.ranges, since };
  const development = trendPages(source, figures);
  const errors = registerErrors(givenAnswers(source));
  const findings: readonly DescribedSheet[] = [
    overviewSheet(tables),
    areasSheet(tables),
    ...chartSheets(tables),
    ...development.sheets.map((sheet) => describeSheet(sheet, trendMeaningOf)),
    ...otherParts(tables),
    ...teamSheets(source, figures),
    casesSheet(source),
    findingsSheet(source),
    actionsSheet(source),
    ...readingSheets(source, errors),
    coverageSheet(source, figures),
    qualitySheet(source, errors),
  ];
  const ranges = [...data.names, ...development.names];
  const dictionary = dictionarySheet(source, [...findings, data], ranges);
  const sheets = [...findings.map(({ sheet }) => sheet), methodSheet(source), dictionary.sheet, data.sheet];
  const names = sheets.map(({ name }) => name);
  return {
    title: words.title,
    subject: words.subject,
    classification: words.classification,
    footer: words.footer(unitOf(source), periodOf(source)),
    created: source.created,
    sheets: [
      frontSheet(source, figures, { registerErrors: errors, status: development.status, sheets: names }),
      ...sheets,
    ],
    names: ranges,
  };
}

/** The pictures and the table they are drawn from; neither where nothing is answered. */
function chartSheets(tables: FigureTables): readonly DescribedSheet[] {
  const items = itemsByArea(tables);
  if (items.length === 0) return [];
  const table = areaAnswersSheet(tables, items);
  return [undescribed(chartSheet(table.sheet, items, tables.example)), table];
}

/** The cases that were not left to chance: counted apart. */
function otherParts(tables: FigureTables): readonly DescribedSheet[] {
  const { census, targeted } = tables.figures.coverage;
  return [
    ...(census === undefined ? [] : [censusSheet(tables)]),
    ...(targeted.drawn > 0 ? [targetedSheet(tables)] : []),
  ];
}

function teamSheets(source: ReportSource, { coverage: { census, targeted } }: Figures): readonly DescribedSheet[] {
  const others = (census?.drawn ?? 0) + targeted.drawn > 0;
  return [teamSheet(source), ...(others ? [otherTeamSheet(source)] : [])];
}

function readingSheets(source: ReportSource, errors: ReturnType<typeof registerErrors>): readonly DescribedSheet[] {
  const { template, round, secondReading } = source;
  return [
    ...(secondReading === undefined ? [] : [secondReadingSheet(template, secondReading, round.example)]),
    ...(errors.suggested > 0 ? [registerSheet(source, errors)] : []),
  ];
}

function undescribed(sheet: Sheet): DescribedSheet {
  return { sheet, columns: [] };
}
