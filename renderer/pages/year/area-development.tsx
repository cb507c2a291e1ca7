import { areaLines } from '#shared/domain/report/trend/area-lines.ts';
import type { YearRunChart } from '#shared/domain/report/year-overview/year-overview.ts';

import { formatDate, formatNumber, formatPercent } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { yearWords as words } from '../../words/year.ts';
import { RunPicture } from '../report/run-picture.tsx';
import classes from './year.module.css';

/** A run chart to each area with what it says, and the figures behind it. */
export function AreaDevelopment({ charts }: { charts: readonly YearRunChart[] }) {
  const drawn = charts.filter((chart) => linesOf(chart) !== undefined);
  return (
    <Panel title={words.development}>
      <p className={classes['quiet']}>{drawn.length === 0 ? words.noDevelopment : words.developmentAbout}</p>
      {drawn.length > 0 && (
        <div className={classes['areas']}>
          {drawn.map((chart) => (
            <AreaChart key={chart.id} chart={chart} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function linesOf({ id, name, points }: YearRunChart) {
  return areaLines([{ kind: 'area', id, name, short: name, points }])[0];
}

function AreaChart({ chart }: { chart: YearRunChart }) {
  const { name, text, points } = chart;
  const lines = linesOf(chart);
  if (lines === undefined) return null;
  const parts = lines.parts.flatMap((values, part) =>
    values.some((value) => value !== null) ? [{ name: words.part(part), values }] : [],
  );
  const series = lines.median.length === 0 ? parts : [...parts, { name: words.median, values: lines.median }];
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <p className={classes['quiet']}>{text}</p>
      <div className={classes['paper']}>
        <RunPicture
          chart={{
            alternative: text,
            categories: { values: points.map(({ round, asOf }) => round || formatDate(asOf)) },
            series,
          }}
        />
      </div>
      <details>
        <summary>{words.figures(name)}</summary>
        <Figures points={points} />
      </details>
    </section>
  );
}

function Figures({ points }: Pick<YearRunChart, 'points'>) {
  const { columns } = words;
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{columns.round}</th>
          <th scope="col">{columns.asOf}</th>
          {[columns.met, columns.n, columns.rate].map((header) => (
            <th key={header} scope="col" className={classes['number']}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ round, asOf, met, n, rate }) => (
          <tr key={`${asOf} ${round}`}>
            <th scope="row">{round}</th>
            <td>{formatDate(asOf)}</td>
            <td className={classes['number']}>{formatNumber(met)}</td>
            <td className={classes['number']}>{formatNumber(n)}</td>
            <td className={classes['number']}>{rate === null ? words.noRate : formatPercent(rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
