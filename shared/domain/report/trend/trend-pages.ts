import type { Figures } from '../figures.ts';
import type { ReportSource } from '../source.ts';
import type { NamedRange, Sheet } from '../workbook.ts';
import { baselineSheet, statusText } from './baseline-sheet.ts';
import { developmentCharts } from './development-charts.ts';
import { developmentNames, developmentSheet } from './development-sheet.ts';
import { trendsOf } from './trend.ts';

export interface TrendPages {
  /** Status against the first round, the areas as charts and their figures, every figure of every round; none where there is no earlier round. */
  readonly sheets: readonly Sheet[];
  readonly names: readonly NamedRange[];
  /** Where the areas stand against the first round, or that there is none, in one sentence. */
  readonly status: string;
}

/** The development over the rounds for the internal reports. */
export function trendPages(source: ReportSource, figures: Figures): TrendPages {
  const trends = trendsOf(source, figures);
  const status = statusText(trends);
  if (source.earlier.length === 0) return { sheets: [], names: [], status };
  const { example } = source.round;
  const development = developmentSheet(trends, example);
  return {
    sheets: [baselineSheet(trends, example), ...developmentCharts(trends, example), development],
    names: developmentNames(development),
    status,
  };
}
