import { useId } from 'react';

import type { Chart } from '#shared/domain/report/workbook.ts';

import classes from './chart-picture.module.css';
import { RunPicture, runLegend } from './run-picture.tsx';
import { SharesPicture, sharesLegend } from './shares-picture.tsx';

/** A chart as a picture with its text alternative, and a legend in words. */
export function ChartPicture({ chart }: { chart: Chart }) {
  // Ids of patterns stand in url(#...): letters, digits and hyphens only.
  const id = useId().replaceAll(/[^\w-]/gu, '');
  const legend = chart.kind === 'shares' ? sharesLegend(chart, id) : runLegend(chart);
  return (
    <figure className={classes['chart']}>
      <figcaption className={classes['title']}>{chart.title}</figcaption>
      {chart.kind === 'shares' ? <SharesPicture chart={chart} id={id} /> : <RunPicture chart={chart} />}
      <ul className={classes['legend']}>
        {legend.map(({ name, mark }) => (
          <li key={name}>
            <svg viewBox="0 0 28 16" width="28" height="16" aria-hidden="true">
              {mark}
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
