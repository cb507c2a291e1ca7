import { Title } from '@mantine/core';

import type { StratumTells } from '#shared/domain/sampling/planner.ts';

import { formatNumber } from '../../components/formats.ts';
import { Scrolled } from '../../components/scrolled.tsx';
import { plannerWords } from '../../words/planner.ts';
import { groupName } from './frame-picture.tsx';
import classes from './planner.module.css';

const words = plannerWords.strata;

/** One line for each group: how many of it are read, and what that tells about the group by itself. */
export function PlannerStrata({ strata }: { strata: readonly StratumTells[] }) {
  return (
    <div className={classes['strata']}>
      <Title order={3}>{words.title}</Title>
      <Scrolled label={words.table} className={classes['tableScroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              <th scope="col" className={classes['figure']}>
                {words.read}
              </th>
              <th scope="col">{words.tells}</th>
            </tr>
          </thead>
          <tbody>
            {strata.map((stratum) => (
              <tr key={stratum.name}>
                <th scope="row">{groupName(stratum.name)}</th>
                <td className={classes['figure']}>
                  {words.of(formatNumber(stratum.drawn), formatNumber(stratum.size))}
                </td>
                <td>{rangeOf(stratum)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </div>
  );
}

function rangeOf({ size, drawn, result }: StratumTells): string {
  if (drawn >= size) {
    return words.all;
  }
  if (result === null) {
    return words.tooFew;
  }
  return words.range(formatNumber(result.interval.low), formatNumber(result.interval.high));
}
