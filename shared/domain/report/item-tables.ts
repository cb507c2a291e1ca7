import { administrativeWords as words, columnWords as names, tableWords } from '../../words/administrative-report.ts';
import { itemTypeWords, reportWords, severityWords } from '../../words/report.ts';
import type { ChecklistTemplate, TemplateItem } from '../review/template.ts';
import type { DataRanges } from './administrative/data-sheet.ts';
import { answerCount, rowShare, rowSum } from './administrative/live-figures.ts';
import { sinceColumns, type SinceLast } from './administrative/since-last.ts';
import type { Figures, ItemFigure, SamplePart } from './figures.ts';
import { unitText } from './interval-text.ts';
import { column, type Column, type DescribedSheet, describedTable } from './sheet-parts.ts';
import type { CellValue } from './workbook.ts';

/** What the tables of figures are made from. */
export interface FigureTables {
  readonly template: ChecklistTemplate;
  readonly figures: Figures;
  readonly example: boolean;
  /** The columns of the data sheet that the figures are counted in. */
  readonly ranges: DataRanges;
  /** What each item and area says against the round before; empty where there is no such round. */
  readonly since: SinceLast;
}

interface ItemRow {
  readonly section: string;
  readonly item: TemplateItem;
  readonly figure: ItemFigure;
}

/** Where the columns with figures stand in the tables of items, counted from 1. */
const at = { n: 5, yes: 6, partly: 7, no: 8, cannotTell: 10 };

/** An end of an interval as a cell: cases, or a share. */
export function intervalEnd({ interval }: Pick<ItemFigure, 'interval'>, which: 'low' | 'high'): CellValue {
  if (interval === null) return null;
  return interval.unit === 'cases' ? interval[which] : { share: interval[which] };
}

function itemColumns(ranges: DataRanges): readonly Column<ItemRow>[] {
  const count = ({ id, part }: ItemFigure, value: Parameters<typeof answerCount>[3], result: number) =>
    answerCount(ranges, part, id, value, result);
  const relevant = [at.yes, at.partly, at.no, at.cannotTell];
  return [
    column(names.section, 15, ({ section }) => section),
    column(names.question, 42, ({ item }) => item.question),
    column(names.type, 9, ({ item }) => itemTypeWords[item.type]),
    column(names.severity, 11, ({ item }) => severityWords[item.severity]),
    column(names.n, 6, ({ figure }) => rowSum(relevant, figure.n), true),
    column(names.yes, 6, ({ figure }) => count(figure, 'yes', figure.yes), true),
    column(names.partly, 9, ({ figure }) => count(figure, 'partly', figure.partly), true),
    column(names.no, 7, ({ figure }) => count(figure, 'no', figure.no), true),
    column(names.na, 10, ({ figure }) => count(figure, 'na', figure.na), true),
    column(names.cannotTell, 10, ({ figure }) => count(figure, 'cannot-tell', figure.cannotTell), true),
    column(names.unanswered, 12, ({ figure }) => count(figure, null, figure.unanswered), true),
  ];
}

const rate = column<ItemRow>(names.rate, 12, ({ figure }) => rowShare(at.yes, at.n, figure), true);

const intervalColumns: readonly Column<ItemRow>[] = [
  rate,
  column(names.weighted, 9, ({ figure }) => (figure.weighted ? reportWords.yes : reportWords.no)),
  column(names.low, 8, ({ figure }) => intervalEnd(figure, 'low'), true),
  column(names.high, 8, ({ figure }) => intervalEnd(figure, 'high'), true),
  column(names.unit, 19, ({ figure }) => unitText(figure.interval, figure.noInterval)),
];

/** One row an item, randomly drawn cases. */
export function overviewSheet({ template, figures, example, ranges, since }: FigureTables): DescribedSheet {
  return describedTable({
    name: words.sheets.overview,
    ...tableWords.overview,
    columns: [
      ...itemColumns(ranges),
      ...intervalColumns,
      ...sinceColumns<ItemRow>(since, 'item', ({ item }) => item.id),
    ],
    rows: itemRows(template, figures, 'random'),
    example,
  });
}

/** The parts of which every case is taken: counted apart from the random ones, exact and without an interval. */
export function censusSheet({ template, figures, example, ranges }: FigureTables): DescribedSheet {
  return describedTable({
    name: words.sheets.census,
    ...tableWords.census,
    columns: [
      ...itemColumns(ranges),
      rate,
      column<ItemRow>(names.unit, 30, ({ figure }) => unitText(figure.interval, figure.noInterval)),
    ],
    rows: itemRows(template, figures, 'census'),
    example,
  });
}

/** The same counts of the cases chosen on purpose: no share and no interval. */
export function targetedSheet({ template, figures, example, ranges }: FigureTables): DescribedSheet {
  return describedTable({
    name: words.sheets.targeted,
    ...tableWords.targeted,
    columns: itemColumns(ranges),
    rows: itemRows(template, figures, 'targeted'),
    example,
  });
}

function itemRows(template: ChecklistTemplate, figures: Figures, part: SamplePart): readonly ItemRow[] {
  const byId = new Map(figures.items.filter((figure) => figure.part === part).map((figure) => [figure.id, figure]));
  return template.sections.flatMap(({ title, items }) =>
    items.flatMap((item) => {
      const figure = byId.get(item.id);
      return figure === undefined ? [] : [{ section: title, item, figure }];
    }),
  );
}
