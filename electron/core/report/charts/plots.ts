import type { Chart, ChartSeries } from '#shared/domain/report/workbook.ts';

import { axes, axisIds } from './axes.ts';
import {
  barLooks,
  line,
  type LineLook,
  lineLooks,
  lookOf,
  pieceLine,
  shape,
  solid,
  textLook,
  whiteBox,
} from './chart-looks.ts';
import { seriesData, seriesHead, type WrittenSheets } from './series-data.ts';
import { element, value, type Xml } from './xml.ts';

/** More points than this stand too close for a figure on each. */
const mostLabelled = 16;

/** Lying bars of equal length, cut by the series, with the counts on them; a count of 0 is not written. */
export function sharesPlot(chart: Chart, sheets: WrittenSheets): readonly Xml[] {
  return [
    element('c:barChart', {}, [
      value('c:barDir', 'bar'),
      value('c:grouping', 'percentStacked'),
      value('c:varyColors', 0),
      ...chart.series.map((series, index) => barSeries(chart, series, index, sheets)),
      value('c:gapWidth', 60),
      value('c:overlap', 100),
      ...axisIds,
    ]),
    ...axes('fromTop'),
  ];
}

function barSeries(chart: Chart, series: ChartSeries, index: number, sheets: WrittenSheets): Xml {
  const look = lookOf(barLooks, index);
  const looks = [...(look.boxed ? [whiteBox] : []), textLook('label', look.ink)];
  return element('c:ser', {}, [
    ...seriesHead(series, index),
    shape(look.fill, pieceLine),
    value('c:invertIfNegative', 0),
    labels('0;;;', looks, 'ctr'),
    ...seriesData(chart, series, sheets),
  ]);
}

/** A line to each series from 0 to 100 per cent; the first carries its figures, the others are read against it. */
export function runPlot(chart: Chart, sheets: WrittenSheets): readonly Xml[] {
  return [
    element('c:lineChart', {}, [
      value('c:grouping', 'standard'),
      value('c:varyColors', 0),
      ...chart.series.map((series, index) => lineSeries(chart, series, index, sheets)),
      value('c:marker', 1),
      ...axisIds,
    ]),
    ...axes('fromLeft'),
  ];
}

function lineSeries(chart: Chart, series: ChartSeries, index: number, sheets: WrittenSheets): Xml {
  const look = lookOf(lineLooks, index);
  const labelled = index === 0 && series.values.length <= mostLabelled;
  return element('c:ser', {}, [
    ...seriesHead(series, index),
    shape(line(look.color, look.points, look.dash)),
    index > 0 && isLevel(series) ? element('c:marker', {}, [value('c:symbol', 'none')]) : marker(look),
    ...(labelled ? [labels('0\\ %', [whiteBox, textLook('label')], 't')] : []),
    ...seriesData(chart, series, sheets),
    value('c:smooth', 0),
  ]);
}

/** A line with the same figure everywhere is one to compare with, such as a median: marks would make it a result. */
function isLevel({ values }: ChartSeries): boolean {
  return values.length > 1 && values.every((each) => each !== null && each === values[0]);
}

function marker({ color, symbol }: LineLook): Xml {
  return element('c:marker', {}, [value('c:symbol', symbol), value('c:size', 7), shape(solid(color), line(color, 1))]);
}

function labels(formatCode: string, looks: readonly Xml[], position: 'ctr' | 't'): Xml {
  return element('c:dLbls', {}, [
    element('c:numFmt', { formatCode, sourceLinked: 0 }),
    ...looks,
    value('c:dLblPos', position),
    value('c:showLegendKey', 0),
    value('c:showVal', 1),
    ...['c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'].map((name) => value(name, 0)),
  ]);
}
