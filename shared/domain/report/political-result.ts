import { committeePageWords as words } from '../../words/committee-report.ts';
import type { AreaFigure, Figures } from './figures.ts';
import { allCasesText } from './interval-text.ts';
import { benchmarkLine } from './political-benchmark.ts';
import { textRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import { committeeChange } from './trend/committee-change.ts';
import type { SheetRow } from './workbook.ts';

/** As many dots as the column holds. */
const mostDots = 40;

/** Columns of the page: without the change since last time, and with it. All of them hold forty dots. */
export const resultWidths = { alone: [28, 30, 9, 27], changed: [20, 30, 9, 18, 20] } as const;

/** What is said of an area's change since the last round, by area; null where no round came before. */
type Changes = ReadonlyMap<string, string> | null;

/** The table of the areas, whether a change can be seen, and the line of small print under it. */
export function resultRows(source: ReportSource, areas: readonly AreaFigure[], figures: Figures): readonly SheetRow[] {
  const perDot = dotsPer(areas);
  const names = new Map(source.template.areas.map(({ id, short }) => [id, short]));
  const change = source.earlier.length === 0 ? null : committeeChange(source, figures, source.threshold);
  const changes: Changes = change && new Map(change.areas.map(({ id, text }) => [id, text]));
  const columns = changes === null ? resultWidths.alone.length : resultWidths.changed.length;
  return [
    headerRow(changes !== null),
    ...areas.map((area) => areaRow(names.get(area.id) ?? area.id, area, perDot, changes)),
    textRow(smallPrint(source, areas, figures, perDot), 'muted', columns),
    ...(change === null ? [] : [textRow(words.changeLine(change.question, change.answer), 'text', columns)]),
  ];
}

function headerRow(hasChange: boolean): SheetRow {
  const { area, dots, met, all, change } = words.columns;
  return {
    isHeader: true,
    cells: [
      { value: area, style: 'header' },
      { value: dots, style: 'header' },
      { value: met, style: 'header-number' },
      { value: all, style: 'header' },
      ...(hasChange ? [{ value: change, style: 'header' } as const] : []),
    ],
  };
}

/** A hidden row says the same whatever the reason is: the reason would tell. It says nothing of a change either. */
function areaRow(name: string, area: AreaFigure, perDot: number, changes: Changes): SheetRow {
  const nothing = area.noInterval === 'suppressed' || area.n === 0;
  const change = nothing ? words.nothing : (changes?.get(area.id) ?? words.nothing);
  return {
    cells: [
      { value: name, style: 'cell-wrap' },
      { value: nothing ? '' : dotsText(area.met, area.n, perDot), style: 'dots' },
      { value: nothing ? words.nothing : words.metOf(area.met, area.n), style: 'cell-number' },
      { value: allCasesText(area), style: 'cell-wrap' },
      ...(changes === null ? [] : [{ value: change, style: 'cell-wrap' } as const]),
    ],
  };
}

/** How many cases a dot stands for, so that the largest of the areas fits into the column. */
export function dotsPer(areas: readonly Pick<AreaFigure, 'n'>[]): number {
  return Math.max(1, Math.ceil(Math.max(...areas.map(({ n }) => n)) / mostDots));
}

/** A filled dot for a case that is met, an open one for a case that is not; never full or empty unless it is so. */
export function dotsText(met: number, n: number, perDot: number): string {
  const all = Math.ceil(n / perDot);
  const least = met === 0 ? 0 : 1;
  const most = met === n ? all : all - 1;
  const filled = Math.min(Math.max(Math.round(met / perDot), least), Math.max(most, 0));
  return '●'.repeat(filled) + '○'.repeat(all - filled);
}

function smallPrint(source: ReportSource, areas: readonly AreaFigure[], figures: Figures, perDot: number): string {
  const shown = areas.filter(({ noInterval }) => noInterval !== 'suppressed');
  return [
    perDot > 1 ? words.dotMeans(perDot) : '',
    words.metMeans,
    shown.some(({ interval }) => interval !== null) ? words.rangeMeans : '',
    shown.some(({ weighted }) => weighted) ? words.weightedMeans : '',
    shown.some(({ noInterval }) => noInterval === 'one-per-stratum') ? words.noRangeMeans : '',
    shown.length < areas.length ? words.suppressedMeans(source.threshold) : '',
    benchmarkLine(source, figures),
  ]
    .join('')
    .trim();
}
