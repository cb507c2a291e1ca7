import type { Course, StatusLine } from '#shared/domain/report/course/course.ts';
import { isRead, type TrendPoint } from '#shared/domain/report/trend/trend.ts';
import { verdictText } from '#shared/domain/report/trend/trend-columns.ts';
import { noChangeWords } from '#shared/words/trend.ts';

import { formatDate, formatDecimal, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { courseWords as words } from '../../words/course.ts';
import classes from './course.module.css';

/** The same areas and questions again: counts of both, the change with its interval, and what may be said of it. */
export function CourseStatus({ areas, items, measurements }: Pick<Course, 'areas' | 'items' | 'measurements'>) {
  if (measurements.length === 0) {
    return (
      <Panel title={words.statusTitle}>
        <p>{words.noStatus}</p>
      </Panel>
    );
  }
  const rounds = measurements.map(({ name, asOf }) => name || formatDate(asOf)).join(', ');
  return (
    <Panel title={words.statusTitle}>
      <p className={classes['quiet']}>{words.statusAbout(rounds)}</p>
      <StatusTable header={words.columns.area} lines={areas} />
      <details>
        <summary>{words.items}</summary>
        <StatusTable header={words.columns.item} lines={items} />
      </details>
    </Panel>
  );
}

function StatusTable({ header, lines }: { header: string; lines: readonly StatusLine[] }) {
  const { baseline, latest, change, verdict } = words.columns;
  return (
    <Scrolled label={header}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{header}</th>
            {[baseline, latest, change].map((name) => (
              <th key={name} scope="col" className={classes['number']}>
                {name}
              </th>
            ))}
            <th scope="col">{verdict}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Row({ line: { name, baseline, points, change, missing } }: { line: StatusLine }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes['number']}>{countText(baseline)}</td>
      <td className={classes['number']}>{countText(points.findLast(isRead) ?? null)}</td>
      <td className={classes['number']}>{changeText(change)}</td>
      <td>{change === null ? noChangeWords[missing ?? 'nothing-read'] : verdictText(change)}</td>
    </tr>
  );
}

function countText(point: TrendPoint | null): string {
  return point === null ? words.nothing : words.metOf(formatNumber(point.met), formatNumber(point.n));
}

function changeText(change: StatusLine['change']): string {
  if (change?.difference === null || change?.difference === undefined) return words.nothing;
  const { difference, interval } = change;
  const said = signed(difference);
  return interval === null ? said : words.points(said, signed(interval.low), signed(interval.high));
}

/** In percentage points, always with its sign. */
function signed(share: number): string {
  const points = Math.round(share * 1000) / 10 + 0;
  return points > 0 ? `+${formatDecimal(points)}` : formatDecimal(points);
}
