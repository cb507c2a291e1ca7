import { administrativeWords as words, columnWords as names, tableWords } from '../../words/administrative-report.ts';
import { itemTypeWords, reportWords, severityWords } from '../../words/report.ts';
import type { ChecklistTemplate, TemplateItem } from '../review/template.ts';
import type { AreaFigure, Figures, ItemFigure, SamplePart } from './figures.ts';
import { unitText } from './interval-text.ts';
import { type Column, tableSheet } from './sheet-parts.ts';
import type { CellValue, Sheet } from './workbook.ts';

interface ItemRow {
  readonly section: string;
  readonly item: TemplateItem;
  readonly figure: ItemFigure;
}

interface AreaRow {
  readonly name: string;
  readonly figure: AreaFigure;
}

function column<R>(
  { name, meaning }: { readonly name: string; readonly meaning: string },
  width: number,
  value: (row: R) => CellValue,
  numeric = false,
): Column<R> {
  return { header: name, meaning, width, value, numeric };
}

function share(value: number | null): CellValue {
  return value === null ? null : { share: value };
}

function end({ interval }: Pick<ItemFigure, 'interval'>, which: 'low' | 'high'): CellValue {
  if (interval === null) return null;
  return interval.unit === 'cases' ? interval[which] : { share: interval[which] };
}

const itemColumns: readonly Column<ItemRow>[] = [
  column(names.section, 17, ({ section }) => section),
  column(names.question, 46, ({ item }) => item.question),
  column(names.type, 9, ({ item }) => itemTypeWords[item.type]),
  column(names.severity, 11, ({ item }) => severityWords[item.severity]),
  column(names.n, 6, ({ figure }) => figure.n, true),
  column(names.yes, 6, ({ figure }) => figure.yes, true),
  column(names.partly, 9, ({ figure }) => figure.partly, true),
  column(names.no, 7, ({ figure }) => figure.no, true),
  column(names.na, 10, ({ figure }) => figure.na, true),
  column(names.cannotTell, 10, ({ figure }) => figure.cannotTell, true),
  column(names.unanswered, 12, ({ figure }) => figure.unanswered, true),
];

const rateColumns: readonly Column<ItemRow>[] = [
  column(names.rate, 12, ({ figure }) => share(figure.rate), true),
  column(names.low, 8, ({ figure }) => end(figure, 'low'), true),
  column(names.high, 8, ({ figure }) => end(figure, 'high'), true),
  column(names.unit, 22, ({ figure }) => unitText(figure.interval, figure.noInterval)),
];

const areaColumns: readonly Column<AreaRow>[] = [
  column(names.area, 30, ({ name }) => name),
  column(names.areaN, 6, ({ figure }) => figure.n, true),
  column(names.met, 10, ({ figure }) => figure.met, true),
  column(names.partlyMet, 9, ({ figure }) => figure.outcomes['partly-met'], true),
  column(names.notMet, 10, ({ figure }) => figure.outcomes['not-met'], true),
  column(names.notRelevant, 10, ({ figure }) => figure.outcomes['not-relevant'], true),
  column(names.unfinished, 12, ({ figure }) => figure.outcomes.unfinished, true),
  column(names.areaRate, 11, ({ figure }) => share(figure.rate), true),
  column(names.low, 8, ({ figure }) => end(figure, 'low'), true),
  column(names.high, 8, ({ figure }) => end(figure, 'high'), true),
  column(names.unit, 24, ({ figure }) => unitText(figure.interval, figure.noInterval)),
  column(names.weighted, 9, ({ figure }) => (figure.weighted ? reportWords.yes : reportWords.no)),
];

/** One row an item, randomly drawn cases. */
export function overviewSheet(template: ChecklistTemplate, figures: Figures, example: boolean): Sheet {
  return tableSheet({
    name: words.sheets.overview,
    ...tableWords.overview,
    columns: [...itemColumns, ...rateColumns],
    rows: itemRows(template, figures, 'random'),
    example,
  });
}

/** The parts of which every case is taken: counted apart from the random ones, exact and without an interval. */
export function censusSheet(template: ChecklistTemplate, figures: Figures, example: boolean): Sheet {
  return tableSheet({
    name: words.sheets.census,
    ...tableWords.census,
    columns: [
      ...itemColumns,
      column<ItemRow>(names.rate, 12, ({ figure }) => share(figure.rate), true),
      column<ItemRow>(names.unit, 30, ({ figure }) => unitText(figure.interval, figure.noInterval)),
    ],
    rows: itemRows(template, figures, 'census'),
    example,
  });
}

/** The same counts of the cases chosen on purpose: no share and no interval. */
export function targetedSheet(template: ChecklistTemplate, figures: Figures, example: boolean): Sheet {
  return tableSheet({
    name: words.sheets.targeted,
    ...tableWords.targeted,
    columns: itemColumns,
    rows: itemRows(template, figures, 'targeted'),
    example,
  });
}

export function areasSheet(template: ChecklistTemplate, figures: Figures, example: boolean): Sheet {
  const byId = new Map(figures.areas.filter(({ part }) => part === 'random').map((figure) => [figure.id, figure]));
  return tableSheet({
    name: words.sheets.areas,
    ...tableWords.areas,
    columns: areaColumns,
    rows: template.areas.flatMap(({ id, name }) => {
      const figure = byId.get(id);
      return figure === undefined ? [] : [{ name, figure }];
    }),
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
