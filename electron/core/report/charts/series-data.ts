import type { Chart, ChartSeries } from '#shared/domain/report/workbook.ts';

import { rangeReference } from './range-reference.ts';
import { element, escaped, value, type Xml } from './xml.ts';

/** The names under which the sheets stand in the file, by the names that the workbook knows them by. */
export type WrittenSheets = ReadonlyMap<string, string>;

/** Excel takes no longer text where it keeps the name of a series. */
const longestName = 255;

/** Number, place and name of a series, as every series begins. */
export function seriesHead({ name }: ChartSeries, index: number): readonly Xml[] {
  return [
    value('c:idx', index),
    value('c:order', index),
    element('c:tx', {}, [element('c:v', {}, [escaped(name.slice(0, longestName))])]),
  ];
}

/** Where the names and figures stand, and what they are, so that a chart is right before anything is recalculated. */
export function seriesData({ categories }: Chart, series: ChartSeries, sheets: WrittenSheets): readonly Xml[] {
  return [
    element('c:cat', {}, [
      element('c:strRef', {}, [
        formula(rangeReference(categories.range, sheets)),
        element('c:strCache', {}, points(categories.values)),
      ]),
    ]),
    element('c:val', {}, [
      element('c:numRef', {}, [
        formula(rangeReference(series.range, sheets)),
        element('c:numCache', {}, [element('c:formatCode', {}, ['General']), ...points(series.values)]),
      ]),
    ]),
  ];
}

function formula(reference: string): Xml {
  return element('c:f', {}, [escaped(reference)]);
}

function points(values: readonly (string | number | null)[]): readonly Xml[] {
  const filled = values.flatMap((each, idx) =>
    each === null ? [] : [element('c:pt', { idx }, [element('c:v', {}, [escaped(String(each))])])],
  );
  return [value('c:ptCount', values.length), ...filled];
}
