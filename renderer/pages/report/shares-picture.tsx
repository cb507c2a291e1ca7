import type { Chart } from '#shared/domain/report/workbook.ts';

import { formatNumber } from '../../components/formats.ts';
import { reportWords } from '../../words/report.ts';
import { breakText } from './break-text.ts';
import { ChartPatterns, fillOf, pictureOf } from './chart-looks.tsx';
import classes from './chart-picture.module.css';

const { chart: words } = reportWords;
const size = { width: 660, name: 190, bar: 400, height: 22, step: 34, digit: 7 };

interface SharesPictureProps {
  readonly chart: Chart;
  readonly id: string;
}

/** A bar to each category, all equally long, cut by the series; the count stands on its part, n after the bar. */
export function SharesPicture({ chart, id }: SharesPictureProps) {
  const { alternative, categories } = chart;
  const height = categories.values.length * size.step + 4;
  return (
    <svg viewBox={`0 0 ${size.width} ${height}`} className={classes['picture']} {...pictureOf(alternative)}>
      <ChartPatterns id={id} />
      {categories.values.map((name, index) => (
        <Bar key={index} id={id} name={name} y={index * size.step + 4} counts={countsAt(chart, index)} />
      ))}
    </svg>
  );
}

/** The series with the look of their parts. */
export function sharesLegend({ series }: Chart, id: string) {
  return series.map(({ name }, index) => ({
    name,
    mark: <rect x="1" y="1" width="26" height="14" fill={fillOf(id, index)} stroke="#5c6b6d" />,
  }));
}

function countsAt({ series }: Chart, index: number): readonly number[] {
  return series.map(({ values }) => values[index] ?? 0);
}

interface BarProps {
  readonly id: string;
  readonly name: string;
  readonly y: number;
  readonly counts: readonly number[];
}

function Bar({ id, name, y, counts }: BarProps) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const lines = breakText(name, 30);
  const middle = y + size.height / 2;
  const unit = size.bar / Math.max(total, 1);
  const parts = counts.map((count, index) => {
    const before = counts.slice(0, index).reduce((sum, each) => sum + each, 0);
    return { count, index, x: size.name + unit * before, width: unit * count };
  });
  return (
    <g>
      {lines.map((line, index) => (
        <text key={index} x="0" y={middle + 4 + (index - (lines.length - 1) / 2) * 13}>
          {line}
        </text>
      ))}
      {parts
        .filter(({ count }) => count > 0)
        .map(({ count, index, x, width }) => (
          <Part key={index} fill={fillOf(id, index)} count={count} x={x} y={y} width={width} />
        ))}
      <text x={size.name + size.bar + 8} y={middle + 4}>
        {words.n(formatNumber(total))}
      </text>
    </g>
  );
}

interface PartProps {
  readonly fill: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The count stands on white, so that it is read on any pattern; a part too narrow for it has it in the table alone. */
function Part({ fill, count, x, y, width }: PartProps) {
  const text = formatNumber(count);
  const label = text.length * size.digit + 4;
  const middle = x + width / 2;
  return (
    <g>
      <rect x={x} y={y} width={width} height={size.height} fill={fill} stroke="#5c6b6d" strokeWidth="0.8" />
      {label <= width && (
        <>
          <rect x={middle - label / 2} y={y + 3} width={label} height={size.height - 6} rx="3" fill="#ffffff" />
          <text x={middle} y={y + size.height / 2 + 4} textAnchor="middle">
            {text}
          </text>
        </>
      )}
    </g>
  );
}
