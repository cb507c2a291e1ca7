import { formatNumber } from './formats.ts';
import classes from './count-bars.module.css';

export interface CountBar {
  readonly label: string;
  readonly count: number;
}

/** A short list of counts, each with a thin bar against the largest. The number is the figure, the bar only helps. */
export function CountBars({ bars }: { bars: readonly CountBar[] }) {
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className={classes['list']}>
      {bars.map(({ label, count }) => (
        <li key={label} className={classes['item']}>
          <span className={classes['label']} title={label}>
            {label}
          </span>
          <span className={classes['count']}>{formatNumber(count)}</span>
          <span className={classes['track']} aria-hidden="true">
            <span className={classes['bar']} style={{ width: `${(count / largest) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
