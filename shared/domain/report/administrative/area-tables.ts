import {
  administrativeWords as words,
  columnWords as names,
  tableWords,
} from '../../../words/administrative-report.ts';
import { areaAnswersWords, chartWords } from '../../../words/administrative-sheets.ts';
import { reportWords } from '../../../words/report.ts';
import { type TemplateArea, type TemplateItem, templateItems } from '../../review/template.ts';
import { sharesChart } from '../chart-parts.ts';
import { clipText } from '../clip-text.ts';
import type { AreaFigure, ItemFigure } from '../figures.ts';
import { unitText } from '../interval-text.ts';
import { type FigureTables, intervalEnd } from '../item-tables.ts';
import { column, type Column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { DataRanges } from './data-sheet.ts';
import { answerCount, outcomeCount, rowShare, rowSum } from './live-figures.ts';
import { sinceColumns } from './since-last.ts';

interface AreaRow {
  readonly area: TemplateArea;
  readonly figure: AreaFigure;
}

/** Where the columns stand in the table of areas, counted from 1. */
const at = { area: 1, n: 2, met: 3, partlyMet: 4, notMet: 5 };

function areaColumns(ranges: DataRanges): readonly Column<AreaRow>[] {
  const count = ({ id, part, outcomes }: AreaFigure, outcome: keyof AreaFigure['outcomes']) =>
    outcomeCount(ranges, part, id, outcome, outcomes[outcome]);
  return [
    column(names.area, 30, ({ area }) => area.name),
    column(names.areaN, 6, ({ figure }) => rowSum([at.met, at.partlyMet, at.notMet], figure.n), true),
    column(names.met, 10, ({ figure }) => count(figure, 'met'), true),
    column(names.partlyMet, 9, ({ figure }) => count(figure, 'partly-met'), true),
    column(names.notMet, 10, ({ figure }) => count(figure, 'not-met'), true),
    column(names.notRelevant, 10, ({ figure }) => count(figure, 'not-relevant'), true),
    column(names.unfinished, 12, ({ figure }) => count(figure, 'unfinished'), true),
    column(names.areaRate, 11, ({ figure }) => rowShare(at.met, at.n, figure), true),
    column(names.low, 8, ({ figure }) => intervalEnd(figure, 'low'), true),
    column(names.high, 8, ({ figure }) => intervalEnd(figure, 'high'), true),
    column(names.unit, 24, ({ figure }) => unitText(figure.interval, figure.noInterval)),
    column(names.weighted, 9, ({ figure }) => (figure.weighted ? reportWords.yes : reportWords.no)),
  ];
}

/** One row an area with how the random cases came out, and the same as bars. */
export function areasSheet({ template, figures, example, ranges, since }: FigureTables): DescribedSheet {
  const byId = new Map(figures.areas.filter(({ part }) => part === 'random').map((figure) => [figure.id, figure]));
  const rows = template.areas.flatMap((area) => {
    const figure = byId.get(area.id);
    return figure === undefined ? [] : [{ area, figure }];
  });
  const columns = [...areaColumns(ranges), ...sinceColumns<AreaRow>(since, 'area', ({ area }) => area.id)];
  const made = describedTable({ name: words.sheets.areas, ...tableWords.areas, columns, rows, example });
  if (rows.every(({ figure }) => figure.n === 0)) return made;
  const series = [at.met, at.partlyMet, at.notMet];
  const chart = sharesChart({ table: made.sheet, title: chartWords.areas, category: at.area, series });
  return { ...made, sheet: { ...made.sheet, charts: [chart] } };
}

/** An item with its figure, under its area. */
export interface AreaItem {
  readonly area: TemplateArea;
  readonly item: TemplateItem;
  readonly figure: ItemFigure;
}

/** Where the columns stand in the table of answers by area, counted from 1. */
export const answerColumns = { short: 2, yes: 5, partly: 6, no: 7, cannotTell: 8 };

/** The items of the random part that any answer counts in, area by area. */
export function itemsByArea({ template, figures }: Pick<FigureTables, 'template' | 'figures'>): readonly AreaItem[] {
  const byId = new Map(figures.items.filter(({ part }) => part === 'random').map((figure) => [figure.id, figure]));
  const items = templateItems(template);
  return template.areas.flatMap((area) =>
    items.flatMap((item) => {
      const figure = item.area === area.id ? byId.get(item.id) : undefined;
      return figure === undefined || figure.n === 0 ? [] : [{ area, item, figure }];
    }),
  );
}

/** The answers that count, a row an item, area by area: what the charts are drawn from. */
export function areaAnswersSheet({ example, ranges }: FigureTables, rows: readonly AreaItem[]): DescribedSheet {
  const { yes, partly, no, cannotTell } = answerColumns;
  const count = ({ id, part }: ItemFigure, value: Parameters<typeof answerCount>[3], result: number) =>
    answerCount(ranges, part, id, value, result);
  const columns: readonly Column<AreaItem>[] = [
    column(names.area, 24, ({ area }) => area.short),
    column(areaAnswersWords.short, 44, ({ item }) => shortQuestion(item.question)),
    column(names.question, 60, ({ item }) => item.question),
    column(names.n, 6, ({ figure }) => rowSum([yes, partly, no, cannotTell], figure.n), true),
    column(names.yes, 6, ({ figure }) => count(figure, 'yes', figure.yes), true),
    column(names.partly, 9, ({ figure }) => count(figure, 'partly', figure.partly), true),
    column(names.no, 7, ({ figure }) => count(figure, 'no', figure.no), true),
    column(names.cannotTell, 10, ({ figure }) => count(figure, 'cannot-tell', figure.cannotTell), true),
  ];
  return describedTable({ name: words.sheets.areaAnswers, ...areaAnswersWords.table, columns, rows, example });
}

const longestLabel = 65;

/** The beginning of a question, as the label of a bar. */
function shortQuestion(question: string): string {
  return clipText(question, longestLabel);
}
