import { runChartWords as words } from '../../../words/trend.ts';
import { formatPercent } from '../../calendar/format.ts';
import { readRunChart } from './run-chart.ts';
import { ratedPoints, type Trend } from './trend.ts';

/** What the run chart of an area or item says: no verdict before ten comparable points, then its latest signal. */
export function runChartText(trend: Trend): string {
  const points = ratedPoints(trend);
  const { median, signals } = readRunChart(points.map(({ rate }) => rate));
  if (median === null) return words.tooFew(trend.name, points.length);
  const signal = signals.at(-1);
  const middle = formatPercent(median);
  if (signal === undefined) return words.nothing(trend.name, points.length, middle);
  const { kind, direction, count, first, last } = signal;
  const [from, to] = [points[first]?.round ?? '', points[last]?.round ?? ''];
  if (kind === 'shift') {
    const side = direction === 'up' ? words.over : words.under;
    return words.shift(trend.name, points.length, middle, side, count, from, to);
  }
  const way = direction === 'up' ? words.rising : words.falling;
  return words.trend(trend.name, points.length, middle, way, count, from, to);
}
