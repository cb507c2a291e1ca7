import { committeePageWords as words } from '../../words/committee-report.ts';
import type { AreaFigure, Figures } from './figures.ts';
import { allCasesText } from './interval-text.ts';
import { benchmarkLine } from './political-benchmark.ts';
import { textRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import type { SheetRow } from './workbook.ts';

/** As many dots as the column holds. */
const mostDots = 40;

/** The table of the areas and the line of small print under it. */
export function resultRows(
  source: ReportSource,
  areas: readonly AreaFigure[],
  figures: Figures,
): readonly SheetRow[] {
  const perDot = Math.max(1, Math.ceil(Math.max(...areas.map(({ n }) => n)) / mostDots));
  const names = new Map(source.template.areas.map(({ id, short }) => [id, short]));
  return [
    {
      isHeader: true,
      cells: [
        { value: words.columns.area, style: 'header' },
        { value: words.columns.dots, style: 'header' },
        { value: words.columns.met, style: 'header-number' },
        { value: words.columns.all, style: 'header' },
      ],
    },
    ...areas.map((area) => areaRow(names.get(area.id) ?? area.id, area, perDot)),
    textRow(smallPrint(source, areas, figures, perDot), 'muted', 4),
  ];
}

/** A hidden row says the same whatever the reason is: the reason would tell. */
function areaRow(name: string, area: AreaFigure, perDot: number): SheetRow {
  const isHidden = area.noInterval === 'suppressed';
  const nothing = isHidden || area.n === 0;
  return {
    cells: [
      { value: name, style: 'cell-wrap' },
      { value: nothing ? '' : dotsText(area.met, area.n, perDot), style: 'dots' },
      { value: nothing ? '–' : words.metOf(area.met, area.n), style: 'cell-number' },
      { value: allCasesText(area), style: 'cell-wrap' },
    ],
  };
}

/** A filled dot for a case that is met, an open one for a case that is not; never full or empty unless it is so. */
export function dotsText(met: number, n: number, perDot: number): string {
  const all = Math.ceil(n / perDot);
  const least = met === 0 ? 0 : 1;
  const most = met === n ? all : all - 1;
  const filled = Math.min(Math.max(Math.round(met / perDot), least), Math.max(most, 0));
  return '●'.repeat(filled) + '○'.repeat(all - filled);
}

function smallPrint(
  source: ReportSource,
  areas: readonly AreaFigure[],
  figures: Figures,
  perDot: number,
): string {
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
