import { committeePageWords as words } from '../../words/committee-report.ts';
import { formatPercent } from '../calendar/format.ts';
import { newestFigures } from './benchmark.ts';
import type { Figures } from './figures.ts';
import type { ReportSource } from './source.ts';

/**
 * One national figure for the small print: the newest one whose nearest question is in the checklist and was read in
 * this round. A reference mark with its warning, never a target (law and practice, 3.1).
 */
export function benchmarkLine({ benchmarks, template }: ReportSource, { items }: Figures): string {
  const read = new Set(items.filter(({ part, n }) => part === 'random' && n > 0).map(({ id }) => id));
  const legal = new Set(template.sections.flatMap((section) => section.items.map(({ id }) => id)));
  if (benchmarks === null) return '';
  const [newest] = newestFigures(benchmarks)
    .filter(({ itemId }) => itemId !== null && legal.has(itemId) && read.has(itemId))
    .toSorted((a, b) => b.year.localeCompare(a.year));
  if (newest === undefined) return '';
  return words.benchmark(newest.point, newest.year, formatPercent(newest.percent / 100), benchmarks.warning);
}
