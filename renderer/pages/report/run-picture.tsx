import { formatPercent } from '#shared/domain/calendar/format.ts';
import type { Chart, ChartSeries } from '#shared/domain/report/workbook.ts';

import { reportWords } from '../../words/report.ts';
import { breakText } from './break-text.ts';
import { lineOf, pictureOf, pointOf } from './chart-looks.tsx';
import classes from './chart-picture.module.css';

const { chart: words } = reportWords;
const size = { width: 660, height: 250, left: 48, right: 20, top: 12, bottom: 44 };
const floor = size.height - size.bottom;
/** More names than these under the axis would run into each other. */
const mostNames = 8;

/** What a run picture is drawn from: a chart of a workbook, or figures that stand in none. */
export type RunData = Pick<Chart, 'alternative'> & {
  readonly categories: Pick<Chart['categories'], 'values'>;
  readonly series: readonly Line[];
};
type Line = Pick<ChartSeries, 'name' | 'values'>;

/** A line to each series over the rounds in time, from 0 to 100 %; a gap breaks the line. */
export function RunPicture({ chart }: { chart: RunData }) {
  const { alternative, categories, series } = chart;
  const count = categories.values.length;
  const place = (index: number): number =>
    size.left + ((index + 0.5) * (size.width - size.left - size.right)) / Math.max(count, 1);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className={classes['picture']} {...pictureOf(alternative)}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <path d={`M${size.left} ${levelOf(share)}H${size.width - size.right}`} stroke="#c9d4d3" />
          <text x={size.left - 8} y={levelOf(share) + 4} textAnchor="end">
            {formatPercent(share)}
          </text>
        </g>
      ))}
      <Names names={categories.values} place={place} />
      {series.map((one, index) => (
        <SeriesLine key={one.name} series={one} index={index} place={place} />
      ))}
    </svg>
  );
}

/** The series with their latest figure, and the look of their line. */
export function runLegend({ series }: Chart) {
  return series.map(({ name, values }, index) => {
    const latest = values.findLast((value) => value !== null);
    const { colour, dash } = lineOf(index);
    return {
      name: latest === undefined || latest === null ? words.none(name) : words.latest(name, formatPercent(latest)),
      mark: (
        <>
          <path d="M0 8H28" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
          {pointOf(index, 14, 8)}
        </>
      ),
    };
  });
}

function levelOf(share: number): number {
  return floor - share * (floor - size.top);
}

function Names({ names, place }: { names: readonly string[]; place: (index: number) => number }) {
  const each = Math.ceil(names.length / mostNames);
  const shown = Math.ceil(names.length / each);
  const characters = Math.max(6, Math.floor(90 / Math.max(shown, 1)));
  return names.map(
    (name, index) =>
      index % each === 0 && (
        <text key={index} textAnchor="middle">
          {breakText(name, characters).map((line, at) => (
            <tspan key={at} x={place(index)} y={floor + 18 + at * 14}>
              {line}
            </tspan>
          ))}
        </text>
      ),
  );
}

interface LineProps {
  readonly series: Line;
  readonly index: number;
  readonly place: (index: number) => number;
}

function SeriesLine({ series, index, place }: LineProps) {
  const { colour, dash } = lineOf(index);
  const known = series.values.flatMap((value, at) => (value === null ? [] : [{ at, x: place(at), y: levelOf(value) }]));
  const path = known.map(({ at, x, y }, nth) => `${known[nth - 1]?.at === at - 1 ? 'L' : 'M'}${x} ${y}`).join('');
  return (
    <g>
      <path d={path} fill="none" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
      {known.map(({ at, x, y }) => (
        <g key={at}>{pointOf(index, x, y)}</g>
      ))}
    </g>
  );
}
