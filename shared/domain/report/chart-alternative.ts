import { chartWords as words } from '../../words/charts.ts';
import { formatCount, formatPercent } from '../calendar/format.ts';
import type { Chart, ChartSeries } from './workbook.ts';

type Parts = Pick<Chart, 'title' | 'categories' | 'series'>;

/** More bars than this are summed up: nobody listens to the figures of 45 bars, and they stand in the table. */
const mostNamed = 12;

/** The counts of each bar, or of all bars together where they are many, in the order of the table. */
export function sharesAlternative({ title, categories: { values }, series }: Parts, sheet: string): string {
  const bars =
    values.length > mostNamed
      ? [barText(words.allTogether(formatCount(values.length, 0)), series.map(sumOf))]
      : values.map((name, index) =>
          barText(
            name,
            series.map((each) => [each.name, each.values[index] ?? null]),
          ),
        );
  return [words.sharesLead(plain(title)), ...bars, words.whereNumbers(sheet)].join(' ');
}

/** The first and last point, the lowest and highest, and how many gaps, of each line. */
export function runAlternative({ title, categories: { values }, series }: Parts, sheet: string): string {
  const lines = series.map((line) => lineText(line, values));
  return [words.runLead(plain(title)), ...lines, words.whereNumbers(sheet)].join(' ');
}

type NamedCount = readonly [name: string, count: number | null];

function barText(name: string, parts: readonly NamedCount[]): string {
  const total = parts.reduce((sum, [, count]) => sum + (count ?? 0), 0);
  const shown = parts.map(([part, count]) => words.part(part, count === null ? words.notShown : formatCount(count, 0)));
  return words.category(name, formatCount(total, 0), shown);
}

function sumOf({ name, values }: ChartSeries): NamedCount {
  return [name, values.reduce<number>((sum, value) => sum + (value ?? 0), 0)];
}

function lineText({ name, values }: ChartSeries, when: readonly string[]): string {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ value, when: when[index] ?? '' }]));
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return words.noPoints(name);
  const text = ({ value, when: at }: (typeof points)[number]) => words.at(formatPercent(value), at);
  const gaps = values.length - points.length;
  const gapText = gaps === 0 ? '' : ` ${words.gaps(formatCount(gaps, 0))}`;
  if (points.length === 1) return words.onePoint(name, formatPercent(first.value), first.when) + gapText;
  const ordered = points.toSorted((a, b) => a.value - b.value);
  const low = ordered[0] ?? first;
  const high = ordered.at(-1) ?? last;
  if (low.value === high.value) return words.constant(name, formatPercent(first.value)) + gapText;
  return words.course(name, text(first), text(last), text(low), text(high)) + gapText;
}

/** A title that already ends a sentence gets no second full stop. */
function plain(title: string): string {
  return title.replace(/[.\s]+$/, '');
}
